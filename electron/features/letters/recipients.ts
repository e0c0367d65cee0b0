import type { Attendance } from '#shared/contract/attendance.ts';
import type { Recipient } from '#shared/contract/letters.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { concernsOrganization, organizationsOf } from '#shared/domain/documents/belongs.ts';
import { chooseText, type Language } from '#shared/domain/language.ts';
import { createLookup, type RecordLookup } from '#shared/domain/minutes/lookup.ts';

/** How the three languages are called where people write down what they speak. */
const languageWords: [RegExp, Language][] = [
  [/^(?:en|eng|english|англ\p{L}*|英[语文]?|英国语)$/iu, 'en'],
  [/^(?:ru|rus|russian|рус\p{L}*|俄[语文]?)$/iu, 'ru'],
  [/^(?:zh|chi|cn|chinese|mandarin|putonghua|кит\p{L}*|中文|中国语|汉语|华语|普通话|国语|中)$/iu, 'zh'],
];

/** The first of our languages in a list such as «русский, English»; null if it names none. */
export function readLanguage(list: string): Language | null {
  for (const word of list.split(/[^\p{L}]+/u)) {
    const found = languageWords.find(([pattern]) => pattern.test(word));
    if (found !== undefined) return found[1];
  }
  return null;
}

const byCountry: Record<string, Language> = { CN: 'zh', TW: 'zh', HK: 'zh', MO: 'zh', RU: 'ru', BY: 'ru' };

/** What somebody reads best: as the register says, else by the first country that is known; without any, English. */
export function chooseReadingLanguage(spoken: string, countries: readonly (string | undefined)[]): Language {
  const country = countries.find((code) => code !== undefined && code !== '');
  return readLanguage(spoken) ?? byCountry[country ?? ''] ?? 'en';
}

/** By country: their own, their institute's, their side's. */
function languageOf(attendance: Attendance, record: MeetingRecord): Language {
  const person = record.people.find(({ id }) => id === attendance.personId);
  const organization = record.organizations.find(({ id }) => id === attendance.organizationId);
  const side = record.meeting.sides.find(({ id }) => id === attendance.sideId);
  return chooseReadingLanguage(person?.languages ?? '', [person?.country, organization?.country, side?.country]);
}

function nameIn(attendance: Attendance, lookup: RecordLookup, language: Language): string {
  const name = chooseText(lookup.attendanceName(attendance), language).text;
  return name === '' ? chooseText(lookup.attendanceOrganization(attendance), language).text : name;
}

/** A delegation goes by its organisation; empty if nobody of this id is on the list. */
export function nameRecipient(record: MeetingRecord, attendanceId: string, language: Language): string {
  const lookup = createLookup(record);
  const attendance = lookup.attendance(attendanceId);
  return attendance === null ? '' : nameIn(attendance, lookup, language);
}

/** Everybody on the list of the meeting, in the order of the protocol. */
export function describeRecipients(record: MeetingRecord): Recipient[] {
  const lookup = createLookup(record);
  return lookup.attendanceInOrder.map((attendance) => {
    const language = languageOf(attendance, record);
    const person = record.people.find(({ id }) => id === attendance.personId);
    return {
      attendanceId: attendance.id,
      name: nameIn(attendance, lookup, language),
      email: person?.email ?? '',
      language,
      sideId: attendance.sideId,
      response: attendance.response,
      roles: attendance.roles,
    };
  });
}

/** Whose extract somebody on the list gets: of their organisation, where the minutes have something of it; else null. */
export function createExtractFinder(record: MeetingRecord): (attendanceId: string | null) => string | null {
  const attendances = new Map(record.attendance.map((attendance) => [attendance.id, attendance]));
  const concerned = new Map<string, boolean>();
  const concerns = (organizationId: string): boolean => {
    const is = concerned.get(organizationId) ?? concernsOrganization(record, organizationId);
    concerned.set(organizationId, is);
    return is;
  };
  return (attendanceId) => {
    const attendance = attendances.get(attendanceId ?? '');
    if (attendance === undefined) return null;
    return [...organizationsOf(attendance, record)].find(concerns) ?? null;
  };
}

/** Without whoever writes the letters: a guest of the list, its secretary, under the name from the settings. */
export function withoutWriter(recipients: Recipient[], record: MeetingRecord, secretaryName: string): Recipient[] {
  const writer = record.attendance.find(
    ({ personId, roles, name }) =>
      personId === null && roles.includes('secretary') && Object.values(name).includes(secretaryName),
  );
  return secretaryName === '' ? recipients : recipients.filter(({ attendanceId }) => attendanceId !== writer?.id);
}
