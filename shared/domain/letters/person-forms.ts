import type { Attendance } from '../../contract/attendance.ts';
import type { Person } from '../../contract/people.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language, type LocalizedText, type Script } from '../language.ts';
import { enteredNames, type RecordLookup } from '../minutes/lookup.ts';
import { looksFeminine, looksLikePatronymic } from '../names/patronymics.ts';

/** Somebody who is written to, or who signs. */
export interface Party {
  /** Null: a delegation, or somebody who is not in the register. */
  person: Person | null;
  name: LocalizedText;
  position: LocalizedText;
  organization: LocalizedText;
  /** ISO 3166 code, or empty. */
  country: string;
}

export interface NameParts {
  family: string;
  given: string;
  patronymic: string;
}

export function partyOfAttendance(attendance: Attendance, record: MeetingRecord, lookup: RecordLookup): Party {
  const person = record.people.find(({ id }) => id === attendance.personId) ?? null;
  return {
    person,
    name: lookup.attendanceName(attendance),
    position: attendance.position,
    organization: lookup.attendanceOrganization(attendance),
    country: person?.country ?? '',
  };
}

/** A member of the group, with the office held on the day of the meeting. */
export function partyOfPerson(person: Person, record: MeetingRecord, lookup: RecordLookup): Party {
  const { date } = record.meeting;
  const office = person.affiliations.find(
    ({ from, to }) => (from === null || from <= date) && (to === null || to >= date),
  );
  return {
    person,
    name: enteredNames(person),
    position: office?.position ?? { en: '', ru: '', zh: '' },
    organization: lookup.organizationName(office?.organizationId ?? null),
    country: person.country,
  };
}

/** The parts of a name as somebody entered them; null where the name is one text, or only a suggestion. */
function partsIn(script: Script, { person }: Party): NameParts | null {
  const name = person?.names[script];
  if (name === undefined || name.source === 'generated' || name.display.trim() !== '') return null;
  const parts = { family: name.family.trim(), given: name.given.trim(), patronymic: name.patronymic.trim() };
  return parts.family === '' || parts.given === '' ? null : parts;
}

/** Russian name with its patronymic, from the register or from three words in the order of a protocol. */
export function russianParts(party: Party): NameParts | null {
  const parts = partsIn('cyrillic', party);
  if (parts !== null) return parts;
  const [family = '', given = '', patronymic = '', ...more] = party.name.ru.trim().split(/\s+/u);
  return more.length === 0 && patronymic !== '' && looksLikePatronymic(patronymic)
    ? { family, given, patronymic }
    : null;
}

export function latinParts(party: Party): NameParts | null {
  return partsIn('latin', party);
}

/** As entered; else from a Russian patronymic, which is of one gender only. */
export function genderOf(party: Party): 'f' | 'm' | null {
  const entered = party.person?.gender ?? '';
  if (entered !== '') return entered;
  const patronymic = russianParts(party)?.patronymic ?? '';
  if (patronymic === '') return null;
  return looksFeminine(patronymic.toLowerCase()) ? 'f' : 'm';
}

/** Family name first wherever the bearer has it so; only for the country, names themselves do not say. */
const isFamilyFirst = ({ country }: Party): boolean => ['CN', 'JP', 'KP', 'KR', 'VN', 'TW', 'HK'].includes(country);

/** «Marina I. Orlova», «Wang Wenli»: as a person is named in an English letter. Empty if there is no Latin form. */
export function englishName(party: Party): string {
  const parts = latinParts(party);
  if (parts === null || isFamilyFirst(party)) return party.name.en.trim();
  const initial = parts.patronymic === '' ? [] : [`${Array.from(parts.patronymic)[0] ?? ''}.`];
  return [parts.given, ...initial, parts.family].join(' ');
}

const initialsOf = (parts: NameParts): string =>
  [parts.given, parts.patronymic]
    .filter((part) => part !== '')
    .map((part) => `${Array.from(part)[0] ?? ''}.`)
    .join(' ');

/** «М. И. Орлова» under a letter, «Орловой М. И.» above it; other names stay as they are. */
export function russianSignature(party: Party): string {
  const parts = russianParts(party);
  if (parts === null || parts.patronymic === '') return party.name.ru.trim();
  return `${initialsOf(parts)} ${parts.family}`;
}

export function surnameWithInitials(surname: string, parts: NameParts): string {
  return `${surname} ${initialsOf(parts)}`;
}

/** The name to print in a language, with the language it is really in. */
export function nameIn(party: Party, language: Language): { text: string; language: Language } {
  const own = { en: englishName, ru: (of: Party) => of.name.ru.trim(), zh: (of: Party) => of.name.zh.trim() }[language];
  const text = own(party);
  if (text !== '') return { text, language };
  const english = englishName(party);
  return english === '' ? chooseText(party.name, language) : { text: english, language: 'en' };
}
