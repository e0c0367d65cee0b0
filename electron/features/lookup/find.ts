import type { Attendance, AttendanceRole } from '#shared/contract/attendance.ts';
import type { LookupItem, LookupKind } from '#shared/contract/lookup.ts';
import type { Context } from '../../context.ts';
import { bringUpToDate, keysOfWord, splitWords } from '../../search-index/index.ts';
import { findRecords, switchLayout } from '../search/index.ts';
import type { Attending } from './attending.ts';
import { toAttendanceItem, toOrganizationItem, toPersonItems, toSideItem } from './items.ts';
import { attendingOf, registerNamesOf } from './memory.ts';
import { type Tier, tiers, type TypedWord } from './name-index.ts';
import { findSides } from './sides.ts';

export interface LookupInput {
  meetingId: string;
  text: string;
  kinds: readonly LookupKind[];
  limit: number;
}

type LookupContext = Pick<Context, 'connection' | 'events' | 'log'>;

/** See the contract. */
export async function lookUp(context: LookupContext, input: LookupInput): Promise<LookupItem[]> {
  const attending = attendingOf(context, input.meetingId);
  await attending.bringUpToDate();
  if (input.text.trim() === '') return listAll(context, input, attending);
  const found = await find(context, input, attending);
  const switched = found.length > 0 ? null : switchLayout(input.text.trim());
  return switched === null ? found : find(context, { ...input, text: switched }, attending);
}

/** Who attends, in protocol order, and the sides. */
function listAll(context: LookupContext, { meetingId, kinds, limit }: LookupInput, attending: Attending): LookupItem[] {
  // Somebody is about to type: the register is read while nobody waits for it.
  if (kinds.includes('person')) {
    registerNamesOf(context)
      .bringUpToDate()
      .catch((error: unknown) => {
        context.log.bug(error);
      });
  }
  const items: LookupItem[] = [];
  if (kinds.includes('attendance')) items.push(...attending.rows.slice(0, limit).map(toAttendanceItem));
  else if (kinds.includes('person')) {
    const ids = attending.rows.flatMap(({ personId }) => personId ?? []);
    items.push(...toPersonItems(context.connection, [...new Set(ids)].slice(0, limit), meetingId));
  }
  if (kinds.includes('side')) items.push(...findSides(context.connection, meetingId, []).map(toSideItem));
  return items.slice(0, limit);
}

async function find(context: LookupContext, input: LookupInput, attending: Attending): Promise<LookupItem[]> {
  const { connection } = context;
  const { meetingId, kinds, limit } = input;
  const written = splitWords(input.text);
  if (written.length === 0) return [];
  const words = written.map(readWord);
  const rows = findAttending(attending, words);
  const items = kinds.includes('attendance') ? rows.slice(0, limit).map(toAttendanceItem) : [];
  if (kinds.includes('side')) items.push(...findSides(connection, meetingId, written).map(toSideItem));
  if (items.length >= limit) return items.slice(0, limit);

  const organizations = kinds.includes('organization') ? await findOrganizations(context, input) : [];
  const room = limit - items.length;
  const kept = Math.min(organizations.length, Math.max(Math.ceil(room / 4), 1));
  const people = kinds.includes('person') ? await findPeople(context, input, words, attending, rows, room) : [];
  const sure = people.filter(({ tier }) => tier < tiers.sound).slice(0, Math.max(room - kept, 0));
  const others = people.slice(sure.length, Math.max(room - kept, sure.length));
  const shown = toPersonItems(
    connection,
    [...sure, ...others].map(({ id }) => id),
    meetingId,
  );
  items.push(...shown.slice(0, sure.length), ...organizations.map(toOrganizationItem), ...shown.slice(sure.length));
  return items.slice(0, limit);
}

/** The first of the keys is what was typed; the others are how it may be spelt elsewhere. */
const readWord = (text: string): TypedWord => ({
  text,
  others: keysOfWord(text).filter((key) => key !== text),
});

const leading = new Set<AttendanceRole>(['chair', 'co_chair', 'head_of_delegation']);

const isHead = ({ roles }: Attendance): boolean => roles.some((role) => leading.has(role));

/** The best answers first; among equals heads before others, then in protocol order. */
function findAttending(attending: Attending, words: readonly TypedWord[]): Attendance[] {
  const found: { row: Attendance; rank: number }[] = [];
  for (const { id, tier } of attending.names.find(words)) {
    const row = attending.get(id);
    if (row !== undefined) found.push({ row, rank: tier * 2 + (isHead(row) ? 0 : 1) });
  }
  return found
    .sort((a, b) => a.rank - b.rank || attending.placeOf(a.row.id) - attending.placeOf(b.row.id))
    .map(({ row }) => row);
}

/** People of the register: those who attend only where who attends is not asked for, and then first. */
async function findPeople(
  context: LookupContext,
  { kinds }: LookupInput,
  words: readonly TypedWord[],
  attending: Attending,
  rows: readonly Attendance[],
  limit: number,
): Promise<{ id: string; tier: Tier }[]> {
  const register = registerNamesOf(context);
  await register.bringUpToDate();
  const here = new Set(attending.rows.map(({ personId }) => personId));
  const found: { id: string; tier: Tier }[] = [];
  if (!kinds.includes('attendance')) {
    const ids = rows.flatMap(({ personId }) => personId ?? []);
    found.push(...[...new Set(ids)].map((id) => ({ id, tier: tiers.familyWhole })));
  }
  for (const one of register.names.find(words)) {
    if (found.length >= limit) break;
    if (!here.has(one.id)) found.push(one);
  }
  return found.slice(0, limit);
}

async function findOrganizations(context: LookupContext, { text, limit }: LookupInput) {
  await bringUpToDate(context);
  return findRecords(context.connection, { query: text, kinds: ['organization'], limit });
}
