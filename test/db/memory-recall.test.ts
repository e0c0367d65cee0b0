import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { lowestScore } from '#shared/contract/memory.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { makeTmx, tmxFile } from '../support/tmx.ts';

const splitAt = (separator: string, text: string): string[] => text.split(separator);
const vocabulary: Record<Language, readonly string[]> = {
  en: splitAt(
    ' ',
    'the sides agreed agreement on joint seminar 2026 budget spring a to hold holding new materials project',
  ),
  ru: splitAt(
    ' ',
    'стороны сторон договорились о совместном семинаре 2026 бюджет весной и провести новые новым проект',
  ),
  zh: splitAt('', '双方商定共同举办研讨会年新材料项目预算春季'),
};

const join = (language: Language, words: readonly string[]): string => words.join(language === 'zh' ? '' : ' ');

/** The whole table, for a comparison with every unit. */
function scoreOf(one: readonly string[], other: readonly string[]): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  one.forEach((word, at) => {
    const row = [at + 1];
    other.forEach((with_, column) => {
      const replaced = (before[column] ?? 0) + (word === with_ ? 0 : 1);
      row.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
    });
    before = row;
  });
  return 1 - (before.at(-1) ?? 0) / Math.max(one.length, other.length);
}

test.each(languages)('what is suggested for %s is what comparing with every unit finds', async (language) => {
  const { client } = openTestBackend().backend;
  const target = language === 'en' ? 'ru' : 'en';
  const words = fc.array(fc.constantFrom(...vocabulary[language]), { minLength: 3, maxLength: 9 });
  const sample = fc.sample(words, { numRuns: 300, seed: 11 });
  const units = [...new Map(sample.map((one) => [join(language, one), one])).values()];
  const tmx = makeTmx(
    units.map((one, index) => ({
      texts: { en: '', ru: '', zh: '', [language]: join(language, one), [target]: `x${String(index)}` },
    })),
  );
  for await (const event of await client.memory.importTmx({ id: newId(), file: tmxFile(tmx) })) {
    if (event.type === 'result') expect(event.report.units).toBe(units.length);
  }
  let found = 0;
  const changed = fc
    .record({ base: fc.constantFrom(...units), others: words, at: fc.nat(8), left: fc.nat(2) })
    .map(({ base, others, at, left }) => base.toSpliced(at, left, ...others.slice(0, 2)));
  for (const query of fc.sample(changed, { numRuns: 80, seed: 12 })) {
    const expected = units
      .map((one) => scoreOf(query, one))
      .filter((score) => score >= lowestScore - 1e-9)
      .sort((one, other) => other - one)
      .slice(0, 10);
    const text = join(language, query);
    const suggested = await client.memory.suggest({ text, language, exceptMeetingId: null });
    expect(
      suggested.map(({ score }) => score.toFixed(6)),
      text,
    ).toEqual(expected.map((score) => score.toFixed(6)));
    found += expected.length;
  }
  expect(found).toBeGreaterThan(40);
});
