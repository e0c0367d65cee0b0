import { afterAll, describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { Authenticity, DocumentKind } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { checkDocument } from '#shared/domain/documents/check.ts';
import type { DocumentBuild } from '#shared/domain/documents/document-build.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { headingsOf } from '#shared/domain/translations/headings.ts';
import { renderDocx } from '../../../electron/documents/docx/index.ts';
import { renderMarkdown } from '../../../electron/documents/markdown.ts';
import { exampleRecord, id } from '../minutes/example-record.ts';
import { paragraphsOf } from '../../support/block-texts.ts';
import { build } from './build-sample.ts';
import { readPages, readStructure } from './open-pdf.ts';
import { startEngine } from './start-engine.ts';

const engine = startEngine();
afterAll(() => engine.close());

/** A meeting in Russian and Chinese, taken down in Russian. */
function makeRecord(workingLanguages: Language[] = ['ru', 'zh']): MeetingRecord {
  const record = exampleRecord();
  record.meeting.workingLanguages = workingLanguages;
  for (const entry of record.entries) entry.sourceLanguage = 'ru';
  return record;
}

/** Every text is right for its source, and read. */
function reviewed(record: MeetingRecord): MeetingRecord {
  for (const { texts, sourceLanguage } of record.entries) {
    for (const language of languages) {
      const baseRevision = language === sourceLanguage ? null : texts[sourceLanguage].revision;
      Object.assign(texts[language], { status: 'reviewed', baseRevision });
      if (texts[language].text === '') texts[language].isNotNeeded = true;
    }
  }
  record.headingStates = headingsOf(record).map(({ kind, id: recordId, texts }) => {
    const stateIn = (language: Language) => ({
      ...{ revision: 0, baseRevision: null, status: 'reviewed' as const },
      ...(texts[language].text === '' && { isNotNeeded: true as const }),
    });
    return { kind, id: recordId, texts: { en: stateIn('en'), ru: stateIn('ru'), zh: stateIn('zh') } };
  });
  return record;
}

const marks = (record: MeetingRecord, changes: Partial<DocumentBuild> = {}): Record<string, string | undefined> =>
  Object.fromEntries(
    build(record, changes).sections.map(({ language, translationMark }) => [
      language,
      translationMark?.replaceAll('\u00A0', ' '),
    ]),
  );
const none = { en: undefined, ru: undefined, zh: undefined };
const closingIn = (record: MeetingRecord, language: Language, authenticity: Authenticity): string =>
  build(record, { authenticity })
    .sections.filter((section) => section.language === language)
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'paragraph' && block.isClosing === true)
    .flatMap(paragraphsOf)
    .join(' ')
    .replaceAll('\u00A0', ' ');

