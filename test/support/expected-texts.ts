import type { DocumentKind } from '#shared/contract/documents.ts';
import type { Entry } from '#shared/contract/entries.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { chooseText, emptyText, type Language, type LocalizedText } from '#shared/domain/language.ts';

/*
 * What a document must hold, told from the record alone and without the code that builds documents: texts as a reader
 * of that language gets them, in the order in which they must stand.
 */

export interface ExpectedTexts {
  /** Each at least once, in this order. */
  inOrder: string[];
  /** What was said, decided and charged: each exactly once. */
  once: string[];
  /** What has no business there. */
  absent: string[];
}

type Item = MeetingRecord['agenda'][number];

const byOrderKey = <Row extends { orderKey: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1));

export function expectTexts(
  record: MeetingRecord,
  kind: DocumentKind,
  language: Language,
  organizationId: string,
): ExpectedTexts {
  const say = (text: LocalizedText): string => chooseText(text, language).text;
  const entryText = (entry: Entry): string => {
    const texts = { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text };
    return texts[language].trim() === '' ? texts[entry.sourceLanguage] : texts[language];
  };
  const items = byOrderKey(record.agenda);
  const rowsOf = (item: Item): Entry[] => byOrderKey(record.entries.filter((entry) => entry.agendaItemId === item.id));
  const textsOf = (item: Item, ...kinds: Entry['kind'][]): string[] =>
    kinds.flatMap((wanted) => rowsOf(item).filter((entry) => entry.kind === wanted)).map(entryText);
  const spokenIn = (item: Item): string[] =>
    rowsOf(item)
      .filter(({ kind: sort }) => sort === 'speech' || sort === 'note')
      .map(entryText);
  const decisionsAndActions = (): string[] => [
    ...items.flatMap((item) => textsOf(item, 'decision')),
    ...items.flatMap((item) => textsOf(item, 'action')),
  ];
  const title = say(record.meeting.title);
  const agenda = items.map((item) => say(item.title));
  const agreements = byOrderKey(record.agreements).map((agreement) => say(agreement.title));
  const everything = record.entries.map(entryText);
  const without = (texts: readonly string[]): string[] => everything.filter((text) => !texts.includes(text));

  switch (kind) {
    case 'minutes': {
      const proceedings = items.flatMap((item) => [...spokenIn(item), ...textsOf(item, 'proposal', 'decision')]);
      const actions = items.flatMap((item) => textsOf(item, 'action'));
      return {
        inOrder: [title, ...agenda, ...proceedings, ...actions, ...agreements],
        once: everything,
        absent: [],
      };
    }
    case 'short_minutes': {
      const outcomes = decisionsAndActions();
      return { inOrder: [title], once: outcomes, absent: items.flatMap(spokenIn) };
    }
    case 'extract': {
      const own = ownActions(record, organizationId);
      const actions = items.flatMap(rowsOf).filter(({ id }) => own.has(id));
      return {
        inOrder: [title],
        once: actions.map(entryText),
        absent: record.entries
          .filter(({ kind: sort, id }) => sort === 'speech' || (sort === 'action' && !own.has(id)))
          .map(entryText),
      };
    }
    case 'actions': {
      const actions = items.flatMap((item) => textsOf(item, 'action'));
      return { inOrder: [title, ...actions], once: actions, absent: without(actions) };
    }
    case 'agenda':
      return { inOrder: [title, ...agenda], once: agenda, absent: everything };
    case 'attendance_sheet':
      return { inOrder: [title], once: peopleNames(record, language), absent: everything };
    case 'invitation':
      return { inOrder: [title], once: [], absent: everything };
    case 'news': {
      const spoken = items.flatMap((item) => textsOf(item, 'speech'));
      const decisions = items.flatMap((item) => textsOf(item, 'decision'));
      return { inOrder: [title], once: [...spoken, ...decisions, ...agreements], absent: [] };
    }
  }
}

/** Ids of action items that an organisation has: itself, or by somebody who came from it. */
function ownActions(record: MeetingRecord, organizationId: string): Set<string> {
  const people = new Set(
    record.attendance.flatMap(({ personId, organizationId: from }) =>
      personId !== null && from === organizationId ? [personId] : [],
    ),
  );
  const sides = new Set(
    record.meeting.sides.filter(({ leadOrganizationId }) => leadOrganizationId === organizationId).map(({ id }) => id),
  );
  const isOwn = (ownerId: string): boolean => ownerId === organizationId || people.has(ownerId) || sides.has(ownerId);
  return new Set(
    record.entries.filter(({ action }) => action?.owners.some(({ ownerId }) => isOwn(ownerId))).map(({ id }) => id),
  );
}

/** Of everybody who was there as a person, as entered for the meeting. */
function peopleNames(record: MeetingRecord, language: Language): string[] {
  return record.attendance
    .filter(({ personId }) => personId !== null)
    .map(({ name }) => chooseText({ ...emptyText(), ...name }, language).text)
    .filter((name) => name !== '');
}
