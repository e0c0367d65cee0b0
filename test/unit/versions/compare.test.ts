import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { alignLines } from '#shared/domain/versions/align.ts';
import { diffWords } from '#shared/domain/versions/diff-words.ts';

const line = (id: string, under = '') => ({ id, under });
const shown = (before: string, after: string) =>
  alignLines(
    Array.from(before, (id) => line(id)),
    Array.from(after, (id) => line(id)),
  ).map(
    ({ before: was, after: is, isMoved }) =>
      `${was === undefined ? '+' : is === undefined ? '-' : isMoved ? '~' : '='}${(is ?? was)?.id ?? ''}`,
  );

describe('lines of two texts', () => {
  test.each([
    ['abc', 'abc', '=a =b =c'],
    ['abc', 'abxc', '=a =b +x =c'],
    ['abc', 'ac', '=a -b =c'],
    ['abc', 'bc', '-a =b =c'],
    ['', 'ab', '+a +b'],
    ['ab', '', '-a -b'],
    // One line moved, not all that it passed.
    ['abcde', 'bcdae', '=b =c =d ~a =e'],
    ['abcde', 'aebcd', '=a ~e =b =c =d'],
    ['abcd', 'dxc', '~d -a -b +x =c'],
  ])('%j and %j', (before, after, expected) => {
    const anyOrder = (rows: string): string[] => rows.split(' ').sort();
    expect(shown(before, after).toSorted()).toEqual(anyOrder(expected));
  });

  test('a line that stands under something else has moved', () => {
    const [first, second] = alignLines([line('a', 'x'), line('b', 'x')], [line('a', 'x'), line('b', 'y')]);
    expect([first?.isMoved, second?.isMoved]).toEqual([false, true]);
  });

  test('every line of both stands there once, in the order of the newer text', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'a b c d e f g h i j k l m'.split(' ')));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const rows = alignLines(
          before.map((id) => line(id)),
          after.map((id) => line(id)),
        );
        expect(rows.flatMap((row) => row.after?.id ?? [])).toEqual(after);
        expect(rows.flatMap((row) => row.before?.id ?? []).toSorted()).toEqual(before.toSorted());
        const stayed = rows.filter((row) => row.before !== undefined && row.after !== undefined && !row.isMoved);
        expect(stayed.map((row) => before.indexOf(row.after?.id ?? ''))).toEqual(
          stayed.map((row) => before.indexOf(row.after?.id ?? '')).toSorted((a, b) => a - b),
        );
        // Each removed line follows what it followed, as far as that is there.
        for (const [index, row] of rows.entries()) {
          if (row.after !== undefined || row.before === undefined) continue;
          const kept = before.slice(0, before.indexOf(row.before.id)).findLast((id) => after.includes(id));
          expect(rows.slice(0, index).findLast((other) => other.after !== undefined)?.after?.id).toBe(kept);
        }
      }),
    );
  });
});

describe('words of two texts', () => {
  const told = (before: string, after: string, language: (typeof languages)[number]): string =>
    diffWords(before, after, language)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
      .join('');

  test.each([
    [
      'en',
      'To hold a seminar in spring.',
      'To hold the seminar in autumn.',
      'To hold [-a-][+the+] seminar in [-spring-][+autumn+].',
    ],
    [
      'ru',
      'Стороны договорились обменяться списками.',
      'Стороны согласились обменяться списками до мая.',
      'Стороны [-договорились-][+согласились+] обменяться списками[+ до мая+].',
    ],
    ['ru', 'научно-технический', 'научно-образовательный', '[-научно-технический-][+научно-образовательный+]'],
    ['ru', 'один два три', 'раз двас тришь', '[-один два три-][+раз двас тришь+]'],
    ['zh', '双方商定在春季举办研讨会。', '双方商定在秋季举办研讨会。', '双方商定在[-春季-][+秋季+]举办研讨会。'],
    ['en', '', 'New.', '[+New.+]'],
  ] as const)('%s: %s | %s', (language, before, after, expected) => {
    expect(told(before, after, language)).toBe(expected);
  });

  test('give both texts back to the letter', () => {
    const word = fc.constantFrom(
      'новые',
      'материалы',
      ' ',
      ' ',
      '.',
      '-',
      '新材料',
      '研讨会',
      'spring',
      '\n',
      "it's",
      '1,5',
      '👍🏽',
      'е́',
    );
    const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom(...languages), (before, after, language) => {
        const parts = diffWords(before, after, language);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});