describe('what is called a translation', () => {
  test('a language in which the meeting did not work; nothing where its languages are not known', () => {
    expect(marks(makeRecord())).toEqual({ ...none, en: 'Working translation, not reviewed' });
    expect(marks(makeRecord([]))).toEqual(none);
    expect(marks(reviewed(makeRecord(['en'])))).toEqual({ en: undefined, ru: undefined, zh: '译文' });
    expect(marks(reviewed(makeRecord(['zh'])))).toEqual({ ...none, en: 'Translation' });
  });

  test('not what was taken down in that very language, whatever the languages of the meeting', () => {
    const record = makeRecord(['zh']);
    expect(marks(record).ru).toBeUndefined();
    record.entries[3]!.sourceLanguage = 'zh';
    expect(marks(record).ru).toBe('Рабочий перевод, не сверен');
  });

  test('until it is read against its source as it is now, and until the minutes are agreed', () => {
    const record = reviewed(makeRecord());
    expect(marks(record).en).toBe('Translation');
    const [first] = record.entries;
    first!.texts.ru.revision += 1;
    expect(marks(record).en).toBe('Working translation, not reviewed');
    record.meeting.status = 'agreed';
    expect(marks(record).en).toBe('Translation');
    const title = reviewed(makeRecord());
    title.headingStates![0]!.texts.en = { revision: 1, baseRevision: 0, status: 'draft' };
    expect(marks(title).en).toBe('Working translation, not reviewed');
  });

  test('only texts that the paper prints count', () => {
    const record = reviewed(makeRecord());
    record.entries[3]!.texts.en.status = 'draft';
    expect(record.entries[3]!.kind).toBe('note');
    expect(marks(record, { kind: 'short_minutes' }).en).toBe('Translation');
    expect(marks(record, { kind: 'extract', organizationId: id(2, 2) }).en).toBe('Translation');
    expect(marks(record, { kind: 'actions' }).en).toBe('Translation');
    record.entries.find(({ kind }) => kind === 'action')!.texts.en.status = 'draft';
    expect(marks(record, { kind: 'actions' }).en).toBe('Working translation, not reviewed');
    expect(marks(record, { kind: 'extract', organizationId: id(2, 2) }).en).toBe('Working translation, not reviewed');
  });

  test.each<DocumentKind>(['agenda', 'invitation', 'attendance_sheet', 'news'])(
    'not a paper of the kind %s, which is written in each language for itself',
    (kind) => {
      expect(marks(makeRecord(), { kind })).toEqual(none);
    },
  );

  test('whatever is not the only text that counts', () => {
    const sole = { authenticity: { kind: 'sole', language: 'zh' } } as const;
    expect(marks(reviewed(makeRecord()), sole)).toEqual({ en: 'Translation', ru: 'Перевод', zh: undefined });
    expect(marks(makeRecord([]), sole)).toEqual({
      en: 'Working translation, not reviewed',
      ru: 'Рабочий перевод, не сверен',
      zh: undefined,
    });
    // Each language in a file of its own.
    expect(marks(reviewed(makeRecord()), { ...sole, languages: ['ru'], allLanguages: languages })).toEqual({
      ru: 'Перевод',
    });
  });

  test('where texts are equal, one in a language of which the meeting did not make use', () => {
    const equal = { authenticity: { kind: 'equal' } } as const;
    expect(marks(reviewed(makeRecord()), equal)).toEqual({ ...none, en: 'Translation' });
    expect(marks(makeRecord([]), equal)).toEqual(none);
    expect(marks(makeRecord(['en']), equal)).toEqual(none);
    expect(marks(makeRecord(), { authenticity: { kind: 'prevails', language: 'en' } })).toEqual(none);
  });
});

describe('the closing formula names the texts that count', () => {
  test('and the one that is a translation', () => {
    const equal = { kind: 'equal' } as const;
    expect(closingIn(makeRecord(), 'en', equal)).toMatch(
      / in the Russian and Chinese languages, both texts being equally authentic; the English text is a translation\.$/u,
    );
    expect(closingIn(makeRecord(), 'ru', equal)).toMatch(
      / на русском и китайском языках, причём оба текста имеют одинаковую силу; текст на английском языке является переводом\.$/u,
    );
    expect(closingIn(makeRecord(), 'zh', equal)).toMatch(/用俄文和中文写成，两种文本同等作准，英文文本为译文。$/u);
    expect(closingIn(makeRecord(['en', 'zh']), 'ru', { kind: 'prevails', language: 'en' })).toMatch(
      /на английском и китайском языках, причём оба текста имеют одинаковую силу; текст на русском языке является переводом\. В случае расхождений/u,
    );
  });

  test('all that were chosen, where a single one would be left or nobody knows', () => {
    const equal = { kind: 'equal' } as const;
    for (const known of [['ru'], [], ['en', 'ru', 'zh']] as Language[][]) {
      expect(closingIn(makeRecord(known), 'en', equal)).toMatch(
        / in the English, Russian and Chinese languages, all texts being equally authentic\.$/u,
      );
    }
    // The text that prevails counts, whatever language the meeting was held in.
    expect(closingIn(makeRecord(), 'en', { kind: 'prevails', language: 'en' })).toContain('all texts being equally');
  });

  test('nothing where nothing is said', () => {
    expect(closingIn(makeRecord(), 'en', { kind: 'unsaid' })).toBe('');
  });
});

