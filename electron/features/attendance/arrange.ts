import { generateNKeysBetween } from 'fractional-indexing';
import type { arrangements, Attendance } from '#shared/contract/attendance.ts';
import type { PersonName } from '#shared/contract/people.ts';
import { chooseText, type Language, languageTags, type Script, scriptOfLanguage } from '#shared/domain/language.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { protocolRank } from '#shared/domain/minutes/protocol-order.ts';
import { composeName, confirmedScripts } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { findNames } from '../people/index.ts';
import { listAttendance, listMembers } from './repository.ts';

export interface Arrangement {
  meetingId: string;
  /** null: those of neither side. */
  sideId: string | null;
  by: (typeof arrangements)[number];
  language: Language;
  groupId: string | null;
}

/** Chinese names stand by the number of strokes of the family name, as in Chinese protocol lists. */
const collations: Record<Language, string> = {
  en: languageTags.en,
  ru: languageTags.ru,
  zh: `${languageTags.zh}-u-co-stroke`,
};

/** Rows whose place changes, with their new keys. Heads stand first; who is equal keeps the order there was. */
export function arrangeRows(connection: Connection, arrangement: Arrangement): Attendance[] {
  const all = listAttendance(connection, arrangement.meetingId);
  const own = all.filter(({ sideId }) => sideId === arrangement.sideId);
  const compare = comparison(connection, own, arrangement);
  const arranged = own.toSorted((a, b) => protocolRank(a) - protocolRank(b) || compare(a, b));
  const next = newKeys(all, arranged);
  return arranged.flatMap((row) => {
    const orderKey = next.get(row.id) ?? row.orderKey;
    return orderKey === row.orderKey ? [] : [{ ...row, orderKey }];
  });
}

/**
 * The keys that the rows had, in their new order, so that nobody else moves. Where two have the same key, all get new
 * ones behind everybody else: sides are listed one by one, so that this is seen nowhere.
 */
function newKeys(all: readonly Attendance[], arranged: readonly Attendance[]): Map<string, string> {
  const keys = arranged
    .toSorted(compareByOrderKey)
    .map(({ orderKey }) => orderKey)
    .filter((key, index, sorted) => key !== sorted[index - 1]);
  const usable =
    keys.length === arranged.length
      ? keys
      : generateNKeysBetween(all.toSorted(compareByOrderKey).at(-1)?.orderKey ?? null, null, arranged.length);
  return new Map(arranged.map(({ id }, index) => [id, usable[index] ?? '']));
}

type Comparison = (a: Attendance, b: Attendance) => number;

function comparison(
  connection: Connection,
  rows: readonly Attendance[],
  { by, language, groupId }: Arrangement,
): Comparison {
  if (by === 'group_members') return byMembership(connection, groupId);
  const collator = new Intl.Collator(collations[language], { numeric: true });
  const byName = byFamilyName(connection, rows, language, collator);
  if (by === 'family_name') return byName;
  const organization = (row: Attendance): string => chooseText(row.organization, language).text;
  return (a, b) =>
    // Who has no organisation stands behind.
    Number(organization(a) === '') - Number(organization(b) === '') ||
    collator.compare(organization(a), organization(b)) ||
    byName(a, b);
}

function byMembership(connection: Connection, groupId: string | null): Comparison {
  const places = new Map<string, number>();
  for (const [place, { personId, organizationId }] of (groupId === null
    ? []
    : listMembers(connection, groupId)
  ).entries()) {
    const id = personId ?? organizationId ?? '';
    if (!places.has(id)) places.set(id, place);
  }
  const placeOf = ({ personId, organizationId }: Attendance): number =>
    places.get(personId ?? organizationId ?? '') ?? places.size;
  return (a, b) => placeOf(a) - placeOf(b);
}

/** In the script of the language where the register has the name in it; a delegation goes by its organisation. */
function byFamilyName(
  connection: Connection,
  rows: readonly Attendance[],
  language: Language,
  collator: Intl.Collator,
): Comparison {
  const names = findNames(
    connection,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  const keys = new Map(
    rows.map((row) => {
      const known = row.personId === null ? undefined : names.get(row.personId);
      const name = known && familyNameIn(known, language);
      return [row.id, name ?? (chooseText(row.name, language).text || chooseText(row.organization, language).text)];
    }),
  );
  return (a, b) => collator.compare(keys.get(a.id) ?? '', keys.get(b.id) ?? '');
}

/** What the name is sorted by; undefined where the register has no name. */
function familyNameIn(names: Record<Script, PersonName>, language: Language): string | undefined {
  const known = confirmedScripts(names);
  const wanted = scriptOfLanguage[language];
  const script = known.includes(wanted) ? wanted : known[0];
  if (script === undefined) return undefined;
  const { sortKey, family, given, patronymic } = names[script];
  const parts = [family, given, patronymic].filter((part) => part !== '').join(' ');
  return sortKey || parts || composeName(names[script], script);
}
