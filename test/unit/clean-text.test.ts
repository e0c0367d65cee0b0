import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { limits, line, text } from '#shared/contract/fields.ts';
import { cleanLine, cleanText } from '#shared/domain/clean-text.ts';
import { anyText } from '../support/any-text.ts';

test.each([
  [
    'line ends of every system and of Word',
    'a\r\nb\rc\nd\u000Be\u000Cf\u0085g\u2028h\u2029i',
    'a\nb\nc\nd\ne\nf\ng\nh\ni',
  ],
  ['tabs stay', 'a\tb', 'a\tb'],
  ['control characters', 'a\u0000b\u0007c\u001Bd\u007Fe\u0090f', 'abcdef'],
  ['what XML 1.0 has no place for', 'a\uFFFEb\uFFFFc', 'abc'],
  ['lone surrogates', 'a\uD83Db\uDE00c', 'a\uFFFDb\uFFFDc'],
  ['pairs of surrogates', '😀 𠮷', '😀 𠮷'],
  ['a control character between letter and accent', 'и\u0000\u0306', 'й'],
  ['marks of direction and joiners, which some scripts need', 'می‌خواهم \u200F', 'می‌خواهم \u200F'],
] as const)('%s', (_what, typed, kept) => {
  expect(cleanText(typed)).toBe(kept);
  expect(cleanLine(typed)).toBe(kept.replaceAll(/[\n\t]/gu, ' '));
});

test('whatever is typed: clean once is clean for good, well formed, composed, and stands in XML', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const kept = text.parse(typed);
      expect(cleanText(kept)).toBe(kept);
      expect(kept.isWellFormed()).toBe(true);
      expect(kept.normalize('NFC')).toBe(kept);
      let read = '';
      const parser = new SaxesParser({ xmlns: false });
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('text', (part) => (read += part));
      parser.write(`<t>${kept.replace(/[&<>]/gu, (sign) => `&#${String(sign.codePointAt(0))};`)}</t>`).close();
      expect(read).toBe(kept);
      expect(line.parse(typed)).not.toMatch(/[\n\r\t]/u);
    }),
    { numRuns: 500 },
  );
});

test('an entry may have 50,000 characters, and nothing is cut off', () => {
  expect(limits.text).toBe(50_000);
  expect(text.parse('会'.repeat(50_000))).toHaveLength(50_000);
  expect(text.safeParse('会'.repeat(50_001)).success).toBe(false);
});
