import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { SaxesParser } from 'saxes';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { renderDocx } from '../../electron/documents/docx/index.ts';
import { nameDocument } from '../../electron/documents/file-name.ts';
import { readLabels } from '../../electron/documents/labels.ts';
import { readLetterWords } from '../../electron/documents/letter-words.ts';
import { renderMarkdown } from '../../electron/documents/markdown.ts';
import { writeActionsCalendar } from '../../electron/mail/actions-ics.ts';
import { describeBody } from '../../electron/mail/body.ts';
import { writeDraft } from '../../electron/mail/eml.ts';
import { writeCalendar } from '../../electron/mail/ics.ts';
import { describeMailto } from '../../electron/mail/mailto.ts';
import { meetingRecord, type MeetingRecord } from '#shared/contract/records.ts';
import { cleanLine } from '#shared/domain/clean-text.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { buildLetter } from '#shared/domain/letters/index.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { readMarkdown } from '../support/read-markdown.ts';
import { exampleRecord } from '../unit/minutes/example-record.ts';
import { paragraphsOf } from '../support/block-texts.ts';
import { reportTrials, trialCount } from '../support/trials.ts';
import { build, headsOf, readSamples } from '../unit/documents/build-sample.ts';
import { injections, packInjections } from '../unit/documents/injections.ts';
import { openPdf } from '../unit/documents/open-pdf.ts';
import { startEngine } from '../unit/documents/start-engine.ts';

const engine = startEngine();
afterAll(() => engine.close());
/** One for each way out of the program that a line was tried on. */
afterEach(() => {
  reportTrials('P19', 1);
});

const textKeys = new Set([
  ...['en', 'ru', 'zh', 'text', 'number', 'family', 'given', 'patronymic', 'display'],
  ...['foundingDocument', 'phone', 'messenger', 'languages', 'note'],
]);

/** Of the paragraphs of a record; the next text goes on with the next ones. */
const paragraphsAtOnce = 5;

/** A record with `line` wherever somebody may type, and in its longer texts all of the corpus; cleaned as at the border. */
function poison(record: MeetingRecord, line: string, corpus: readonly string[]): MeetingRecord {
  let next = 0;
  const takeParagraphs = (): string => {
    next += paragraphsAtOnce;
    return Array.from({ length: paragraphsAtOnce }, (_, index) => corpus[(next + index) % corpus.length]).join('\n');
  };
  const fill = (value: unknown, key: string, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => fill(item, '', path));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, fill(inner, name, `${path}/${name}`)]),
      );
    }
    if (typeof value !== 'string' || !textKeys.has(key)) return value;
    if (path.includes('/texts/')) return takeParagraphs();
    // A name with a control character is refused at the border.
    return path.startsWith('/people/') ? cleanLine(line) : line;
  };
  return meetingRecord.parse(fill(record, '', ''));
}

/** As long, of letters only: what the other record must be like in everything but its words. */
const harmless = (text: string): string => text.replace(/[^\s\u0085\u2028\u2029]/gu, 'x');

const corpus = Object.values(injections).flat();
const bases = [exampleRecord(), withRegister()];

/** With people and organisations of the register, whose names stand in where the list has none. */
function withRegister(): MeetingRecord {
  const [record] = readSamples();
  for (const row of record!.attendance.slice(0, 2)) row.name = { en: '', ru: '', zh: '' };
  return record!;
}

/** The corpus as a whole is in the long texts of each; the lines of titles and names take turns. */
const lines = packInjections(360);
const tried = lines.slice(0, trialCount(3, lines.length));

const cases = tried.map((line, index) => {
  const base = bases[index % bases.length]!;
  return {
    index,
    line,
    languages: [languages[index % languages.length]!],
    evil: poison(base, line, corpus),
    plain: poison(base, harmless(line), corpus.map(harmless)),
  };
});

function buildWithLetterhead(record: MeetingRecord, typed: string, chosen: readonly Language[]): MinutesDocument {
  const line = cleanLine(typed);
  const text = { en: line, ru: line, zh: line };
  return build(record, {
    letterhead: {
      of: { organizationId: 'x', name: text, address: text, phone: line, email: line, website: line, logo: null },
      logo: null,
    },
    authenticity: { kind: 'prevails', language: 'en' },
    languages: chosen,
  });
}

