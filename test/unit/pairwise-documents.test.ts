import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentFormat, DocumentKind, DocumentLayout } from '#shared/contract/documents.ts';
import { documentKinds } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { chooseText, type Language, languages } from '#shared/domain/language.ts';
import { concernsOrganization } from '#shared/domain/documents/belongs.ts';
import { documentTraits } from '#shared/domain/documents/traits.ts';
import { type Client, makeSharedFolder, openSharedBackend } from '../support/backend.ts';
import { expectTexts } from '../support/expected-texts.ts';
import { selectPairwise } from '../support/pairwise.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';

/*
 * Every kind, layout, language and format of document of the three sample meetings, each pair of them at least once,
 * read back by readers that are not ours and compared with the records.
 */

const most = 60;
const names = ['Jiangsu', 'Nanjing', 'Changchun'] as const;
const dates: Record<(typeof names)[number], string> = {
  Jiangsu: '2020-06-16',
  Nanjing: '2020-09-09',
  Changchun: '2021-03-26',
};

interface Wanted extends Record<string, string> {
  meeting: (typeof names)[number];
  kind: DocumentKind;
  layout: DocumentLayout;
  languages: string;
  format: DocumentFormat;
}

/** In files of several languages the order is not always the same. */
function languageSets(kind: DocumentKind, layout: DocumentLayout): string[] {
  if (layout === 'single') return [...languages];
  if (layout === 'sequential') return ['zh,ru', 'en,ru,zh'];
  return documentTraits[kind].mostColumns === 3 ? ['zh,ru,en'] : ['zh,ru', 'ru,en'];
}

const possible = names.flatMap((meeting) =>
  documentKinds.flatMap((kind) =>
    documentTraits[kind].layouts.flatMap((layout) =>
      languageSets(kind, layout).flatMap((set) =>
        documentTraits[kind].formats.map((format): Wanted => ({ meeting, kind, layout, languages: set, format })),
      ),
    ),
  ),
);
const selected = selectPairwise(possible);

let client: Client;
const records = new Map<string, MeetingRecord>();
const folder = makeSharedFolder();
const backend = openSharedBackend(folder);

beforeAll(async () => {
  client = backend().client;
  await client.records.loadSample();
  for (const { id, date } of await client.meetings.list()) {
    // The sources name no dates; a calendar needs some.
    const { entries } = await client.meetings.get({ id });
    const actions = entries.flatMap(({ id: entryId, action }) => (action === null ? [] : [{ id: entryId, action }]));
    if (actions.length > 0) {
      const changes = actions.map(({ action, ...entry }) => ({ ...entry, action: { ...action, due: '2021-06-30' } }));
      await client.entries.update({ changes });
    }
    const file = await client.records.export({ meetingId: id });
    const name = names.find((candidate) => dates[candidate] === date);
    records.set(name ?? date, JSON.parse(await file.text()) as MeetingRecord);
  }
});

function recordOf(name: string): MeetingRecord {
  const record = records.get(name);
  if (record === undefined) throw new Error(`no record of ${name}`);
  return record;
}

/** For whom an extract can be made: the first by name. */
function findConcerned(record: MeetingRecord): string {
  const concerned = record.organizations.filter(({ id }) => concernsOrganization(record, id));
  return concerned.sort((a, b) => (a.name.en < b.name.en ? -1 : 1))[0]?.id ?? '';
}

