import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '#shared/domain/clean-text.ts';
import { findCodes, handOverCode } from '../../../electron/features/hand-overs/codes.ts';
import { cleanSource } from '../../../electron/features/hand-overs/returned.ts';
import { readTable } from '../../../electron/features/hand-overs/table.ts';
import { readDocxTables } from '../../../electron/exchange/docx/index.ts';
import { anyText } from '../../support/any-text.ts';
import { editRows, typed, withCell } from '../../support/hand-over-docx.ts';
import { makeHandOver, render } from './make-table.ts';

const hard = [
  'One\n\nthree\tfour',
  ' leading and trailing ',
  '«Ёлки» “quotes” ‘inner’ "plain" <tag> & &amp;',
  '👩🏽‍🔬 and 🇨🇳',
  'שלום, עולם — ‏42‏',
  'zero\u200Bwidth\u200C\u200D\u2060 and soft\u00ADhyphen',
  'no\u00A0break 5\u202F% non\u2011breaking',
  '第一条\u3000“技术”……',
  '\n',
];
const text = fc
  .oneof(anyText, fc.constantFrom(...hard), fc.string({ unit: fc.constantFrom(...Array.from('a \n\tж中"<&')) }))
  .map(cleanText);

describe('a table that goes out and comes back', () => {
  test('untouched, every text is what it was, to the sign', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ source: text, target: text }), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const handOver = makeHandOver(rows);
          const docx = await readDocxTables(await render(handOver));
          expect(docx.tables).toHaveLength(1);
          expect(docx.tables[0]!.slice(1).map(({ cells }) => cells.slice(1).map((cell) => cell.text))).toEqual(
            rows.map(({ source, target }) => [source, target]),
          );
          const { returned, problems } = readTable(docx.tables, handOver);
          expect(problems).toEqual([]);
          expect([...returned.values()].map(({ target }) => target)).toEqual(rows.map(({ target }) => target));
          expect(findCodes(docx.text)).toEqual([handOverCode(handOver.id)]);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('what is typed into it is read as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (translations) => {
        const handOver = makeHandOver(
          translations.map((_, index) => ({ source: `Source ${String(index)}`, target: '' })),
        );
        const bytes = await editRows(await render(handOver), (rows) =>
          rows.map((row, index) => (index === 0 ? row : withCell(row, 2, typed(translations[index - 1]!)))),
        );
        const { returned, problems } = readTable((await readDocxTables(bytes)).tables, handOver);
        expect(problems).toEqual([]);
        // Optional hyphens are made for one page and mean nothing in another text.
        const wanted = translations.map((each) => cleanText(each.replaceAll('\u00AD', '')).trim());
        expect([...returned.values()].map(({ target }) => target)).toEqual(wanted);
        const sources = handOver.texts.map((handed) => cleanSource(returned.get(handed.code)!.source, handed));
        expect(sources).toEqual(handOver.texts.map(({ source }) => source));
      }),
      { numRuns: 15 },
    );
  });

  test('a code is eight signs that nobody confuses, and never a word or a number', () => {
    const codes = makeHandOver(Array.from({ length: 2_000 }, () => ({ source: 'a', target: '' }))).texts.map(
      ({ code }) => code,
    );
    expect(new Set(codes).size).toBe(2_000);
    expect(codes.every((code) => /^(?=.*[A-Z])(?=.*\d)[A-HJ-NP-Z2-9]{8}$/u.test(code))).toBe(true);
    expect(findCodes(`Решение 3.1\n${codes[0]!.toLowerCase()}; SOURCES 20261121 ABCDEFGH X${codes[1]!}`)).toEqual([
      codes[0],
    ]);
  });
});
