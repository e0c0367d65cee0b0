import { describe, expect, test } from 'vitest';
import { compareQuantities } from '#shared/domain/consistency/compare-quantities.ts';
import { readQuantities } from '#shared/domain/consistency/quantities.ts';
import type { Quantity } from '#shared/domain/consistency/quantity.ts';
import { coverAddresses } from '#shared/domain/consistency/text.ts';
import { type Language, languages } from '#shared/domain/language.ts';

const read = (text: string, language: Language): Quantity[] => readQuantities(text, coverAddresses(text), language, []);
const compare = (source: string, from: Language, target: string, to: Language): unknown[] =>
  compareQuantities(read(source, from), read(target, to), to).map(({ code, detail, expected }) => [
    code,
    detail,
    expected,
  ]);

/** Each line says the same in English, Russian and Chinese. */
const same: Record<string, [en: string, ru: string, zh: string][]> = {
  numbers: [
    ['15,000 firms', '15 000 компаний', '15000家企业'],
    ['15,000 firms', '15\u00a0000 компаний', '1.5万家企业'],
    ['12.5 tonnes', '12,5 тонны', '12.5吨'],
    ['three projects', 'три проекта', '三个项目'],
    ['3 projects', 'трёх проектов', '３个项目'],
    ['the third item', 'третий вопрос', '第三个问题'],
    ['the 21st floor', '21-й этаж', '第二十一层'],
    ['1.2 million people', '1,2 млн человек', '120万人'],
    ['2 billion tonnes', '2 млрд т', '20亿吨'],
    ['three hundred and fifty thousand', 'триста пятьдесят тысяч', '三十五万'],
    ['twenty-five people', 'двадцать пять человек', '二十五人'],
    ['5–7 thousand', '5–7 тыс.', '5000—7000'],
    ['300,000 visitors', '300 тыс. посетителей', '30多万名观众'],
  ],
  dates: [
    ['16 June 2020', '16 июня 2020 г.', '2020年6月16日'],
    ['June 16, 2020', '16.06.2020', '二〇二〇年六月十六日'],
    ['2020-06-16', '16 июня 2020 года', '2020 年 6 月 16 日'],
    ['16–18 June', 'с 16 по 18 июня', '6月16日至18日'],
    ['from 16 June to 20 July 2020', 'с 16 июня по 20 июля 2020 года', '2020年6月16日至7月20日'],
    ['in 2021', 'в 2021 году', '2021年'],
    ['in May', 'в мае', '5月'],
    ['the May meeting of 2021, in May', 'майское заседание 2021 г.', '2021年5月会议'],
    ['in the first quarter of 2021', 'в I квартале 2021 г.', '2021年一季度'],
    ['Q3 2022', 'третий квартал 2022 года', '2022年第三季度'],
    ['2020–2021', '2020–2021 годы', '2020—2021年'],
    ['in the 1990s', 'в 1990-е годы', '20世纪90年代'],
    ['on 1 September', '1 сентября', '9月1日'],
  ],
  times: [
    ['at 2 p.m.', 'в 14:00', '下午2时'],
    ['at 10:30', 'в 10 ч 30 мин', '上午10点30分'],
    ['at 9.15 a.m.', 'в 9.15', '上午9：15'],
  ],
  percentages: [
    ['12.5%', '12,5 %', '12.5％'],
    ['twelve per cent', '12 процентов', '百分之十二'],
    ['10–15%', '10–15 %', '10%—15%'],
    ['5 percentage points', '5 п. п.', '5个百分点'],
  ],
  currencies: [
    ['RMB 5 million', '5 млн юаней', '500万元'],
    ['¥5 million', '5 млн юаней', '500万元人民币'],
    ['$1.2 billion', '1,2 млрд долл. США', '12亿美元'],
    ['€300', '300 евро', '300欧元'],
    ['150 million roubles', '150 млн ₽', '1.5亿卢布'],
    ['5–7 million yuan', '5–7 млн юаней', '500万—700万元'],
    ['USD 2.75m', '2,75 млн долларов', '275万美元'],
  ],
  references: [
    ['Decision 3.1', 'решение 3.1', '第3.1项决定'],
    ['items 2 and 3', 'пункты 2 и 3', '议程第2、3项'],
    ['see Annex 2', 'см. приложение № 2', '见附件2'],
    ['paragraph 4', 'п. 4', '第4款'],
  ],
};

describe.each(Object.entries(same))('%s are the same in whatever way they are written', (_name, lines) => {
  test.each(lines)('%s | %s | %s', (...texts) => {
    for (const [from, source] of languages.entries()) {
      for (const [to, target] of languages.entries()) {
        if (from === to) continue;
        expect(compare(texts[from] ?? '', source, texts[to] ?? '', target)).toEqual([]);
      }
    }
  });
});

test.each<[source: string, from: Language, target: string, to: Language, ...expected: [string, string, string | null]]>(
  [
    ['51 партнёр', 'ru', '15 partners', 'en', 'number-missing', '51', '51'],
    ['15 000 компаний', 'ru', '1500家企业', 'zh', 'number-missing', '15 000', '1.5万'],
    ['три проекта', 'ru', 'five projects', 'en', 'number-missing', 'три', '3'],
    ['без числа', 'ru', 'with 7 items', 'en', 'number-added', '7', null],
    ['12.5% growth', 'en', '12,5 роста', 'ru', 'percentage-differs', '12,5', '12,5\u00a0%'],
    ['рост на 5 %', 'ru', '增长6%', 'zh', 'percentage-differs', '6%', '5%'],
    ['5 млн юаней', 'ru', '5 million roubles', 'en', 'currency-differs', '5 million roubles', '5 million yuan'],
    ['500万元', 'zh', '50 млн юаней', 'ru', 'currency-differs', '50 млн юаней', '5\u00a0млн юаней'],
    ['16 июня 2020 г.', 'ru', '16 July 2020', 'en', 'date-differs', '16 July 2020', '16 June 2020'],
    ['2020年6月16日', 'zh', '16 июня 2021 г.', 'ru', 'date-differs', '16 июня 2021 г.', '16 июня 2020\u00a0г.'],
    ['in Q1 2021', 'en', '2021年第二季度', 'zh', 'date-differs', '2021年第二季度', '2021年第一季度'],
    ['in May', 'en', 'в марте', 'ru', 'date-differs', 'марте', 'май'],
    ['решение 3.1', 'ru', 'Decision 3.2', 'en', 'reference-differs', 'Decision 3.2', '3.1'],
    ['at 10:30', 'en', 'в 11:30', 'ru', 'number-missing', '10:30', '10:30'],
  ],
)('%s (%s), %s (%s)', (source, from, target, to, ...expected) => {
  expect(compare(source, from, target, to)).toEqual([expected]);
});

test.each<[text: string, language: Language]>([
  ['They may meet again; one of them will write. The second largest of both.', 'en'],
  ['Один из них напишет; вторая сторона согласна, обе стороны тоже.', 'ru'],
  ['四川和三亚的代表一致同意，十分满意，统一意见，星期三见。', 'zh'],
  ['COVID-19, CO2, 5G; office3@example.org, https://example.org/2021/06', 'en'],
])('nothing is counted that counts nothing: %s', (text, language) => {
  expect(compareQuantities(read(text, language), [], language)).toEqual([]);
});
