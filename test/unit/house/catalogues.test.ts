import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import type { Language } from '#shared/domain/language.ts';

const folder = join(import.meta.dirname, '../../../resources/locales');

const namespacesOf = (language: Language): string[] =>
  readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

/** Flat texts of one catalogue: `menu.file` -> `File`. Whatever is not a text stays, to be complained about. */
function readTexts(language: Language, namespace: string): Map<string, unknown> {
  const texts = new Map<string, unknown>();
  const walk = (value: unknown, path: string[]): void => {
    if (typeof value !== 'object' || value === null) texts.set(path.join('.'), value);
    else for (const [key, child] of Object.entries(value)) walk(child, [...path, key]);
  };
  walk(JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8')), []);
  return texts;
}

const plural = /_(ordinal_)?(zero|one|two|few|many|other)$/;
const withoutPlural = (key: string): string => key.replace(plural, '');
const formsOf = (language: Language): string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();

const variablesOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]!))].sort();

/** Keys that count something: those that end in a plural form in some language where the plain key does not exist. */
function readPluralKeys(namespace: string): Set<string> {
  const keys = new Set<string>();
  for (const language of languages) {
    const texts = readTexts(language, namespace);
    for (const key of texts.keys())
      if (key.endsWith('_other') && !texts.has(withoutPlural(key))) keys.add(withoutPlural(key));
  }
  return keys;
}

const baseOf = (key: string, pluralKeys: Set<string>): string => {
  const base = withoutPlural(key);
  return base !== key && pluralKeys.has(base) ? base : key;
};

test('every language has the same catalogues', () => {
  expect(namespacesOf('en').length).toBeGreaterThan(0);
  expect(namespacesOf('ru')).toEqual(namespacesOf('en'));
  expect(namespacesOf('zh')).toEqual(namespacesOf('en'));
});

describe.each(namespacesOf('en'))('%s', (namespace) => {
  const pluralKeys = readPluralKeys(namespace);
  const keysOf = (language: Language): string[] =>
    [...new Set([...readTexts(language, namespace).keys()].map((key) => baseOf(key, pluralKeys)))].sort();

  test.each(languages.filter((language) => language !== 'en'))('has the keys of English in %s', (language) => {
    expect(keysOf(language)).toEqual(keysOf('en'));
  });

  test.each(languages)('has exactly the plural forms of the language in %s', (language) => {
    const texts = readTexts(language, namespace);
    const forms = Object.fromEntries(
      [...pluralKeys].map((base) => [
        base,
        [...texts.keys()]
          .filter((key) => baseOf(key, pluralKeys) === base)
          .map((key) => plural.exec(key)?.[2] ?? 'none')
          .sort(),
      ]),
    );
    expect(forms).toEqual(Object.fromEntries([...pluralKeys].map((base) => [base, formsOf(language)])));
  });

  test.each(languages)('has a text behind each key in %s', (language) => {
    const bad = [...readTexts(language, namespace)].filter(
      ([, text]) => typeof text !== 'string' || text.trim() === '',
    );
    expect(bad).toEqual([]);
  });

  test.each(languages.filter((language) => language !== 'en'))(
    'fills in the same values as English in %s',
    (language) => {
      const variables = (of: Language): Record<string, string[]> => {
        const found: Record<string, string[]> = {};
        for (const [key, text] of readTexts(of, namespace)) {
          const base = baseOf(key, pluralKeys);
          // «one» may say its number in words.
          found[base] = [...new Set([...(found[base] ?? []), ...variablesOf(String(text))])].sort();
        }
        return found;
      };
      expect(variables(language)).toEqual(variables('en'));
    },
  );
});
