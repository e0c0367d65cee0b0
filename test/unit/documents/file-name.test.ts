import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFileName, nameDocument } from '../../../electron/documents/file-name.ts';
import type { DocumentKind } from '#shared/contract/documents.ts';
import {
  checkFileNamePattern,
  type FileNameField,
  fileNameFields,
  fillFileNamePattern,
  usualFileNamePattern,
} from '#shared/domain/documents/file-name.ts';
import type { Language } from '#shared/domain/language.ts';
import { anyText } from '../../support/any-text.ts';
import { exampleRecord } from '../minutes/example-record.ts';

test('names by language and kind', () => {
  const record = exampleRecord();
  record.meeting.number = '';
  expect(describeFileName(record, ['en'], 'pdf')).toBe('2020-06-16 Agreed Minutes (EN).pdf');
  expect(describeFileName(record, ['zh'], 'pdf')).toBe('2020-06-16 会谈纪要 (ZH).pdf');
  record.meeting.minutesKind = 'minutes';
  expect(describeFileName(record, ['ru'], 'docx')).toBe('2020-06-16 Протокол (RU).docx');
  expect(describeFileName(record, ['en', 'ru', 'zh'], 'pdf')).toBe('2020-06-16 Minutes (EN-RU-ZH).pdf');
  expect(describeFileName(record, [], 'trilogue.json', 2)).toBe('2020-06-16 Minutes v2.trilogue.json');
});

test('a number cannot leave the folder or break a name', () => {
  const record = exampleRecord();
  record.meeting.number = '../3/7:*?"<>|\\ \u202Efdp.exe ';
  expect(describeFileName(record, ['en'], 'pdf')).toBe('2020-06-16 Agreed Minutes ..-3-7- -fdp.exe (EN).pdf');
  record.meeting.number = 'x'.repeat(500);
  expect(describeFileName(record, ['en'], 'pdf').length).toBeLessThan(100);
});

test.each<[DocumentKind, Language, string]>([
  ['short_minutes', 'en', '2020-06-16 Summary Minutes 3 (EN).pdf'],
  ['extract', 'ru', '2020-06-16 Выписка из протокола 3 Санкт-Петербургский научный центр (RU).pdf'],
  ['actions', 'zh', '2020-06-16 行动事项清单 3 (ZH).pdf'],
  ['agenda', 'ru', '2020-06-16 Повестка дня 3 (RU).pdf'],
  ['attendance_sheet', 'zh', '2020-06-16 签到表 3 (ZH).pdf'],
  ['invitation', 'en', '2020-06-16 Invitation 3 (EN).pdf'],
  ['news', 'zh', '2020-06-16 新闻稿 3 (ZH).pdf'],
])('%s in %s', (kind, language, name) => {
  const record = exampleRecord();
  const centre = record.meeting.sides[1]!.leadOrganizationId;
  const organizationId = kind === 'extract' ? centre : null;
  expect(nameDocument(record, { kind, languages: [language], extension: 'pdf', organizationId })).toBe(name);
});

describe('copies', () => {
  const record = exampleRecord();
  const [china, russia] = record.meeting.sides;
  const nameCopy = (languages: Language[], keeperSideId: string): string =>
    nameDocument(record, { kind: 'minutes', languages, extension: 'pdf', keeperSideId, versionNumber: 2 });

  test('say for whom they are', () => {
    expect(nameCopy(['en'], china!.id)).toBe('2020-06-16 Agreed Minutes 3 (EN) copy for the Chinese side v2.pdf');
    expect(nameCopy(['ru', 'zh', 'en'], russia!.id)).toBe(
      '2020-06-16 Протокол переговоров 3 (RU-ZH-EN) экземпляр российской стороны v2.pdf',
    );
    expect(nameCopy(['zh', 'ru'], china!.id)).toBe('2020-06-16 会谈纪要 3 (ZH-RU) 中方存本 v2.pdf');
  });

  test('of a country without an adjective, or of two sides of one, by the name of the side', () => {
    china!.country = 'FR';
    expect(nameCopy(['en'], china!.id)).toContain(' copy for Chinese side v2');
    china!.country = 'RU';
    expect(nameCopy(['ru'], russia!.id)).toContain(' экземпляр — Российская сторона v2');
  });
});

