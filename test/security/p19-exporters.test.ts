import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '#shared/domain/clean-text.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { parseCsv, writeCsv } from '../../electron/exchange/csv.ts';
import { protectFormula, releaseFormula } from '../../electron/exchange/formula.ts';
import { tmxLanguages } from '../../electron/exchange/tmx-language.ts';
import { closeTmx, openTmx, writeUnit } from '../../electron/exchange/tmx-write.ts';
import { writeVcards } from '../../electron/exchange/vcard-write.ts';
import { parseXlsx, writeXlsx } from '../../electron/exchange/xlsx.ts';
import { exporters, importers } from '../../electron/formats.ts';
import { writeDraft } from '../../electron/mail/eml.ts';
import { writeEvents } from '../../electron/mail/ics.ts';
import { parseRecord } from '../../electron/features/records/parse.ts';
import { anyText } from '../support/any-text.ts';
import { openTestBackend } from '../support/backend.ts';
import { makeBundle } from '../support/bundles.ts';
import { randomRecord } from '../support/random-record.ts';
import { readDraft } from '../support/read-draft.ts';
import { readCsvPlainly, readTmxPlainly, readXlsxPlainly } from '../support/read-exchange.ts';
import { readSealed } from '../support/read-zip.ts';
import { reportTrials, trialCount } from '../support/trials.ts';
import { injections } from '../unit/documents/injections.ts';

/*
 * P19, of all that is no document (p19-documents): whatever is written is read back by a reader of somebody else and is
 * what was stored. Texts are of any characters, cleaned as at the border, with the corpus of injections among them.
 */
const runs = trialCount(10, 2_000);
/** Of whole back ends. */
const storeRuns = trialCount(1, 40);

const corpus = Object.values(injections).flat();
const dangerous = Array.from('=+-@\t\r＝＋－＠\'"');
const typed = fc.oneof(
  anyText,
  fc.constantFrom(...corpus),
  fc.tuple(fc.constantFrom(...dangerous), anyText).map((parts) => parts.join('')),
);
const line = typed.map((text) => cleanLine(text).trim());
const text = typed.map((value) => cleanText(value).trim());
const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });

async function hold<Value>(
  arbitrary: fc.Arbitrary<Value>,
  check: (value: Value) => Promise<void> | void,
  count = runs,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => check(value)),
    { numRuns: count },
  );
  reportTrials('P19', count);
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const header = ['A', 'B', 'C'];
const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell !== '');

async function checkCsv(): Promise<void> {
  await hold(table, async (rows) => {
    const all = [header, ...rows];
    const guarded = readCsvPlainly(decode(await writeCsv(all, false)));
    expect(guarded.map((row) => row.map(releaseFormula))).toEqual(all);
    expect(guarded.flat().filter((cell) => /^[=+\-@\t\r\n\0＝＋－＠]/u.test(cell))).toEqual([]);
    expect(readCsvPlainly(decode(await writeCsv(all, true)))).toEqual(all);
    const back = await parseCsv(await writeCsv(all, false));
    expect('rows' in back && back.rows.map(({ cells }) => cells)).toEqual(all.filter(isFilled));
  });
}

async function checkXlsx(): Promise<void> {
  await hold(table, async (rows) => {
    const all = [header, ...rows];
    const bytes = await writeXlsx(all);
    const cells = await readXlsxPlainly(bytes);
    const addresses = all.flatMap((row, at) => row.map((_, column) => `${header[column]!}${String(at + 1)}`));
    expect(addresses.map((address) => cells.get(address) ?? '')).toEqual(all.flat());
    const back = await parseXlsx(bytes);
    expect('rows' in back && back.rows.map(({ cells: read }) => header.map((_, at) => read[at] ?? ''))).toEqual(
      all.filter(isFilled),
    );
  });
}

const contact = fc.record({
  id: fc.uuid(),
  family_latin: line,
  given_latin: line,
  organization_en: line,
  position_en: line,
  phone: line.map((value) => value.replace(/[,;\n]/gu, ' ').trim()),
  note: text,
});

