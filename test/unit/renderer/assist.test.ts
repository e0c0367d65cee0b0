import { describe, expect, test } from 'vitest';
import type { Inconsistency } from '#shared/contract/consistency.ts';
import type { GlossaryMarks, ShownConcept, ShownTerm, TermHit } from '#shared/contract/glossary.ts';
import { groupFindings } from '../../../renderer/features/assist/finding-groups.ts';
import { quotedLanguage } from '../../../renderer/features/assist/finding-words.ts';
import { fitTerm } from '../../../renderer/features/assist/fit-term.ts';
import { conceptsIn, isWritten, nextTerm, readUse } from '../../../renderer/features/assist/term-use.ts';
import { nameOf, termsOf, withOwnTerms } from '../../../renderer/features/glossary/terms.ts';
import { markWords } from '../../../renderer/features/memory/mark-words.ts';

const term = (language: ShownTerm['language'], text: string, status: ShownTerm['status'] = 'preferred'): ShownTerm => ({
  language,
  text,
  status,
  isLinked: false,
});
const concept = (id: string, ...shownTerms: ShownTerm[]): ShownConcept => ({
  id,
  link: null,
  area: { en: '', ru: '', zh: '' },
  definition: { en: '', ru: '', zh: '' },
  source: '',
  note: '',
  terms: [],
  shownTerms,
  isStored: true,
});
const hit = (conceptId: string, start: number, uses: TermHit['uses']): TermHit => ({
  conceptId,
  ranges: [{ start, end: start + 5 }],
  uses,
});
const found = (...pairs: [ShownConcept, TermHit][]) =>
  conceptsIn({
    texts: [{ reference: { kind: 'entry', id: 'one' }, hits: pairs.map(([, one]) => one) }],
    concepts: pairs.map(([one]) => one),
  } satisfies GlossaryMarks);

const group = concept('group', term('en', 'working group'), term('ru', 'рабочая группа'), term('zh', '工作组'));
const academy = concept(
  'academy',
  term('en', 'Academy of Sciences'),
  term('ru', 'Академия наук'),
  term('ru', 'АН', 'allowed'),
  term('ru', 'академия', 'forbidden'),
);

describe('terms beside a text', () => {
  test('a term is written as a whole word, in any case; Chinese anywhere', () => {
    expect(isWritten('Рабочая группа собралась', 'рабочая группа')).toBe(true);
    expect(isWritten('План работы', 'АН')).toBe(false);
    expect(isWritten('АН КНР', 'АН')).toBe(true);
    expect(isWritten('中俄工作组会议', '工作组')).toBe(true);
    expect(isWritten('NASA-led', 'NASA')).toBe(true);
    expect(isWritten('anything', ' ')).toBe(false);
  });

  test('a text uses a term, lacks it, or uses one that it should not', () => {
    const [one] = found([academy, hit('academy', 0, { ru: 'missing' })]);
    expect(readUse(one!, 'ru', 'Учёные Академии наук')).toBe('missing');
    expect(readUse(one!, 'ru', 'Учёные АН')).toBe('used');
    expect(readUse(one!, 'ru', 'Академия наук')).toBe('used');
    expect(readUse(one!, 'ru', 'Эта академия')).toBe('forbidden');
    expect(readUse(one!, 'ru', '')).toBe('none');
    expect(readUse(one!, 'zh', '科学院')).toBe('no-term');
  });

  test('word forms count as the glossary has found them in what is saved', () => {
    const [one] = found([academy, hit('academy', 0, { ru: 'used' })]);
    expect(readUse(one!, 'ru', 'Учёные Академии наук')).toBe('used');
  });

  test('the next term to insert is the first of the source that the text lacks', () => {
    const all = found([academy, hit('academy', 20, { ru: 'missing' })], [group, hit('group', 3, { ru: 'empty' })]);
    expect(nextTerm(all, 'ru', '')).toBe('рабочая группа');
    expect(nextTerm(all, 'ru', 'Рабочая группа и ')).toBe('Академия наук');
    expect(nextTerm(all, 'ru', 'Рабочая группа и АН')).toBeNull();
    expect(nextTerm(all, 'zh', '')).toBe('工作组');
    expect(nextTerm(all, 'zh', '工作组')).toBeNull();
  });

  test('a term that is inserted is kept apart from the words around it, but not in Chinese', () => {
    expect(fitTerm('technology', 'and', 'of')).toBe(' technology ');
    expect(fitTerm('технология', 'обменов, ', '.')).toBe('технология');
    expect(fitTerm('технология', 'обменов,', '')).toBe(' технология');
    expect(fitTerm('технология', '(«', '»)')).toBe('технология');
    expect(fitTerm('科学技术', '关于', '合作')).toBe('科学技术');
    expect(fitTerm('SPbPU', '与', '合作')).toBe('SPbPU');
    expect(fitTerm('working group', '', '')).toBe('working group');
  });

  test('a concept is called by its preferred terms, and by what is typed into its form', () => {
    expect(nameOf(academy)).toEqual({ en: 'Academy of Sciences', ru: 'Академия наук', zh: '' });
    const typed = withOwnTerms(academy, [
      { id: 'a', language: 'zh', text: '科学院', status: 'preferred' },
      { id: 'b', language: 'ru', text: ' ', status: 'preferred' },
    ]);
    expect(nameOf(typed)).toEqual({ en: '', ru: '', zh: '科学院' });
    expect(termsOf(academy, 'ru', 'forbidden')).toEqual(['академия']);
  });
});

