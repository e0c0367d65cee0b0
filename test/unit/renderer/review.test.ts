import { describe, expect, test } from 'vitest';
import type { Entry, EntryText } from '#shared/contract/entries.ts';
import type { Heading, TextPlace } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import { changesInShort } from '../../../renderer/features/translations/model/changes-in-short.ts';
import { factsNow, factsOf } from '../../../renderer/features/translations/model/facts.ts';
import {
  countGaps,
  countTexts,
  findBelow,
  findPlace,
  isGap,
  isShown,
} from '../../../renderer/features/translations/model/gaps.ts';
import { type Line, linesOf } from '../../../renderer/features/translations/model/lines.ts';
import { makeAgendaItem } from '../../support/records.ts';

type Short = 'reviewed' | 'draft' | 'outdated' | 'empty' | 'not_needed';

/** English is the source, at its third revision. */
function textOf(short: Short, isSource: boolean): EntryText {
  const isBlank = short === 'empty' || short === 'not_needed';
  return {
    text: isBlank ? '' : 'text',
    revision: 3,
    baseRevision: isSource ? null : short === 'outdated' ? 2 : 3,
    // Somebody had reviewed it before its source changed.
    status: short === 'reviewed' || short === 'outdated' ? 'reviewed' : 'draft',
    ...(short === 'not_needed' && { isNotNeeded: true as const }),
  };
}

const translated = (en: Short, ru: Short, zh: Short): Translated => ({
  sourceLanguage: 'en',
  texts: { en: textOf(en, true), ru: textOf(ru, false), zh: textOf(zh, false) },
});

const texts: Record<string, Translated> = {
  title: translated('reviewed', 'reviewed', 'draft'),
  decision: translated('draft', 'outdated', 'empty'),
  action: translated('reviewed', 'reviewed', 'reviewed'),
  speech: translated('reviewed', 'empty', 'not_needed'),
};
const line = (id: string, entryKind: Line['entryKind']): Line => ({
  key: id,
  reference: { kind: entryKind === null ? 'meeting_title' : 'entry', id },
  number: '',
  entryKind,
});
const lines = [line('title', null), line('decision', 'decision'), line('action', 'action'), line('speech', 'speech')];
const textsOf = ({ key }: Line): Translated | undefined => texts[key];
const all = ['en', 'ru', 'zh'] as const satisfies Language[];
const at = (id: string, language: Language): TextPlace => ({
  kind: id === 'title' ? 'meeting_title' : 'entry',
  id,
  language,
});

describe('gaps', () => {
  const wanted = (filter: 'all' | 'missing' | 'outdated' | 'unreviewed') => (one: Line, language: Language) => {
    const found = textsOf(one);
    return found !== undefined && isGap(found, language, filter);
  };
  const walk = (filter: 'all' | 'missing' | 'outdated' | 'unreviewed', step: 1 | -1, columns: readonly Language[]) => {
    const seen: string[] = [];
    let place: TextPlace | null = null;
    for (;;) {
      place = findPlace(lines, columns, place, step, wanted(filter));
      if (place === null) return seen;
      const word = `${place.id} ${place.language}`;
      if (seen.includes(word)) return seen;
      seen.push(word);
    }
  };

  test.each([
    ['all', ['decision ru', 'decision zh', 'speech ru']],
    ['missing', ['decision zh', 'speech ru']],
    ['outdated', ['decision ru']],
    ['unreviewed', ['title zh', 'decision en', 'decision ru', 'decision zh', 'speech ru']],
  ] as const)('%s: in reading order, round and round, and back', (filter, expected) => {
    expect(walk(filter, 1, all)).toEqual(expected);
    expect(walk(filter, -1, all)).toEqual(expected.toReversed());
  });

  test('hidden columns have none, and the order is that of the screen', () => {
    expect(walk('unreviewed', 1, ['zh', 'en'])).toEqual(['title zh', 'decision zh', 'decision en']);
    expect(walk('outdated', 1, ['zh'])).toEqual([]);
  });

  test('from a text on; from a column that is hidden, or a line that is gone', () => {
    const next = (from: TextPlace, columns: readonly Language[] = all) => {
      const found = findPlace(lines, columns, from, 1, wanted('all'));
      return found && `${found.id} ${found.language}`;
    };
    expect(next(at('decision', 'ru'))).toBe('decision zh');
    expect(next(at('speech', 'ru'))).toBe('decision ru');
    expect(next(at('title', 'en'), ['ru'])).toBe('decision ru');
    expect(next(at('gone', 'ru'))).toBe('decision ru');
    expect(findPlace([], all, null, 1, () => true)).toBeNull();
  });

  test('a finished text leads down its column: to what is wanted, round to what is left above, else one line on', () => {
    const isEmpty = ({ key }: Line) => key === 'decision' || key === 'speech';
    const below = (id: string, isWanted: ((one: Line) => boolean) | null) =>
      findBelow(lines, at(id, 'ru'), isWanted)?.id ?? null;
    expect(below('decision', isEmpty)).toBe('speech');
    expect(below('speech', isEmpty)).toBe('decision');
    expect(below('title', () => false)).toBe('decision');
    expect(below('title', null)).toBe('decision');
    expect(below('speech', null)).toBeNull();
    expect(findBelow(lines, at('title', 'zh'), null)).toEqual(at('decision', 'zh'));
  });
});