describe('patterns', () => {
  test.each([
    [{ date: '2020-06-16', kind: 'Minutes' }, '2020-06-16 Minutes'],
    [{ kind: 'Minutes', languages: 'EN', version: 'v2' }, 'Minutes (EN) v2'],
    [{ date: '2020-06-16', version: 'v2' }, '2020-06-16 v2'],
  ])('%j by the usual pattern: %s', (values, name) => {
    expect(fillFileNamePattern(usualFileNamePattern, values)).toBe(name);
  });

  test.each([
    ['{kind} No. {number}, {title}', { kind: 'Minutes', number: '3', title: 'Talks' }, 'Minutes No. 3, Talks'],
    ['{kind}_{number}_{title}', { kind: 'Minutes', title: 'Talks' }, 'Minutes_Talks'],
    ['{number} - {kind} - {title}', { kind: 'Minutes' }, 'Minutes'],
    ['{kind} [{organization} ({languages})]', { kind: 'Minutes' }, 'Minutes'],
    ['{kind} [{organization} ({languages})]', { kind: 'Minutes', languages: 'EN' }, 'Minutes [(EN)]'],
    ['{kind}（{languages}，{copy}）', { kind: '会谈纪要', languages: 'ZH' }, '会谈纪要（ZH）'],
    ['{group}/{date}', { group: 'A', date: '2020-06-16' }, 'A-2020-06-16'],
    ['../{kind}', { kind: 'Minutes' }, 'Minutes'],
    ['{ kind }', { kind: 'Minutes' }, 'Minutes'],
    ['{kind} $1 $& {number}', { kind: '$&', number: '{title}' }, '$& $1 $& {title}'],
    ['{title}', {}, '_'],
  ])('%s with %j: %s', (pattern, values, name) => {
    expect(fillFileNamePattern(pattern, values)).toBe(name);
  });

  test.each([
    ['', null],
    [usualFileNamePattern, null],
    ['{date} {kind', { code: 'brace-open', detail: '{kind' }],
    ['{da{te}', { code: 'brace-open', detail: '{da' }],
    ['{date}} {kind}', { code: 'brace-closed', detail: '{date}}' }],
    ['{date} {author}', { code: 'field-unknown', detail: 'author' }],
    ['{date} {}', { code: 'field-unknown', detail: '' }],
    ['minutes', { code: 'no-field', detail: '' }],
  ])('%s: %j', (pattern, problem) => {
    expect(checkFileNamePattern(pattern)).toEqual(problem);
  });

  test('one that is not usable is not used', () => {
    for (const pattern of ['', '  ', '{author}', '{date', 'always the same']) {
      expect(fillFileNamePattern(pattern, { date: '2020-06-16', kind: 'Minutes' })).toBe('2020-06-16 Minutes');
    }
  });

  const values = fc.record(
    Object.fromEntries(fileNameFields.map((field) => [field, fc.oneof(anyText, fc.constant(''))])) as Record<
      FileNameField,
      fc.Arbitrary<string>
    >,
    { requiredKeys: [] },
  );
  const patterns = fc
    .array(fc.oneof(fc.constantFrom(...fileNameFields.map((field) => `{${field}}`)), fc.string({ unit: 'binary' })))
    .map((parts) => parts.join(''));

  test('any text gives a name that every file system takes', () => {
    fc.assert(
      fc.property(patterns, values, (pattern, given) => {
        const name = fillFileNamePattern(pattern, given, 'pdf');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]/u);
        expect(name).toMatch(/[^. ]\.pdf$/u);
        expect(name).not.toMatch(/^[. ]|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
        expect(name.normalize('NFC')).toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  test('however long the rest is, copy, version and languages can be read', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'Ж', '纪', '😀', ' '), minLength: 100, maxLength: 400 });
    fc.assert(
      fc.property(long, long, (title, group) => {
        const name = fillFileNamePattern(
          '{date} {group} {title} ({languages}) {copy} {version}',
          {
            date: '2020-06-16',
            title,
            group,
            languages: 'EN-RU-ZH',
            copy: 'экземпляр российской стороны',
            version: 'v2',
          },
          'docx',
        );
        expect(name).toMatch(/^2020-06-16 .*\(EN-RU-ZH\) экземпляр российской стороны v2\.docx$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 200 },
    );
  });
});
