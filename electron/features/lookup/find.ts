import type { Attendance } from '#shared/contract/attendance.ts';
import type { LookupItem, LookupKind } from '#shared/contract/lookup.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import type { Context } from '../../context.ts';
import { bringUpToDate, keysOfWord, splitWords } from '../../search-index/index.ts';
import { findNamed, switchLayout } from '../search/index.ts';
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
  const here = findAttending(attending, words);
  const rows = kinds.includes('attendance') ? here : [];
  const sides = kinds.includes('side') ? findSides(connection, meetingId, written) : [];
  const sure = rows.filter(isSure);
  const items = [...sure.map(({ row }) => toAttendanceItem(row)), ...sides.map(toSideItem)];
  if (items.length >= limit) return items.slice(0, limit);

  const organizations = kinds.includes('organization') ? await findOrganizations(context, input) : [];
  const room = limit - items.length;
  // However many people there are, the best of the organisations is to be seen.
  const forPeople = Math.max(room - Math.min(organizations.length, Math.ceil(room / 4)), 0);
  const people = kinds.includes('person') ? await findPeople(context, input, words, attending, here, room) : [];
  const surePeople = people.filter(isSure).slice(0, forPeople);
  const show = (shown: readonly { id: string }[]): LookupItem[] =>
    toPersonItems(
      connection,
      shown.map(({ id }) => id),
      meetingId,
    );
  items.push(...show(surePeople), ...organizations.map(toOrganizationItem));
  if (items.length >= limit) return items.slice(0, limit);
  items.push(...rows.filter((one) => !isSure(one)).map(({ row }) => toAttendanceItem(row)));
  if (items.length >= limit) return items.slice(0, limit);
  const shown = new Set(surePeople);
  items.push(...show(people.filter((one) => !shown.has(one)).slice(0, limit - items.length)));
  return items;
}

/** In the letters that were typed; what only sounds alike or begins so comes behind everything else. */
const isSure = ({ tier }: { tier: Tier }): boolean => tier < tiers.sound;

/** The first of the keys is what was typed; the others are how it may be spelt elsewhere. */
const readWord = (text: string): TypedWord => ({
  text,
  others: keysOfWord(text).filter((key) => key !== text),
});

interface FoundRow {
  row: Attendance;
  tier: Tier;
}

/** The best answers first, equals in protocol order. */
function findAttending(attending: Attending, words: readonly TypedWord[]): FoundRow[] {
  const found: FoundRow[] = [];
  for (const { id, tier } of attending.names.find(words)) {
    const row = attending.get(id);
    if (row !== undefined) found.push({ row, tier });
  }
  return found.sort((a, b) => a.tier - b.tier || attending.placeOf(a.row.id) - attending.placeOf(b.row.id));
}

/** People of the register: those who attend only where who attends is not asked for, and then first. */
async function findPeople(
  context: LookupContext,
  { kinds }: LookupInput,
  words: readonly TypedWord[],
  attending: Attending,
  rows: readonly FoundRow[],
  limit: number,
): Promise<{ id: string; tier: Tier }[]> {
  const register = registerNamesOf(context);
  await register.bringUpToDate();
  const here = new Set(attending.rows.map(({ personId }) => personId));
  const found = new Map<string, Tier>();
  if (!kinds.includes('attendance')) {
    for (const { row, tier } of rows)
      if (row.personId !== null && !found.has(row.personId)) found.set(row.personId, tier);
  }
  const attendingCount = found.size;
  for (const { id, tier } of register.names.find(words)) {
    if (found.size - attendingCount >= limit) break;
    if (!here.has(id)) found.set(id, tier);
  }
  return [...found].map(([id, tier]) => ({ id, tier }));
}

async function findOrganizations(context: LookupContext, { text, limit }: LookupInput): Promise<SearchHit[]> {
  await bringUpToDate(context);
  return findNamed(context.connection, text, 'organization', limit);
}