describe('filters', () => {
  const shown = (view: Parameters<typeof isShown>[2]) =>
    lines.filter((one) => isShown(one, textsOf(one), view)).map(({ key }) => key);

  test('leave lines that have what is looked for in a column that is shown', () => {
    expect(shown({ filter: 'all', part: 'all', columns: all })).toEqual(['title', 'decision', 'action', 'speech']);
    expect(shown({ filter: 'missing', part: 'all', columns: all })).toEqual(['decision', 'speech']);
    expect(shown({ filter: 'missing', part: 'all', columns: ['zh'] })).toEqual(['decision']);
    expect(shown({ filter: 'unreviewed', part: 'all', columns: ['ru', 'zh'] })).toEqual([
      'title',
      'decision',
      'speech',
    ]);
  });

  test('and of the kinds that are worked on', () => {
    expect(shown({ filter: 'all', part: 'headings', columns: all })).toEqual(['title']);
    expect(shown({ filter: 'all', part: 'outcomes', columns: all })).toEqual(['decision', 'action']);
    expect(shown({ filter: 'missing', part: 'headings', columns: all })).toEqual([]);
  });
});

describe('counts', () => {
  test('by language; outdated texts are neither filled nor reviewed', () => {
    const counts = countTexts(lines, textsOf);
    expect(counts.en).toEqual({ total: 4, filled: 4, reviewed: 3, outdated: 0, empty: 0, notNeeded: 0 });
    expect(counts.ru).toEqual({ total: 4, filled: 2, reviewed: 2, outdated: 1, empty: 1, notNeeded: 0 });
    expect(counts.zh).toEqual({ total: 4, filled: 2, reviewed: 1, outdated: 0, empty: 1, notNeeded: 1 });
  });

  test('by what is looked for, in the columns that are shown', () => {
    expect(countGaps(lines, all, textsOf)).toEqual({ all: 12, missing: 2, outdated: 1, unreviewed: 5 });
    expect(countGaps(lines, ['zh'], textsOf)).toEqual({ all: 4, missing: 1, outdated: 0, unreviewed: 2 });
  });
});

describe('marks', () => {
  test('what is typed goes before what is saved', () => {
    const missing = factsOf(translated('draft', 'empty', 'reviewed'), 'ru');
    expect(missing).toEqual({ mark: 'missing', isSource: false });
    expect(factsNow(missing, true)).toBe(missing);
    expect(factsNow(missing, false)).toEqual({ mark: 'draft', isSource: false });
    const reviewed = factsOf(translated('draft', 'empty', 'reviewed'), 'zh');
    expect(factsNow(reviewed, false)).toBe(reviewed);
    expect(factsNow(reviewed, true)).toEqual({ mark: 'missing', isSource: false });
  });

  test('the same facts are the same object, so that nothing is drawn anew', () => {
    expect(factsOf(translated('draft', 'draft', 'empty'), 'ru')).toBe(
      factsOf(translated('draft', 'draft', 'draft'), 'zh'),
    );
  });
});

