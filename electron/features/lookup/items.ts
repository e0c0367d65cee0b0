import type { Attendance } from '#shared/contract/attendance.ts';
import { limits } from '#shared/contract/fields.ts';
import type { LookupItem } from '#shared/contract/lookup.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import { emptyText, languages, type LocalizedText, scripts } from '#shared/domain/language.ts';
import { composedNames, type PersonNameParts, type PersonNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import type { PersonNameRow } from '../../db/schema.ts';
import { findMeetingDate } from '../attendance/index.ts';
import { findOffice, listNames, type Side } from './repository.ts';
import { namesOfCountry } from './sides.ts';

export function toAttendanceItem(row: Attendance): LookupItem {
  const isNamed = languages.some((language) => row.name[language] !== '');
  return {
    kind: 'attendance',
    id: row.id,
    personId: row.personId,
    name: isNamed ? row.name : row.organization,
    detail: isNamed ? describeOffice(row) : emptyText(),
    presence: row.presence,
  };
}

export function toSideItem({ id, name, country }: Side): LookupItem {
  const [en = '', ru = '', zh = ''] = namesOfCountry(country);
  return { kind: 'side', id, personId: null, name, detail: { en, ru, zh }, presence: null };
}

export const toOrganizationItem = ({ id, label, detail }: SearchHit): LookupItem => ({
  kind: 'organization',
  id,
  personId: null,
  name: label,
  detail,
  presence: null,
});

/** In the order of the ids, with the office on the day of the meeting. */
export function toPersonItems(connection: Connection, ids: readonly string[], meetingId: string): LookupItem[] {
  if (ids.length === 0) return [];
  const names = listNames(connection, ids);
  const date = findMeetingDate(connection, meetingId) ?? '';
  return ids.map((id) => {
    const office = findOffice(connection, id, date);
    return {
      kind: 'person',
      id,
      personId: id,
      name: composedNames(toNames(names.get(id) ?? [])),
      detail: office === undefined ? emptyText() : describeOffice(office),
      presence: null,
    };
  });
}

const noName: PersonNameParts = { family: '', given: '', patronymic: '', display: '' };

const toNames = (rows: readonly PersonNameRow[]): PersonNames =>
  Object.fromEntries(
    scripts.map((script) => [script, rows.find((row) => row.script === script) ?? noName]),
  ) as PersonNames;

/** Office, then organisation; in Chinese the organisation stands first. */
function describeOffice({
  position,
  organization,
}: {
  position: LocalizedText;
  organization: LocalizedText;
}): LocalizedText {
  const join = (parts: string[], separator: string): string =>
    parts
      .filter((part) => part !== '')
      .join(separator)
      .slice(0, limits.line);
  return {
    en: join([position.en, organization.en], ', '),
    ru: join([position.ru, organization.ru], ', '),
    zh: join([organization.zh, position.zh], ' '),
  };
}