function expectInOrder(read: string, texts: readonly string[]): void {
  // A full-width stop behind the number of a point in Chinese.
  const body = read.replace(/．/gu, '.');
  const missing: string[] = [];
  let from = 0;
  for (const text of texts) {
    const wanted = squash(text).replace(/．/gu, '.');
    const place = body.indexOf(wanted, from);
    if (place < 0) missing.push(text);
    else from = place + wanted.length;
  }
  expect(missing.slice(0, 3)).toEqual([]);
}

const textsOf = ({ sections }: MinutesDocument): string[] =>
  sections.flatMap((section) => [...headsOf(section), ...section.blocks.flatMap(paragraphsOf)]);

test('the texts are in the documents that are tried here', () => {
  for (const { evil, line, languages: chosen } of cases) {
    const texts = textsOf(buildWithLetterhead(evil, line, chosen)).map(squash);
    const wanted = squash(cleanLine(line));
    expect(texts.filter((text) => text.includes(wanted)).length).toBeGreaterThan(15);
  }
});

describe('PDF', () => {
  // A hyphen of its own is not told from that of a line's end.
  const reduce = (text: string): string => text.replace(/[-\u2010\u2011]/gu, '').replace(/．/gu, '.');

  test.each(cases)('$index', async ({ evil, line, languages: chosen }) => {
    const document = buildWithLetterhead(evil, line, chosen);
    const { bytes } = await engine.renderPdf(document);
    const body = reduce(await readPdfBody(bytes));
    expect(textsOf(document).filter((text) => !body.includes(reduce(squash(text))))).toEqual([]);
    const pdf = await openPdf(bytes);
    expect([await pdf.getAttachments(), await pdf.getJSActions(), await pdf.getOpenAction()]).toEqual([
      null,
      null,
      null,
    ]);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      expect(await (await pdf.getPage(number)).getAnnotations()).toEqual([]);
    }
    await pdf.loadingTask.destroy();
  });
});

interface Package {
  parts: string[];
  elements: Set<string>;
  relationships: string[];
}

function readPackage(bytes: Uint8Array): Package {
  const entries = unzipSync(bytes);
  const elements = new Set<string>();
  const relationships: string[] = [];
  for (const part of Object.values(entries)) {
    const parser = new SaxesParser({ xmlns: false });
    parser.on('opentag', ({ name, attributes }) => {
      elements.add(name);
      if (name === 'Relationship') relationships.push(JSON.stringify(attributes));
    });
    parser.on('doctype', () => expect.fail('a document type'));
    parser.on('processinginstruction', ({ target }) => expect.fail(target));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(part)).close();
  }
  return { parts: Object.keys(entries).sort(), elements, relationships: relationships.sort() };
}

describe('DOCX', () => {
  test.each(cases)('$index', async ({ evil, plain, line, languages: chosen }) => {
    const document = buildWithLetterhead(evil, line, chosen);
    const bytes = await renderDocx(document);
    expectInOrder(readDocxBody(bytes), textsOf(document));
    const [found, wanted] = [bytes, await renderDocx(buildWithLetterhead(plain, harmless(line), chosen))].map(
      readPackage,
    );
    expect(found!.parts).toEqual(wanted!.parts);
    expect(found!.relationships).toEqual(wanted!.relationships);
    expect([...found!.elements].filter((element) => !wanted!.elements.has(element))).toEqual([]);
    expect(found!.relationships.join()).not.toMatch(/TargetMode|evil/u);
  });
});

describe('Markdown', () => {
  test.each(cases)('$index', ({ evil, line, languages: chosen }) => {
    const document = buildWithLetterhead(evil, line, chosen);
    const { text, hits } = readMarkdown(new TextDecoder().decode(renderMarkdown(document)));
    expect(hits).toEqual([]);
    const [section] = document.sections;
    expectInOrder(squash(text), section!.blocks.flatMap(paragraphsOf));
    expect(headsOf(section!).filter((head) => !squash(text).includes(squash(head)))).toEqual([]);
  });
});

