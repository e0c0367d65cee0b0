import type { DocumentFinding } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Heading, HeadingKind } from '../../contract/translations.ts';
import { chooseText, type Language, type LocalizedText } from '../language.ts';
import { headingsOf } from '../translations/headings.ts';
import { stateOf, type Translated } from '../translations/state.ts';
import { createLookup, findSignatory, type RecordLookup } from './lookup.ts';
import { compareByOrderKey, numberEntries } from './numbering.ts';
import { isPresent } from './people.ts';
import { sortAgenda, sortEntries } from './items.ts';

type Code = DocumentFinding['code'];
type Reference = DocumentFinding['ref'];

const labelLength = 80;

/**
 * What a reader of the document would miss, in the order of the document. `language` names the language in which a
 * text is missing or outdated; null means that it is written nowhere, or that the gap has no language (an owner, a
 * date). `headings` are those that the document prints.
 */
export function checkMinutes(
  record: MeetingRecord,
  languages: readonly Language[],
  headings: readonly Heading[] = headingsOf(record),
): DocumentFinding[] {
  const findings: DocumentFinding[] = [];
  const add = (code: Code, language: Language | null, ref: Reference, label: string): void => {
    const characters = Array.from(label);
    const short = characters.length > labelLength ? `${characters.slice(0, labelLength - 1).join('')}…` : label;
    findings.push({ code, language, ref, label: short });
  };
  /** One finding per language without the text; a single one when nobody wrote it at all and it is needed. */
  const addMissing: AddMissing = (code, value, ref, label, isNeeded, translated) => {
    if (chooseText(value, 'en').text === '') {
      if (isNeeded) add(code, null, ref, label);
      return;
    }
    for (const language of languages) {
      const isGap = translated === undefined || stateOf(translated, language) === 'empty';
      if (value[language].trim() === '' && isGap) add(code, language, ref, label);
    }
  };
  const addOutdated: AddOutdated = (code, translated, ref, label) => {
    for (const language of languages) {
      if (stateOf(translated, language) === 'outdated') add(code, language, ref, label);
    }
  };

  const lookup = createLookup(record);
  const check: Check = {
    record,
    lookup,
    headings: Map.groupBy(headings, ({ placeId }) => placeId),
    add,
    addMissing,
    addOutdated,
  };
  checkMeeting(check);
  checkPeople(check);
  checkAgenda(check);
  checkAgreements(check);
  return findings;
}

type Add = (code: Code, language: Language | null, ref: Reference, label: string) => void;
/** With the state of the text, where it has one: what is not needed is not missing. */
type AddMissing = (
  code: Code,
  value: LocalizedText,
  ref: Reference,
  label: string,
  isNeeded: boolean,
  translated?: Translated,
) => void;
/** One finding per language in which the text says what the source said before. */
type AddOutdated = (code: Code, translated: Translated, ref: Reference, label: string) => void;

interface Check {
  record: MeetingRecord;
  lookup: RecordLookup;
  /** By the record that the minutes show them with. */
  headings: ReadonlyMap<string, readonly Heading[]>;
  add: Add;
  addMissing: AddMissing;
  addOutdated: AddOutdated;
}

/** Undefined where it is written in no language. */
const headingOf = ({ headings }: Check, kind: HeadingKind, placeId: string): Heading | undefined =>
  headings.get(placeId)?.find((heading) => heading.kind === kind);

/** Named by its own words: a title has no number of its own. */
function addOutdatedHeadings({ headings, addOutdated }: Check, ref: Reference): void {
  for (const heading of headings.get(ref.id) ?? []) {
    addOutdated('heading-outdated', heading, ref, heading.texts[heading.sourceLanguage].text);
  }
}

function checkAgreements(check: Check): void {
  [...check.record.agreements].sort(compareByOrderKey).forEach(({ id, title }, index) => {
    const ref: Reference = { kind: 'agreement', id };
    const label = chooseText(title, 'en').text || String(index + 1);
    const heading = headingOf(check, 'agreement_title', id);
    check.addMissing('agreement-title-missing', title, ref, label, true, heading);
    addOutdatedHeadings(check, ref);
  });
}

function checkMeeting(check: Check): void {
  const { record, lookup, add, addMissing } = check;
  const { meeting } = record;
  const ref: Reference = { kind: 'meeting', id: meeting.id };
  const title = chooseText(meeting.title, 'en').text;
  const theme = chooseText(meeting.theme, 'en').text;
  addMissing('title-missing', meeting.title, ref, title, true, headingOf(check, 'meeting_title', meeting.id));
  addMissing('theme-missing', meeting.theme, ref, theme, false, headingOf(check, 'meeting_theme', meeting.id));
  addOutdatedHeadings(check, ref);
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

function checkPeople({ lookup, add, addMissing }: Check): void {
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

function checkAgenda(check: Check): void {
  const { record, lookup, add, addMissing, addOutdated } = check;
  const numbers = numberEntries(record.agenda, record.entries);
  const entries = sortEntries(record);
  sortAgenda(record).forEach((item, index) => {
    const itemRef: Reference = { kind: 'agenda', id: item.id };
    const heading = headingOf(check, 'agenda_title', item.id);
    addMissing('agenda-title-missing', item.title, itemRef, String(index + 1), true, heading);
    addOutdatedHeadings(check, itemRef);
    const own = entries.filter((candidate) => candidate.agendaItemId === item.id);
    const lastOutcome = own.findLastIndex(({ kind }) => kind === 'decision' || kind === 'action');
    for (const [place, entry] of own.entries()) {
      const ref: Reference = { kind: 'entry', id: entry.id };
      const texts = { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text };
      const label = numbers.get(entry.id) ?? `${index + 1}: ${chooseText(texts, entry.sourceLanguage).text}`;
      addMissing('text-missing', texts, ref, label, true, entry);
      addOutdated('text-outdated', entry, ref, label);
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
      const due = entry.action?.due ?? null;
      if (due !== null && due < record.meeting.date) add('action-due-before-meeting', null, ref, label);
    }
  });
}
