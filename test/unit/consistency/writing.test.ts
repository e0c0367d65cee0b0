import { describe, expect, test } from 'vitest';
import { checkDoubled, compareEndings } from '#shared/domain/consistency/punctuation.ts';
import { checkQuotes } from '#shared/domain/consistency/quotes.ts';
import { checkScript } from '#shared/domain/consistency/script.ts';
import { checkSpaces } from '#shared/domain/consistency/spaces.ts';
import type { Language } from '#shared/domain/language.ts';

/** Where something was found, as it stands there. */
const marked = (text: string, findings: { range: { start: number; end: number } | null }[]): string[] =>
  findings.map(({ range }) => (range === null ? '' : text.slice(range.start, range.end)));

describe('quotation marks and brackets', () => {
  test.each<[Language, string, string[]]>([
    ['ru', 'Программа «Чистая вода» и статья «О „Пути“ и не только» (см. п. 1).', []],
    ['ru', 'Программа "Чистая вода".', ['"Чистая вода"']],
    ['ru', 'Программа “Чистая вода”.', ['“Чистая вода”']],
    ['ru', 'Программа «Чистая вода.', ['«']],
    ['ru', 'Программа Чистая вода».', ['»']],
    ['ru', 'О’Нил и д’Артаньян; а) первое; б) второе; 1) третье.', []],
    ['en', 'The “Clean Water” programme, the "old" one, ‘inner’ and the sides’ view, 5" wide.', []],
    ['en', 'The «Clean Water» programme.', ['«Clean Water»']],
    ['en', 'The 《Clean Water》 programme.', ['《Clean Water》']],
    ['en', 'The “Clean Water programme.', ['“']],
    ['en', 'The programme (see above.', ['(']],
    ['en', 'An interview in «Дыхание Китая».', []],
    ['zh', '“清洁水”计划与《报告‘一’》（草案）。', []],
    ['zh', '"清洁水"计划。', ['"清洁水"']],
    ['zh', '«清洁水»计划。', ['«清洁水»']],
    ['zh', '”清洁水“计划。', ['”', '“']],
    ['zh', '（草案）和(草案）。', []],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, checkQuotes(text, text, language))).toEqual(expected);
  });
});

describe('spaces', () => {
  test.each<[Language, string, string[]]>([
    ['ru', 'Срок — 5\u00a0дней, т. е. до 10 %; «так», И. И. Иванов: «нет»… да?!', []],
    ['ru', 'Два  слова', ['  ']],
    ['ru', 'Слово , слово', [' ']],
    ['ru', 'слово,слово', [',']],
    ['ru', 'Конец.Начало и т.д., 12,5 и 10:30', ['.']],
    ['ru', 'в ( скобках )', [' ', ' ']],
    ['en', 'One, two; 1,000.50 at 10:30 (U.S.) e.g. this … .NET', []],
    ['en', 'One ,two', [' ']],
    ['en', 'the end .', [' ']],
    ['zh', '与JITRI合作，共5家（2021年），1,000元，10:30，ISO 9001:2015。', []],
    ['zh', '中 文', [' ']],
    ['zh', '第一，第二。 第三', [' ']],
    ['zh', '甲方,乙方', [',']],
    ['zh', '结束.开始', ['.']],
    ['zh', '注:以下', [':']],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, checkSpaces(text, text, language))).toEqual(expected);
  });
});

describe('punctuation', () => {
  test.each<[string, string[]]>([
    ['Что?! Да… Конец.', []],
    ['г., и т. д.; 1...5; ……', []],
    ['Конец..', ['..']],
    ['Раз,, два', [',,']],
    ['结束。。', ['。。']],
    ['结束！！', ['！！']],
    ['甲，，乙', ['，，']],
    ['甲，。', ['，。']],
    ['Раз,. два', [',.']],
    ['см. file..txt', ['..']],
  ])('twice: %s', (text, expected) => {
    expect(marked(text, checkDoubled(text, text))).toEqual(expected);
  });

  test.each<[source: string, target: string, Language, string | null]>([
    ['Конец.', 'The end.', 'en', null],
    ['Конец.', 'The end', 'en', '.'],
    ['Конец', 'The end.', 'en', null],
    ['Конец?', '结束', 'zh', '？'],
    ['The end.', '结束.', 'zh', '。'],
    ['The end.', '附JITRI.', 'zh', '。'],
    ['The end.', 'Example Co., Ltd.', 'zh', null],
    ['结束。', 'Конец。', 'ru', '.'],
    ['«Конец».', '“The end.”', 'en', null],
    ['Одно.\nДва.', 'One.\nTwo', 'en', '.'],
    ['Конец…', '结束……', 'zh', null],
    ['Начали в 2020 г.', 'It began in 2020', 'en', '.'],
  ])('at the end: %s, %s', (source, target, language, expected) => {
    expect(compareEndings(source, target, language, true).map(({ expected: sign }) => sign)).toEqual(
      expected === null ? [] : [expected],
    );
  });

  test('a heading may end with the point of an abbreviation that other languages have not', () => {
    expect(compareEndings('Example Co., Ltd.', '示例公司', 'zh', false)).toEqual([]);
    expect(compareEndings('To work together.', '合作', 'zh', false)).toHaveLength(1);
  });
});

describe('leftovers of another script', () => {
  const check = (language: Language, open: string, source: { text: string; language: Language } | null): string[] =>
    checkScript({ open, language, source, borrowed: [], reported: [] }).map(({ detail }) => detail);
  const english = (text: string) => ({ text, language: 'en' as const });

  test.each<[Language, string, { text: string; language: Language } | null, string[]]>([
    ['en', 'The рабочая группа met.', null, ['рабочая группа']],
    ['en', 'The 工作组 met.', null, ['工作组']],
    ['ru', 'Собралась 工作组 и приняла решение.', null, ['工作组']],
    ['ru', 'Собралась working group.', english('The working group met.'), ['working group']],
    ['ru', 'Собралась Working Group.', english('The Working Group met.'), ['Working Group']],
    ['ru', 'Компании Siemens, RusHydro, JITRI, WeChat и 3M, сеть 5G, e-mail.', english('x'), []],
    ['ru', 'Фирма Alpha Beta Co., Ltd. и группа.', english('Alpha Beta Co., Ltd.'), []],
    ['zh', '工作组 working group 开会，全长5 km，功率640 MW。', english('x'), ['working group']],
    ['zh', '会议通过Zoom举行，рабочая группа参加。', english('x'), ['рабочая группа']],
    ['zh', '采用smart city方案。', { text: 'Проект smart city.', language: 'ru' }, []],
    ['ru', 'Слово Cанкт-Петербург с латинской буквой.', null, ['Cанкт']],
    ['zh', '与JITRI合作。', english('x'), []],
  ])('%s: %s', (language, text, source, expected) => {
    expect(check(language, text, source)).toEqual(expected);
  });
});