describe('the check list', () => {
  const found = (record: MeetingRecord, kind: DocumentKind = 'minutes'): string[] =>
    checkDocument(record, kind, ['en', 'zh'], id(2, 2))
      .filter(({ code }) => ['text-missing', 'text-outdated', 'heading-outdated', 'title-missing'].includes(code))
      .map(({ code, language, ref, label }) => `${code} ${language ?? '-'} ${ref.kind} ${label}`);

  test('names texts that are behind their source, not those that nobody needs', () => {
    const record = reviewed(makeRecord());
    expect(found(record)).toEqual([]);
    const decision = record.entries.find(({ kind }) => kind === 'decision')!;
    decision.texts.ru.revision += 1;
    const [note] = record.entries.filter(({ kind }) => kind === 'note');
    note!.texts.ru.revision += 1;
    expect(found(record)).toEqual([
      'text-outdated en entry 2: Показана презентация.',
      'text-outdated zh entry 2: Показана презентация.',
      'text-outdated en entry 2.1',
      'text-outdated zh entry 2.1',
    ]);
    expect(found(record, 'short_minutes')).toEqual(['text-outdated en entry 2.1', 'text-outdated zh entry 2.1']);
    expect(found(record, 'agenda')).toEqual([]);
  });

  test('names headings where they are printed', () => {
    const record = reviewed(makeRecord());
    const behind = { revision: 1, baseRevision: 0, status: 'draft' } as const;
    const source = { revision: 1, baseRevision: null, status: 'draft' } as const;
    const agenda = record.agenda[0]!;
    record.headingStates = [
      { kind: 'meeting_title', id: id(0, 1), sourceLanguage: 'ru', texts: { ru: source, en: behind } },
      { kind: 'agenda_title', id: agenda.id, sourceLanguage: 'ru', texts: { ru: source, zh: behind } },
    ];
    const title = `heading-outdated en meeting ${record.meeting.title.ru}`;
    const item = `heading-outdated zh agenda ${agenda.title.ru}`;
    expect(found(record)).toEqual([title, item]);
    expect(found(record, 'agenda')).toEqual([title, item]);
    expect(found(record, 'attendance_sheet')).toEqual([title]);
    record.meeting.title.zh = '';
    expect(found(record, 'invitation')).toContain(`title-missing zh meeting ${record.meeting.title.en}`);
    record.headingStates[0]!.texts.zh = { revision: 0, baseRevision: null, status: 'draft', isNotNeeded: true };
    expect(found(record, 'invitation')).toEqual([title]);
  });
});

describe('the mark stands below the title', () => {
  const document = build(makeRecord(), { languages: ['ru', 'en'] });

  test('in PDF as a paragraph, and beside the other language in its column', async () => {
    const { bytes } = await engine.renderPdf(document);
    const pages = await readPages(bytes);
    expect(pages.filter((page) => page.includes('Working translation, not reviewed'))).toHaveLength(1);
    const columns = await engine.renderPdf(build(makeRecord(), { languages: ['ru', 'en'], layout: 'columns' }));
    expect((await readPages(columns.bytes))[0]).toContain('Working translation, not reviewed');
    const paragraphs = async (made: Uint8Array): Promise<number> =>
      (await readStructure(made)).filter(({ role }) => role === 'P').length;
    const unmarked = structuredClone(document);
    for (const section of unmarked.sections) delete section.translationMark;
    expect(await paragraphs(bytes)).toBe((await paragraphs((await engine.renderPdf(unmarked)).bytes)) + 1);
  });

  test('in DOCX, also side by side, and in Markdown', async () => {
    const read = async (changes: Partial<DocumentBuild>): Promise<string> => {
      const parts = unzipSync(await renderDocx(build(makeRecord(), { languages: ['ru', 'en'], ...changes })));
      return strFromU8(parts['word/document.xml']!);
    };
    expect(await read({})).toMatch(/Third meeting(?:(?!Working).)*Working translation, not reviewed/su);
    expect(await read({ layout: 'columns' })).toContain('Working translation, not reviewed');
    const markdown = new TextDecoder().decode(renderMarkdown(document));
    expect(markdown).toMatch(/Third meeting of the working group\*\*\n\nWorking translation, not reviewed\n/u);
  });
});
