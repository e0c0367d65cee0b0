import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  analyseName,
  blockingKeys,
  match,
  matchOrganizations,
  organizationBlockingKeys,
  queryKeys,
  searchKeys,
  splitName,
  suggestForms,
} from '#shared/domain/names/index.ts';
import { foldCyrillic, foldLatinFreely } from '#shared/domain/names/russian-fold.ts';
import { latinSchemes, toLatin } from '#shared/domain/names/russian-latin.ts';
import { scripts } from '#shared/domain/language.ts';
import { toPalladius } from '#shared/domain/names/palladius.ts';
import { anyText } from '../../support/any-text.ts';

const syllable = fc.constantFrom(...'wang li zhang chen yang wen jian guo yi dong xian an lü er qiong zhi'.split(' '));
const family = fc.constantFrom(...'wang li zhang chen yang hu lü ouyang'.split(' '));
const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const russianWord = fc.constantFrom(
  ...'Щукин Хрущёв Царёв Юрьев Яковлев Ельцин Мясоедов Подъячев Фёдоров Зайцев Быстрицкий Жуковский'.split(' '),
);
const russianGiven = fc.constantFrom(...'Юлия Евгений Пётр Михаил Александр Илья Наталья'.split(' '));
const realName = fc.oneof(
  fc.tuple(family, syllable, syllable).map(([one, two, three]) => `${capitalize(one)} ${capitalize(two + three)}`),
  fc.tuple(russianWord, russianGiven).map((words) => words.join(' ')),
  fc.constantFrom(
    '王文丽',
    '曾国藩',
    '安德烈·鲁茨科伊',
    'Кузнецов А. Б.',
    'A. B. Kuznetsov',
    'Hu I-tung',
    'John Smith',
  ),
);
const name = fc.oneof(realName, anyText);

const runs = { numRuns: 300 };

describe('match', () => {
  test('is symmetric, and its score lies between 0 and 1', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [forth, back] = [match(a, b), match(b, a)];
        expect(forth.score).toBeGreaterThanOrEqual(0);
        expect(forth.score).toBeLessThanOrEqual(1);
        expect([back.score, back.verdict, back.reason.code]).toEqual([forth.score, forth.verdict, forth.reason.code]);
        expect([back.reason.parts.a, back.reason.parts.b]).toEqual([forth.reason.parts.b, forth.reason.parts.a]);
      }),
      runs,
    );
  });

  test('holds every name for itself, unless there is nothing to go by', () => {
    fc.assert(
      fc.property(name, (text) => {
        const { verdict, reason } = match(text, text);
        expect(reason.code === 'not_comparable' ? 'different' : 'same').toBe(verdict);
      }),
      runs,
    );
  });

  test('knows each Chinese name in pinyin, hyphenated, spaced, turned round and in Palladius', () => {
    fc.assert(
      fc.property(family, syllable, syllable, (surname, one, two) => {
        const isVowel = /^[aoe]/u.test(two);
        const given = capitalize(`${one}${isVowel ? "'" : ''}${two}`);
        const first = capitalize(surname);
        const cyrillicFamily = toPalladius(surname === 'ouyang' ? ['ou', 'yang'] : [surname]);
        const spelled = [
          `${first} ${capitalize(one)}-${two}`,
          `${surname} ${one} ${two}`,
          `${given} ${first.toUpperCase()}`,
          `${capitalize(cyrillicFamily)} ${capitalize(toPalladius([one, two]))}`,
        ];
        for (const other of spelled)
          expect([other, match(`${first} ${given}`, other).verdict]).toEqual([other, 'same']);
      }),
      runs,
    );
  });

  test('knows each Russian name in every scheme and order', () => {
    fc.assert(
      fc.property(russianWord, russianGiven, fc.constantFrom(...latinSchemes), (surname, given, scheme) => {
        const latin = `${toLatin(given, scheme)} ${toLatin(surname, scheme)}`;
        expect([latin, match(`${surname} ${given}`, latin).verdict]).toEqual([latin, 'same']);
      }),
      runs,
    );
  });

  test('finds a block for what it holds for one name', () => {
    fc.assert(
      fc.property(realName, realName, (a, b) => {
        if (match(a, b).verdict !== 'same') return;
        const keys = new Set(blockingKeys(analyseName(a)));
        expect(blockingKeys(analyseName(b)).some((key) => keys.has(key))).toBe(true);
      }),
      runs,
    );
  });
});

test('a Cyrillic word and its Latin spelling in any scheme sound alike', () => {
  fc.assert(
    fc.property(russianWord, fc.constantFrom(...latinSchemes), (word, scheme) => {
      expect(foldLatinFreely(toLatin(word, scheme))).toContain(foldCyrillic(word));
    }),
  );
});

test('controls are no part of a name', () => {
  const keys = searchKeys({ family: '一', given: '\u0000\t\u0000', patronymic: '', display: '一' });
  expect(keys).toContain('一');
  expect(keys.filter((key) => /[\s\p{Cc}]/u.test(key))).toEqual([]);
});

test('no text at all makes anything fail, or makes keys that a search could not hold', () => {
  const long = fc.string({ unit: 'binary', minLength: 450, maxLength: 600 });
  fc.assert(
    fc.property(fc.oneof(anyText, long), anyText, (text, other) => {
      const parts = { family: text, given: other, patronymic: '', display: text };
      for (const input of [text, parts]) {
        expect(searchKeys(input).length).toBeLessThanOrEqual(40);
        expect(searchKeys(input).every((key) => key !== '' && !/\s/u.test(key))).toBe(true);
        for (const script of scripts)
          for (const form of suggestForms(input, script)) expect(form.confidence).toBeLessThanOrEqual(1);
        expect(blockingKeys(analyseName(input)).length).toBeLessThan(2_000);
      }
      splitName(text);
      queryKeys(text);
      match(parts, other);
      const organization = { names: [text, other], abbreviations: [other], aliases: [text] };
      matchOrganizations(organization, { names: [other], abbreviations: [], aliases: [] });
      organizationBlockingKeys(organization);
    }),
    runs,
  );
});

test('what a hostile name costs is bounded: long runs of what every table knows', () => {
  for (const piece of ['sch', 'ou', 'c', 'i', 'xian', 'аньу', '安', "a'", 'ts', '- ']) {
    const text = piece.repeat(200);
    expect(match(text, `${text} x`).score).toBeLessThanOrEqual(1);
    expect(searchKeys(text).length).toBeLessThanOrEqual(40);
  }
});