async function checkVcard(version: 3 | 4): Promise<void> {
  await hold(fc.array(contact, { minLength: 1, maxLength: 3 }), (contacts) => {
    const written = decode(writeVcards(contacts, 'people', version, 'en'));
    expect(written).not.toMatch(/(?<!\r)\n|\r(?!\n)|(?![\r\n\t])\p{Cc}/u);
    expect(written.split('\r\n').filter((part) => Buffer.byteLength(part) > 75)).toEqual([]);
    const parsed = ICAL.parse(written) as unknown[] | unknown[][];
    // A single card comes without a list around it.
    const cards = (Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][];
    const read = cards.map((card) => new ICAL.Component(card));
    const valueOf = (card: ICAL.Component, name: string): unknown => card.getFirstProperty(name)?.getFirstValue() ?? '';
    expect(read.map((card) => card.name)).toEqual(contacts.map(() => 'vcard'));
    read.forEach((card, index) => {
      const { id, family_latin: family, given_latin: given, note } = contacts[index]!;
      expect(valueOf(card, 'uid')).toBe(`urn:uuid:${id}`);
      const name = valueOf(card, 'n');
      if (family !== '' || given !== '') expect((name as string[]).slice(0, 2)).toEqual([family, given]);
      // This reader leaves the escape before a semicolon, which may stand there (RFC 6350, section 3.4).
      expect(String(valueOf(card, 'note')).replaceAll('\\;', ';')).toContain(note);
    });
  });
}

async function checkCalendar(): Promise<void> {
  const event = fc.record({ summary: line, description: text, location: line });
  await hold(event, async ({ summary, description, location }) => {
    const start = new Date('2026-11-21T10:00:00Z');
    const written = await writeEvents([{ id: 'a', start, stamp: start, summary, description, location }]);
    expect(written).not.toMatch(/(?<!\r)\n|\r(?!\n)|(?![\r\n\t])\p{Cc}/u);
    const events = new ICAL.Component(ICAL.parse(written) as unknown[]).getAllSubcomponents();
    const read = ['summary', 'description', 'location'].map((name) => events[0]!.getFirstPropertyValue(name) ?? '');
    expect([events.length, ...read]).toEqual([1, summary, description, location]);
  });
}

async function checkMail(): Promise<void> {
  // What looks like an encoded word is split: programs would decode it in a quoted name, too.
  const plain = line.map((value) => value.replaceAll('=?', '= ?'));
  const mail = fc.record({ subject: plain, name: plain, body: text, bytes: fc.uint8Array({ maxLength: 200 }) });
  await hold(mail, async ({ subject, name, body, bytes }) => {
    const attachment = { name: 'Протокол.pdf', plainName: 'a.pdf', mediaType: 'application/pdf', bytes };
    const to = [{ name, address: 'somebody@example.org' }];
    const html = '<p>x</p>';
    const draft = await writeDraft({
      to,
      subject,
      language: 'ru',
      body: { text: body, html },
      attachments: [attachment],
    });
    const read = await readDraft({ bytes: draft });
    expect(read.to).toEqual(['somebody@example.org']);
    expect(squash(read.subject)).toBe(squash(subject));
    expect(read.text.replace(/\r\n/gu, '\n').trim()).toBe(body.trim());
    expect(read.attachments).toEqual([{ name: 'Протокол.pdf', bytes }]);
  });
}

const squash = (value: string): string => value.replace(/\s+/gu, ' ').trim();

