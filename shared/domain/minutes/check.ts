import type { DocumentFinding } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language, type LocalizedText } from '../language.ts';
import { createLookup, findSignatory, type RecordLookup } from './lookup.ts';
import { compareByOrderKey, numberEntries } from './numbering.ts';
import { isPresent } from './people.ts';
import { sortAgenda, sortEntries } from './items.ts';

type Code = DocumentFinding['code'];
type Reference = DocumentFinding['ref'];

const labelLength = 80;

/**
 * What a reader of the document would miss, in the order of the document. `language` names the language in which a
 * text is missing; null means that it is written nowhere, or that the gap has no language (an owner, a date).
 */
export function checkMinutes(record: MeetingRecord, languages: readonly Language[]): DocumentFinding[] {
  const findings: DocumentFinding[] = [];
  const add = (code: Code, language: Language | null, ref: Reference, label: string): void => {
    const characters = Array.from(label);
    const short = characters.length > labelLength ? `${characters.slice(0, labelLength - 1).join('')}…` : label;
    findings.push({ code, language, ref, label: short });
  };
  /** One finding per language without the text; a single one when nobody wrote it at all and it is needed. */
  const addMissing = (code: Code, value: LocalizedText, ref: Reference, label: string, isNeeded: boolean): void => {
    if (chooseText(value, 'en').text === '') {
      if (isNeeded) add(code, null, ref, label);
      return;
    }
    for (const language of languages) {
      if (value[language].trim() === '') add(code, language, ref, label);
    }
  };

  const lookup = createLookup(record);
  checkMeeting(record, lookup, add, addMissing);
  checkPeople(lookup, add, addMissing);
  checkAgenda(record, lookup, add, addMissing);
  [...record.agreements].sort(compareByOrderKey).forEach((agreement, index) => {
    const label = chooseText(agreement.title, 'en').text || String(index + 1);
    addMissing('agreement-title-missing', agreement.title, { kind: 'agreement', id: agreement.id }, label, true);
  });
  return findings;
}

type Add = (code: Code, language: Language | null, ref: Reference, label: string) => void;
type AddMissing = (code: Code, value: LocalizedText, ref: Reference, label: string, isNeeded: boolean) => void;

function checkMeeting(record: MeetingRecord, lookup: RecordLookup, add: Add, addMissing: AddMissing): void {
  const { meeting } = record;
  const ref: Reference = { kind: 'meeting', id: meeting.id };
  const title = chooseText(meeting.title, 'en').text;
  addMissing('title-missing', meeting.title, ref, title, true);
  addMissing('theme-missing', meeting.theme, ref, chooseText(meeting.theme, 'en').text, false);
  if (meeting.startTime === null) add('time-missing', null, ref, meeting.date);
  const mainVenue = meeting.venues.find((venue) => venue.kind === 'main');
  if (meeting.format !== 'online') {
    const city = mainVenue?.city ?? { en: '', ru: '', zh: '' };
    addMissing('place-missing', city, ref, chooseText(city, 'en').text || title, true);
  }
  for (const side of meeting.sides) {
    addMissing('side-name-missing', side.name, { kind: 'side', id: side.id }, chooseText(side.name, 'en').text, true);
  }
  const present = lookup.attendanceInOrder.filter(isPresent);
  const hasRole = (...roles: string[]): boolean =>
    present.some((attendance) => attendance.roles.some((role) => roles.includes(role)));
  const isSignedBySides =
    meeting.sides.length >= 2 && meeting.sides.every((side) => findSignatory(lookup, side.id) !== null);
  if (!hasRole('chair', 'co_chair') && !isSignedBySides) add('chair-missing', null, ref, title);
  if (!hasRole('secretary')) add('secretary-missing', null, ref, title);
}

function checkPeople(lookup: RecordLookup, add: Add, addMissing: AddMissing): void {
  for (const attendance of lookup.attendanceInOrder) {
    const ref: Reference = { kind: 'attendance', id: attendance.id };
    const name = lookup.attendanceName(attendance);
    const organization = lookup.attendanceOrganization(attendance);
    const label = chooseText(name, 'en').text || chooseText(organization, 'en').text;
    const isPerson = attendance.personId !== null;
    addMissing('name-missing', name, ref, label, isPerson);
    addMissing('position-missing', attendance.position, ref, label, isPerson);
    addMissing('organization-missing', organization, ref, label, true);
    if (attendance.presence === 'expected') add('attendance-unsettled', null, ref, label);
  }
}

function checkAgenda(record: MeetingRecord, lookup: RecordLookup, add: Add, addMissing: AddMissing): void {
  const numbers = numberEntries(record.agenda, record.entries);
  const entries = sortEntries(record);
  sortAgenda(record).forEach((item, index) => {
    addMissing('agenda-title-missing', item.title, { kind: 'agenda', id: item.id }, String(index + 1), true);
    const own = entries.filter((candidate) => candidate.agendaItemId === item.id);
    const lastOutcome = own.findLastIndex(({ kind }) => kind === 'decision' || kind === 'action');
    for (const [place, entry] of own.entries()) {
      const ref: Reference = { kind: 'entry', id: entry.id };
      const texts = { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text };
      const label = numbers.get(entry.id) ?? `${index + 1}: ${chooseText(texts, entry.sourceLanguage).text}`;
      addMissing('text-missing', texts, ref, label, true);
      if (entry.kind === 'speech' && lookup.attendance(entry.speakerAttendanceId) === null) {
        add('speaker-unknown', null, ref, label);
      }
      if (entry.kind === 'proposal' && place > lastOutcome) add('proposal-unresolved', null, ref, label);
      if (entry.kind !== 'action') continue;
      const owners = entry.action?.owners ?? [];
      const isOwned = owners.some((owner) => chooseText(lookup.ownerName(owner), 'en').text !== '');
      if (!isOwned) add('action-without-owner', null, ref, label);
      const isDated = entry.action !== null && (entry.action.due !== null || entry.action.dueAtNextMeeting);
      if (!isDated) add('action-without-due', null, ref, label);
    }
  });
}
