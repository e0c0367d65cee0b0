import type { Attendance } from '#shared/contract/attendance.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText, guessLanguage, languages, type LocalizedText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import type { FieldValues } from '../../exchange/register-row.ts';
import { isInAttendance, takeSnapshot } from '../attendance/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { findPerson } from '../people/index.ts';
import type { MatchedLine } from './matcher.ts';

/** A line as a row of the meeting without its place; somebody of the register as it has them on the day of the meeting. */
export function toAttendance(
  { connection, newId }: Context,
  meeting: Meeting,
  line: MatchedLine,
  personId: string | null,
): Attendance {
  const { source, draft, fate, organizationId } = line;
  const isDelegation = fate === 'delegation' && personId === null;
  const position = writtenPosition(source.values);
  const organization = fillFromRegister(connection, line.organization, organizationId);
  const written: Attendance = {
    id: newId(),
    meetingId: meeting.id,
    personId,
    organizationId: personId === null ? organizationId : null,
    headCount: isDelegation ? source.headCount : null,
    sideId: null,
    roles: source.roles,
    category: isInAttendance(source.roles) ? 'in_attendance' : 'participant',
    mode: meeting.format === 'online' ? 'online' : 'in_person',
    response: 'confirmed',
    presence: 'expected',
    arrivedAt: null,
    leftAt: null,
    name: personId === null && !isDelegation ? writtenName(source.values, draft) : emptyText(),
    position: isDelegation ? emptyText() : position,
    organization,
    orderKey: '',
  };
  const snapshot = personId === null && !isDelegation ? written : takeSnapshot(connection, written, meeting.date);
  // The register knows the person and no office of theirs on that day: the list does.
  const hasOffice = [snapshot.position, snapshot.organization].some(isFilled);
  const row = hasOffice
    ? snapshot
    : { ...snapshot, organizationId: snapshot.organizationId ?? organizationId, position, organization };
  return { ...row, sideId: findSide(connection, meeting, line, row) };
}

const isFilled = (text: LocalizedText): boolean => languages.some((language) => text[language] !== '');

const fullNames = { en: 'full_latin', ru: 'full_cyrillic', zh: 'full_han' } as const;

/** A whole name as it stands in its cell, a name in parts with the family name first; each in the language of its script. */
function writtenName(values: FieldValues, draft: Person): LocalizedText {
  const name = composedNames(draft.names);
  for (const language of languages) name[language] = values[fullNames[language]] || name[language];
  const whole = values.full_name ?? '';
  if (whole !== '') name[guessLanguage(whole)] = whole;
  return name;
}

function writtenPosition(values: FieldValues): LocalizedText {
  const position = { en: values.position_en ?? '', ru: values.position_ru ?? '', zh: values.position_zh ?? '' };
  const whole = values.position ?? '';
  if (whole !== '') position[guessLanguage(whole)] ||= whole;
  return position;
}

/** As the line has it; what it leaves out, from the register. */
function fillFromRegister(
  connection: Connection,
  written: LocalizedText,
  organizationId: string | null,
): LocalizedText {
  const known = organizationId === null ? undefined : findOrganization(connection, organizationId);
  if (known === undefined) return written;
  const name = { ...written };
  for (const language of languages) name[language] ||= known.name[language];
  return name;
}

/** The first side of the person's country, or else of the organisation's. */
function findSide(
  connection: Connection,
  meeting: Meeting,
  { source }: MatchedLine,
  row: Pick<Attendance, 'personId' | 'organizationId'>,
): string | null {
  const person = row.personId === null ? undefined : findPerson(connection, row.personId);
  const organization = row.organizationId === null ? undefined : findOrganization(connection, row.organizationId);
  for (const country of [source.values.country, person?.country, organization?.country]) {
    const side = meeting.sides.find((one) => one.country !== '' && one.country === country);
    if (side !== undefined) return side.id;
  }
  return null;
}