async function checkTmx(): Promise<void> {
  const unit = fc.record({ en: text, ru: text, zh: text, meeting: line });
  await hold(fc.array(unit, { maxLength: 4 }), (units) => {
    const written = units.map(({ meeting, ...texts }) => writeUnit({ texts, date: '', meeting }));
    const read = readTmxPlainly([openTmx('1', 0), ...written, closeTmx].join(''));
    const wanted = units.map(({ meeting, ...texts }) => ({
      texts: Object.fromEntries(
        languages
          .filter((language: Language) => texts[language] !== '')
          .map((language) => [tmxLanguages[language], texts[language]]),
      ),
      props: meeting === '' ? {} : { 'x-meeting': meeting },
    }));
    expect(read).toEqual(wanted);
  });
}

/** As it is stored, which a file may say in several ways. */
function stored(record: MeetingRecord): MeetingRecord {
  const parsed = parseRecord(new TextEncoder().encode(JSON.stringify(record)));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.record;
}

/** A record goes with those of the register whom it names. */
function expectRecord(read: MeetingRecord, record: MeetingRecord): void {
  const { people, organizations, ...rest } = stored(record);
  expect(read).toEqual({ ...rest, people: read.people, organizations: read.organizations });
  for (const person of read.people) expect(people).toContainEqual(person);
  for (const organization of read.organizations) expect(organizations).toContainEqual(organization);
}

async function checkRecord(): Promise<void> {
  const { client } = openTestBackend().backend;
  await hold(
    randomRecord,
    async (record) => {
      await client.records.import({ file: new File([JSON.stringify(record)], 'a.json') });
      const file = await client.records.export({ meetingId: record.meeting.id });
      expectRecord(JSON.parse(await file.text()) as MeetingRecord, record);
    },
    storeRuns,
  );
}

async function checkBundle(): Promise<void> {
  const { client } = openTestBackend().backend;
  await hold(
    randomRecord,
    async (record) => {
      await client.records.import({ file: new File([JSON.stringify(record)], 'a.json') });
      const bundle = await makeBundle(client, [record.meeting.id]);
      const entries = await readSealed(new Uint8Array(await bundle.arrayBuffer()));
      const records = entries
        .filter(({ path }) => path.endsWith('.json'))
        .map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as MeetingRecord)
        .filter(({ format }) => (format as string) === 'trilogue-record');
      expect(records).toHaveLength(1);
      expectRecord(records[0]!, record);
    },
    storeRuns,
  );
}

const elsewhere = (): Promise<void> => Promise.resolve();

/** One for each way out; documents are read in p19-documents.test.ts. */
const checks: Record<keyof typeof exporters, () => Promise<void>> = {
  pdf: elsewhere,
  docx: elsewhere,
  md: elsewhere,
  ics: checkCalendar,
  record: checkRecord,
  bundle: checkBundle,
  eml: checkMail,
  tmx: checkTmx,
  csv: checkCsv,
  xlsx: checkXlsx,
  vcard4: () => checkVcard(4),
  vcard3: () => checkVcard(3),
};

describe('read back', { timeout: 1_800_000 }, () => {
  test.each(Object.entries(checks).filter(([, check]) => check !== elsewhere))('%s', async (_name, check) => {
    await check();
  });
});

test('a spreadsheet takes no cell for a formula, and every cell comes back', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
  for (const start of [...starts, ...starts.map((sign) => `'${sign}`), ...starts.map((sign) => `''${sign}`)]) {
    const cell = `${start}1+1`;
    const guarded = protectFormula(cell);
    expect(guarded).toBe(`'${cell}`);
    expect(releaseFormula(guarded)).toBe(cell);
  }
  for (const cell of ["it's", "'", "'a", '1-1', ' =1', '']) expect(releaseFormula(protectFormula(cell))).toBe(cell);
});

test('what is written can be told apart and opened again', () => {
  for (const { extension, mediaType } of Object.values(exporters)) {
    expect(extension).toMatch(/^[a-z.]+$/u);
    expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/u);
  }
  const read = new Set<string>(Object.values(importers).flatMap(({ extensions }) => [...extensions]));
  for (const { extension } of [exporters.csv, exporters.xlsx, exporters.vcard3, exporters.vcard4, exporters.tmx]) {
    expect(read).toContain(extension);
  }
});