describe('words of a query in a text of the memory', () => {
  const hits = (text: string, query: string) =>
    markWords(text, query)
      .filter(({ isHit }) => isHit)
      .map((piece) => piece.text);

  test('are found in other forms, but not in other words', () => {
    expect(hits('Заседание рабочей группы по проектам', 'рабочая группа проект')).toEqual([
      'рабочей',
      'группы',
      'проектам',
    ]);
    expect(hits('Просто проба', 'проект')).toEqual([]);
    expect(hits('The meetings agreed', 'meeting agree')).toEqual(['meetings', 'agreed']);
  });

  test('are found in Chinese without spaces, and are no pattern', () => {
    expect(hits('中俄工作组第三次会议', '工作组 会议')).toEqual(['工作组', '会议']);
    expect(hits('a.c (b)', '.*')).toEqual([]);
  });

  test('leave the text as it is', () => {
    const text = 'Ёлка, ёлки и «ёлочка» — 5 %';
    expect(
      markWords(text, 'елка')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('findings', () => {
  const finding = (id: string, code: Inconsistency['code'], range: Inconsistency['range'] = null): Inconsistency => ({
    place: { kind: 'entry', id, language: 'ru' },
    code,
    detail: 'Technology',
    expected: null,
    range,
    isAccepted: false,
  });

  test('stand together by row, in the order of the minutes', () => {
    const groups = groupFindings([
      finding('b', 'quotes'),
      finding('b', 'spaces'),
      finding('a', 'spaces'),
      { ...finding('b', 'number-added'), place: { kind: 'entry', id: 'b', language: 'zh' } },
    ]);
    expect(groups.map(({ reference, findings }) => [reference.id, findings.length])).toEqual([
      ['b', 3],
      ['a', 1],
    ]);
  });

  test('quote the source for what is missing, else the text', () => {
    expect(quotedLanguage(finding('a', 'term-missing'), 'en')).toBe('en');
    expect(quotedLanguage(finding('a', 'number-missing', { start: 0, end: 1 }), 'zh')).toBe('zh');
    expect(quotedLanguage(finding('a', 'date-differs', { start: 0, end: 1 }), 'en')).toBe('ru');
    expect(quotedLanguage(finding('a', 'date-differs'), 'zh')).toBe('zh');
    expect(quotedLanguage(finding('a', 'foreign-script', { start: 0, end: 1 }), 'zh')).toBe('en');
  });
});
