import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph, RunRole } from '#shared/domain/minutes/document.ts';
import { renderMarkdown } from '../../../electron/documents/markdown.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { paragraphsOf, textOf } from '../../support/block-texts.ts';
import { build, readSamples } from './build-sample.ts';
import { type ReadBlock, readMarkdown } from './read-markdown.ts';

const run = (text: string, role: RunRole = 'plain'): MinutesParagraph[number] => ({
  text,
  language: 'en',
  isFallback: false,
  role,
});

const documentOf = (blocks: MinutesBlock[]): MinutesDocument => ({
  ...{ title: '', subject: '', date: '2020-06-16' },
  sections: [
    {
      ...{ language: 'en', organisation: [], title: '', subject: [], draftMark: null },
      pageLabel: { before: '', between: '', after: '' },
      blocks,
    },
  ],
});

const read = (blocks: MinutesBlock[]): ReadBlock[] => readMarkdown(renderMarkdown(documentOf(blocks)));

/** A text wherever one may stand. */
const everywhere = (text: string): MinutesBlock[] => [
  { kind: 'paragraph', runs: [run(text)] },
  { kind: 'heading', id: 'a', level: 2, runs: [run(text)] },
  { kind: 'list', items: [[run(text)]] },
  { kind: 'points', points: [{ id: 'a', number: '1.1.', paragraphs: [[run(text)], [run(text)]] }] },
  { kind: 'fields', rows: [{ label: text, values: [[run(text)]] }] },
  { kind: 'table', columns: [{ label: text, share: 1 }], rows: [{ id: 'a', cells: [[[run(text)], [run(text)]]] }] },
  { kind: 'placed', place: 'left', lines: [[run(text)], [run(text)]] },
  { kind: 'paragraph', runs: [run(text, 'strong'), run(text), run(text, 'open')] },
];

function expectEverywhere(text: string): void {
  const expected = text.trim();
  const [paragraph, heading, item, point, second, field, head, row, placed, mixed] = read(everywhere(text));
  expect(paragraph).toMatchObject({ kind: 'paragraph', texts: [expected] });
  expect(heading).toMatchObject({ kind: 'heading', level: 2, texts: [expected] });
  expect(item).toMatchObject({ kind: 'item', texts: [expected] });
  expect(point).toMatchObject({ kind: 'paragraph', texts: [`1.1. ${expected}`] });
  expect(second).toMatchObject({ kind: 'paragraph', texts: [expected] });
  expect(field!.texts[0]!.replace(/\s/gu, '')).toBe(`${expected}:${expected}`.replace(/\s/gu, ''));
  expect(head).toMatchObject({ kind: 'row', texts: [expected] });
  expect(row).toMatchObject({ kind: 'row', texts: [`${expected}\n${expected}`] });
  expect(placed).toMatchObject({ kind: 'paragraph', texts: [`${expected}\n${expected}`] });
  expect(mixed).toMatchObject({ kind: 'paragraph', texts: [`${text}${text}${text}`.trim()] });
}

test.each([
  '# a heading',
  '## ',
  '- a list',
  '+ a list',
  '* a list',
  '1. a list',
  '12) a list',
  '> a quotation',
  '    code',
  '```',
  '~~~ code',
  '---',
  '***',
  '===',
  '=',
  '| a | b |',
  '\\| a \\\\| b \\',
  '[text](https://example.org) ![x](y)',
  '[1]: https://example.org',
  '<b>bold</b> <!-- gone -->',
  '&amp; &#35; &copy',
  '*emphasis* **strong** _it_ __is__ `code`',
  '~~gone~~ ==marked== $x$ ^2^',
  'https://example.org www.example.org a@example.org',
  'ends with a backslash\\',
  'a # at its end #',
  '№ 3*',
  '“王文丽”：**致辞**。',
  '«Один пояс, один путь» — 1.',
  '😀 *',
  '1\u0301. a',
])('%s stays a text', (text) => {
  expectEverywhere(text);
});

const signs = fc.constantFrom(...'#*_`[]()<>|\\-+=~&!:.$^@/"\'1 0aЯ王：。«é\u0301😀'.match(/./gu)!);
const sign = fc.oneof(
  { weight: 3, arbitrary: signs },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 1 }) },
);

test('whatever is written reads back as it was, and as nothing else', () => {
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 24 }), (parts) => {
      const text = parts.join('').replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '');
      if (text.trim() !== '') expectEverywhere(text);
    }),
    { numRuns: 400 },
  );
});

test('strong type has its letters, punctuation stands outside: Chinese is read so, too', () => {
  const [block] = read([{ kind: 'paragraph', runs: [run('备注：', 'strong'), run('播放了演示文稿。')] }]);
  expect(block).toMatchObject({ texts: ['备注：播放了演示文稿。'], strong: ['备注'] });
});

test('a line break inside a text begins no block', () => {
  const [block, ...others] = read([{ kind: 'paragraph', runs: [run('one\n# two\u2028- three')] }]);
  expect(block?.texts).toEqual(['one # two - three']);
  expect(others).toEqual([]);
});

describe.each(['minutes', 'short_minutes'] as const)('%s', (kind) => {
  test.each(languages)('of every sample read back with all their facts, once and in order (%s)', (language) => {
    for (const record of [...readSamples(), exampleRecord()]) {
      const document = build(record, { kind, languages: [language] });
      const section = document.sections[0]!;
      const text = readMarkdown(renderMarkdown(document))
        .flatMap(({ texts }) => texts)
        .join('\n')
        .replace(/\s/gu, '');
      const facts = [
        ...[section.draftMark ?? '', textOf(section.organisation), section.title, textOf(section.subject)],
        ...section.blocks
          .filter((block) => block.kind !== 'signatures')
          .flatMap((block) =>
            block.kind === 'table'
              ? [...block.columns.map(({ label }) => label), ...paragraphsOf(block)]
              : paragraphsOf(block),
          ),
      ].map((fact) => fact.replace(/\s/gu, ''));
      let from = 0;
      for (const fact of facts) {
        const at = text.indexOf(fact, from);
        expect(at, fact).toBeGreaterThanOrEqual(0);
        // What stands between two facts is punctuation at most: nothing is added, nothing printed twice.
        expect(text.slice(from, at)).toMatch(/^[\p{P}\p{S}]*$/u);
        from = at + fact.length;
      }
    }
  });
});

test('languages one after another are parted by a rule, side by side they alternate', () => {
  const sequential = readMarkdown(renderMarkdown(build(exampleRecord())));
  expect(sequential.filter(({ kind }) => kind === 'rule')).toHaveLength(2);
  const columns = readMarkdown(
    renderMarkdown(build(exampleRecord(), { layout: 'columns', languages: ['en', 'ru'] })),
  ).flatMap(({ texts }) => texts);
  const at = (text: string): number => columns.findIndex((line) => line.includes(text));
  const order = ['Opened the meeting.', 'Открыла заседание.', 'The first fields are', 'Первые направления'].map(at);
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});