describe('mail', () => {
  const write = (record: MeetingRecord, line: string): Promise<Uint8Array> => {
    const letter = buildLetter(record, 'invitation', {
      labels: readLabels(),
      words: readLetterWords(),
      language: 'ru',
      recipientId: record.attendance[0]!.id,
      due: '2026-12-01',
      note: line,
      today: '2026-11-03',
      versionNumber: 2,
      exampleNumber: line,
      agreed: [],
    });
    return writeDraft({
      to: [{ name: record.attendance[0]!.name.ru, address: 'somebody@example.org' }],
      subject: letter.subject,
      language: 'ru',
      body: describeBody(letter.document),
      attachments: [
        {
          name: nameDocument(record, { kind: 'minutes', languages: ['ru'], extension: 'pdf' }),
          plainName: 'minutes.pdf',
          mediaType: 'application/pdf',
          bytes: new Uint8Array([1, 2, 3]),
        },
      ],
    });
  };
  const read = async (bytes: Uint8Array) => {
    const mail = await PostalMime.parse(bytes);
    return {
      mail,
      headers: mail.headers.map(({ key }) => key),
      tags: [...(mail.html ?? '').matchAll(/<[a-z!/][^>]*>/giu)].map(([tag]) => tag.replace(/\s+/gu, ' ')),
      files: mail.attachments.map(({ mimeType, disposition }) => `${mimeType} ${String(disposition)}`),
    };
  };

  test.each(cases)('$index', async ({ evil, plain, line }) => {
    const clean = cleanLine(line);
    const [found, wanted] = [await read(await write(evil, clean)), await read(await write(plain, harmless(clean)))];
    expect(found.headers).toEqual(wanted.headers);
    expect(found.tags).toEqual(wanted.tags);
    expect(found.files).toEqual(wanted.files);
    expect(found.mail.to?.map(({ address, name }) => [address, squash(name)])).toEqual([
      ['somebody@example.org', squash(evil.attendance[0]!.name.ru)],
    ]);
    expect([found.mail.cc, found.mail.bcc]).toEqual([undefined, undefined]);
    expect(squash(found.mail.subject ?? '')).toContain(squash(evil.meeting.title.ru));
    expect(squash(found.mail.text ?? '')).toContain(squash(clean));
    const name = found.mail.attachments[0]!.filename ?? '';
    expect(name).toMatch(/^2020-06-16 [^/\\:*?"<>|\p{C}]+\(RU\)\.pdf$/u);
  });

  test.each(cases)('short, as a link: $index', ({ line }) => {
    const link = describeMailto('somebody@example.org', line, line.slice(0, 200));
    if (link === null) return;
    const url = new URL(link);
    expect([url.protocol, url.pathname]).toEqual(['mailto:', 'somebody@example.org']);
    expect([...new Set(url.searchParams.keys())].sort()).toEqual(['body', 'subject']);
  });
});

describe('calendar', () => {
  const options = { labels: readLabels(), sequence: 1, nowMs: Date.parse('2026-11-03T09:15:00Z') };
  const write = async (record: MeetingRecord): Promise<string[]> => {
    for (const { action } of record.entries) if (action !== null) action.due = '2026-12-31';
    return [
      await writeCalendar(record, options),
      ...(await Promise.all(languages.map((language) => writeActionsCalendar(record, { ...options, language })))),
    ];
  };
  const namesOf = (component: ICAL.Component): string[] => [
    component.name,
    ...component.getAllProperties().flatMap((property) => {
      // An address of the web among the places is what it looks like.
      if (property.name === 'url') return /^https?:\/\/\S+$/u.test(String(property.getFirstValue())) ? [] : ['no url'];
      const parameters = Object.keys((property.toJSON() as unknown[])[1] as object).sort();
      return [[property.name, ...parameters].join(';')];
    }),
    ...component.getAllSubcomponents().flatMap(namesOf),
  ];
  const read = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[]);

  test.each(cases)('$index', async ({ evil, plain, line }) => {
    const [found, wanted] = [await write(evil), await write(plain)];
    expect(found.map((text) => namesOf(read(text)))).toEqual(wanted.map((text) => namesOf(read(text))));
    const clean = squash(cleanLine(line));
    const summary = read(found[0]!).getFirstSubcomponent('vevent')!.getFirstPropertyValue('summary');
    expect(squash(String(summary))).toContain(clean);
    for (const text of found) {
      expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)|(?![\r\n\t])\p{Cc}|[\u2028\u2029]/u);
      expect(text.split('\r\n').filter((part) => new TextEncoder().encode(part).length > 75)).toEqual([]);
    }
  });
});