describe('lines', () => {
  const heading = (kind: Heading['kind'], id: string): Heading => ({
    kind,
    id,
    meetingId: 'm',
    placeId: id,
    ...translated('draft', 'empty', 'empty'),
  });
  const entry = (id: string, kind: Entry['kind'], isWritten = true): [string, Entry] => [
    id,
    { id, kind, ...translated(isWritten ? 'draft' : 'empty', 'empty', 'empty') } as Entry,
  ];
  const state = {
    agenda: [
      { ...makeAgendaItem('m'), id: 'i1' },
      { ...makeAgendaItem('m'), id: 'i2' },
    ],
    rows: new Map([
      ['i1', ['e1', 'e2']],
      ['i2', ['e3']],
    ]),
    numbers: new Map([['e3', '2.1']]),
    entries: new Map([entry('e1', 'speech'), entry('e2', 'note', false), entry('e3', 'decision')]),
    headings: [
      heading('meeting_title', 'm'),
      heading('agenda_title', 'i1'),
      heading('agenda_title', 'i2'),
      heading('agreement_title', 'a'),
      heading('party_description', 'p'),
    ],
  };

  test('stand in the order of the minutes; rows that nobody has written in are none', () => {
    expect(linesOf(state).map(({ key, number }) => `${key} ${number}`.trim())).toEqual([
      'meeting_title/m',
      'agenda_title/i1 1',
      'entry/e1',
      'agenda_title/i2 2',
      'entry/e3 2.1',
      'agreement_title/a',
      'party_description/p',
    ]);
  });

  test('but the one that is being emptied stays under the caret', () => {
    expect(linesOf(state, (key) => key === 'entry/e2').map(({ key }) => key)).toContain('entry/e2');
  });

  test('what did not change stays the same object', () => {
    const before = linesOf(state);
    expect(linesOf(state, undefined, before)).toBe(before);
    const renumbered = linesOf({ ...state, numbers: new Map([['e3', '2.2']]) }, undefined, before);
    expect(renumbered.map((one, index) => one === before[index])).toEqual([true, true, true, true, false, true, true]);
  });
});

describe('changes in short', () => {
  const words = (before: string, after: string, language: Language) =>
    changesInShort(before, after, language)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
      .join('');

  test('a short text stays whole', () => {
    expect(words('The budget is 10 %.', 'The budget is 12 %.', 'en')).toBe('The budget is [-10][+12] %.');
  });

  test('of a long one only the words around the changes are left, and no word is cut', () => {
    const long = 'Стороны отметили значительный прогресс в области совместных исследований и разработок. ';
    const shown = words(`${long}Срок — май. ${long}${long}`, `${long}Срок — июнь. ${long}${long}`, 'ru');
    expect(shown).toContain('[-май][+июнь]');
    expect(shown).toMatch(/^… /u);
    expect(shown).toMatch(/ …$/u);
    expect(shown.length).toBeLessThan(130);
    const known = new Set((long + 'Срок — май июнь').match(/\p{L}+/gu));
    for (const word of shown.match(/\p{L}+/gu) ?? []) expect(known).toContain(word);
  });

  test('Chinese has no spaces to cut at, and no character is halved', () => {
    const long = '双方一致认为𠮷林省与各方在科技创新领域的合作取得了显著成果并将继续深化务实合作。'.repeat(3);
    const shown = words(`${long}预算为十万元。${long}`, `${long}预算为二十万元。${long}`, 'zh');
    expect(shown.isWellFormed()).toBe(true);
    expect(shown).toContain('…');
    expect(shown.length).toBeLessThan(120);
  });
});