async function readBody(format: DocumentFormat, bytes: Uint8Array): Promise<string> {
  if (format === 'pdf') return readPdfBody(bytes);
  if (format === 'docx') return readDocxBody(bytes);
  const markdown = new TextDecoder().decode(bytes);
  return squash(markdown.replace(/\\([!-/:-@[-`{-~])/gu, '$1').replace(/\*\*/gu, ''));
}

function count(body: string, text: string): number {
  return text === '' ? 0 : body.split(text).length - 1;
}

/** A title inside quotation marks has inner ones; a sentence inside another begins with a small letter. */
const plain = (text: string): string =>
  squash(text)
    .replace(/[«»„“”‘’"]/gu, '')
    .toLowerCase();

/** Each text stands behind the one before it. */
function findDisorder(body: string, texts: readonly string[]): string[] {
  const missing: string[] = [];
  let from = 0;
  for (const text of texts) {
    const place = body.indexOf(plain(text), from);
    if (place < 0) missing.push(text);
    else from = place + plain(text).length;
  }
  return missing;
}

async function readCalendar(file: File): Promise<ICAL.Component> {
  return new ICAL.Component(ICAL.parse(await file.text()) as unknown[]);
}

test('few files show every pair', () => {
  expect(selected.length).toBeLessThanOrEqual(most);
  expect(new Set(selected.map(({ kind }) => kind)).size).toBe(documentKinds.length);
});

describe('a document holds every fact once and in order', () => {
  test.each(selected)(
    '$meeting $kind $layout $languages $format',
    async ({ meeting, kind, layout, format, ...rest }) => {
      const record = recordOf(meeting);
      const chosen = rest.languages.split(',') as Language[];
      const organizationId = findConcerned(record);
      const made = await client.documents.export({
        meetingId: record.meeting.id,
        kind,
        layout,
        languages: chosen,
        organizationId: kind === 'extract' ? organizationId : null,
        formats: [format],
      });
      expect(made).toHaveLength(1);
      const [file] = made;
      const body = plain(await readBody(format, new Uint8Array((await file?.file.arrayBuffer()) ?? [])));
      const expected = chosen.map((language) => expectTexts(record, kind, language, organizationId));
      const told = expected.flatMap(({ once }) => once.map(plain));
      // On a sheet of several languages everybody signs once: a name without a form of its own in one is not repeated.
      const printed = kind === 'attendance_sheet' && layout === 'columns' ? [...new Set(told)] : told;
      for (const { inOrder, once, absent } of expected) {
        expect({ outOfOrder: findDisorder(body, inOrder) }).toEqual({ outOfOrder: [] });
        // A text may be part of another one, and stand in for a language that has none.
        const wrong = once
          .map(plain)
          .map((text) => ({
            text,
            times: count(body, text),
            wanted: printed.reduce((sum, one) => sum + count(one, text), 0),
          }))
          .filter(({ times, wanted }) => times !== wanted);
        expect(wrong).toEqual([]);
        expect(
          absent.filter((text) => !printed.some((one) => one.includes(plain(text))) && body.includes(plain(text))),
        ).toEqual([]);
      }
    },
  );
});

describe.each(names)('mail and calendar of %s', (name) => {
  test('drafts per language carry the documents under names of their script', async () => {
    const record = recordOf(name);
    const meetingId = record.meeting.id;
    const recipients = (await client.letters.recipients({ meetingId })).map(({ attendanceId, language }) => ({
      id: newId(),
      attendanceId,
      language,
    }));
    const empty = { en: '', ru: '', zh: '' };
    const drafts = await client.letters.draft({
      meetingId,
      kind: 'documents',
      circulationId: null,
      due: null,
      notes: empty,
      documents: [
        { kind: 'minutes', format: 'pdf' },
        { kind: 'minutes', format: 'docx' },
      ],
      grouping: 'language',
      recipients,
    });
    expect(drafts.flatMap(({ letters }) => letters)).toHaveLength(recipients.length);
    for (const { letters, file } of drafts) {
      const language = letters[0]?.language ?? 'en';
      const mail = await PostalMime.parse(await file.arrayBuffer());
      expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
      expect(mail.attachments.map(({ filename }) => /[А-я]|\p{Script=Han}/u.test(filename ?? ''))).toEqual([
        language !== 'en',
        language !== 'en',
      ]);
      const [pdf, docx] = mail.attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer));
      for (const body of [await readPdfBody(pdf ?? new Uint8Array()), readDocxBody(docx ?? new Uint8Array())]) {
        expect(findDisorder(plain(body), expectTexts(record, 'minutes', language, '').inOrder)).toEqual([]);
      }
    }
  });

  test('the calendar has the meeting, and one day per action item', async () => {
    const record = recordOf(name);
    const meetingId = record.meeting.id;
    const meeting = await readCalendar(await client.letters.calendar({ meetingId }));
    const event = meeting.getFirstSubcomponent('vevent');
    const summary = String(event?.getFirstPropertyValue('summary'));
    for (const language of languages) expect(summary).toContain(chooseText(record.meeting.title, language).text);

    const actions = expectTexts(record, 'actions', 'ru', '').once;
    const asked = client.documents.actionsCalendar({ meetingId, language: 'ru' });
    if (actions.length === 0) {
      await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
      return;
    }
    const days = (await readCalendar(await asked)).getAllSubcomponents('vevent');
    const summaries = days.map((day) => squash(String(day.getFirstPropertyValue('summary'))));
    expect(days).toHaveLength(actions.length);
    expect(actions.filter((text) => !summaries.some((one) => one.includes(squash(text).slice(0, 40))))).toEqual([]);
    for (const day of days) expect(String(day.getFirstPropertyValue('dtstart'))).toBe('2021-06-30');
  });
});
