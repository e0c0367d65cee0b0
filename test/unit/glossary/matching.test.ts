import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermStatus } from '#shared/contract/glossary.ts';
import { cleanLine } from '#shared/domain/clean-text.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { type Match, Matcher, takeLongest } from '../../../electron/features/glossary/matcher.ts';
import { anyText } from '../../support/any-text.ts';

interface Owner {
  name: string;
}

/** What of the text is found, for terms of one language, each of its own concept unless `concept|term`. */
function find(terms: readonly string[], text: string, language: Language = 'ru', statuses: TermStatus[] = []) {
  const matcher = new Matcher<Owner>(() => false);
  terms.forEach((term, index) => {
    matcher.add({ name: term }, { language, text: term, status: statuses[index] ?? 'preferred', isLinked: false });
  });
  const written = ({ start, end }: Match<Owner>): string => text.slice(start, end);
  const all = matcher.findAll(text, language);
  return { all: all.map(written), longest: takeLongest(all, text).map(written) };
}

describe('Russian words in whatever form', () => {
  test.each([
    [
      'научно-техническое сотрудничество',
      'вопросы научно-технического сотрудничества',
      'научно-технического сотрудничества',
    ],
    [
      'научно-техническое сотрудничество',
      'О Научно\u2011технических сотрудничествах',
      'Научно\u2011технических сотрудничествах',
    ],
    [
      'Министерство науки и высшего образования',
      'в Министерстве науки и высшего образования РФ',
      'Министерстве науки и высшего образования',
    ],
    ['Министерство науки', 'с Министерством науки', 'Министерством науки'],
    ['договорённость', 'достигнутые договоренности', 'договоренности'],
    ['договоренность', 'ДОГОВОРЁННОСТЬЮ', 'ДОГОВОРЁННОСТЬЮ'],
    ['рынок труда', 'на рынках труда', 'рынках труда'],
    ['финансовая оценка', 'без финансовых оценок', 'финансовых оценок'],
    ['дорожная карта', 'утвердить «дорожную карту» проекта', 'дорожную карту'],
    ['ООО «Ромашка»', 'от ООО "Ромашка" выступил', 'ООО "Ромашка'],
    ['МГУ имени М. В. Ломоносова', 'в МГУ имени М.В. Ломоносова', 'МГУ имени М.В. Ломоносова'],
    ['замо\u0301к', 'старый замок', 'замок'],
    ['сотрудничество', 'со\u00ADтруд\u00ADни\u00ADче\u00ADстве', 'со\u00ADтруд\u00ADни\u00ADче\u00ADстве'],
    ['5G-сеть', 'развитие 5G-сетей', '5G-сетей'],
  ])('«%s» in «%s»', (term, text, expected) => {
    expect(find([term], text).longest).toEqual([expected]);
  });

  test.each([
    ['научно-техническое сотрудничество', 'научное сотрудничество'],
    ['научно-техническое сотрудничество', 'научно-технического. Сотрудничество'],
    ['научно-техническое сотрудничество', 'научно-техническое\nсотрудничество'],
    ['акт', 'контакты и факты'],
    ['им', 'имя'],
  ])('«%s» not in «%s»', (term, text) => {
    expect(find([term], text).all).toEqual([]);
  });
});

describe('English and abbreviations', () => {
  test.each<[string, Language, string, string[]]>([
    ['joint laboratory', 'en', 'Two Joint Laboratories were opened', ['Joint Laboratories']],
    ['R&D', 'en', 'R&D and R & D, not R D', ['R&D', 'R & D']],
    ['IT', 'en', 'What it means for IT; It is.', ['IT']],
    ['IT industry', 'en', 'an IT industry, not it industry', ['IT industry']],
    ['WTO', 'en', 'the WTO’s rules, wto', ['WTO']],
    ['NGO', 'en', 'several NGOs', ['NGOs']],
    ['МИД', 'ru', 'в МИДе и МИДом, не мид и Мид', ['МИДе', 'МИДом']],
    ['МИД России', 'ru', 'МИДу России', ['МИДу России']],
    ['В целях развития', 'ru', 'Принято в целях развития', ['в целях развития']],
    ['ЮНЕСКО', 'ru', 'проект юнеско', ['юнеско']],
    ['АКТ ПРИЁМКИ', 'ru', 'подписать акт приемки', ['акт приемки']],
    ['МГУ', 'ru', 'ректор МГУ', ['МГУ']],
    ['ＩＴ', 'en', 'the IT park', ['IT']],
  ])('«%s» (%s) in «%s»', (term, language, text, expected) => {
    expect(find([term], text, language).longest).toEqual(expected);
  });
});

describe('Chinese without spaces', () => {
  test.each([
    [['科技合作'], '双方愿加强科技合作与交流', ['科技合作']],
    [['5G网络', '网络'], '建设5G网络和网络安全', ['5G网络', '网络']],
    [['5G网络'], '建设 5G 网络', ['5G 网络']],
    [['IT产业'], '发展IT产业', ['IT产业']],
    [['江苏', '江苏省', '江苏省产业技术研究院'], '江苏省产业技术研究院在江苏省', ['江苏省产业技术研究院', '江苏省']],
    [['中国科学院', '院士'], '中国科学院院士', ['中国科学院', '院士']],
    [['中国科', '科学院院士'], '中国科学院院士', ['科学院院士']],
    [['科技合作'], '科技，合作', []],
    [['科技合作'], '科技\n合作', []],
  ])('%j in «%s»', (terms, text, expected) => {
    expect(find(terms, text, 'zh').longest).toEqual(expected);
  });
});

describe('a term is text', () => {
  test.each([
    [['C++'], 'C and C++ and c++', ['C++']],
    [['C#', 'C'], 'C# is not C', ['C#', 'C']],
    [['(a|b)*'], 'a, b, ab, (a|b)* and (a|b)', ['(a|b)*']],
    [['.'], 'One. Two', ['.']],
    [['.*'], 'anything', []],
    [['.*'], 'the pattern .* here', ['.*']],
    [['[a-z]+'], 'abc [a-z]+', ['[a-z]+']],
    [['\\d{4}'], '2024 \\d{4}', ['\\d{4}']],
    [['$&'], 'cost $& more', ['$&']],
    [['—'], 'so — and so', ['—']],
    [['«»'], 'empty «» quotes', ['«»']],
    [['-5'], '5 and -5', ['-5']],
    [['%'], '12 %', ['%']],
    [[' '], 'a b', []],
    [['__proto__'], 'constructor __proto__', ['__proto__']],
    [['constructor'], 'constructors', ['constructors']],
    [['№ 5'], 'по № 5', ['№ 5']],
  ])('%j in «%s»', (terms, text, expected) => {
    expect(find(terms, text, 'en').longest).toEqual(expected);
  });
});

describe('the longest term wins', () => {
  test('nested terms are found, but do not count', () => {
    const terms = [
      'сотрудничество',
      'научно-техническое сотрудничество',
      'комиссия по научно-техническому сотрудничеству',
    ];
    const found = find(terms, 'Комиссии по научно-техническому сотрудничеству и сотрудничество');
    expect(found.longest).toEqual(['Комиссии по научно-техническому сотрудничеству', 'сотрудничество']);
    expect(found.all).toHaveLength(4);
  });

  test('terms of another language are not found', () => {
    const matcher = new Matcher<Owner>(() => false);
    matcher.add({ name: 'a' }, { language: 'en', text: 'meeting', status: 'preferred', isLinked: false });
    expect(matcher.findAll('meeting', 'ru')).toEqual([]);
    expect(matcher.findAll('meeting', 'en')).toHaveLength(1);
  });

  test('of two spellings of one concept the one that is written counts, a forbidden one only then', () => {
    const matcher = new Matcher<Owner>(() => false);
    const owner = { name: 'a' };
    matcher.add(owner, { language: 'en', text: 'Internet', status: 'forbidden', isLinked: false });
    matcher.add(owner, { language: 'en', text: 'internet', status: 'preferred', isLinked: false });
    const statusIn = (text: string) => takeLongest(matcher.findAll(text, 'en'), text).map(({ term }) => term.status);
    expect(statusIn('the Internet')).toEqual(['forbidden']);
    expect(statusIn('the internet')).toEqual(['preferred']);
    expect(statusIn('THE INTERNET')).toEqual(['preferred']);
  });

  test('ranges are places in the text as written, whatever its letters fold to', () => {
    const text = 'İß ﬁne 𠮷 technologies';
    expect(find(['technology'], text, 'en').longest).toEqual(['technologies']);
  });

  test('owners that are gone are found no more', () => {
    const gone = new Set<Owner>();
    const matcher = new Matcher<Owner>((owner) => gone.has(owner));
    const owner = { name: 'a' };
    matcher.add(owner, { language: 'en', text: 'meeting', status: 'preferred', isLinked: false });
    gone.add(owner);
    expect(matcher.findAll('meeting', 'en')).toEqual([]);
  });
});

describe('whatever stands in terms and texts', () => {
  const term = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...Array.from('aЯё术IT. -«(|*\\\u00AD\u0301')) }));

  test('a term is found in the text that is the term, in any surroundings', () => {
    fc.assert(
      fc.property(
        term.map((text) => cleanLine(text).trim()).filter((text) => text !== ''),
        fc.constantFrom(...languages),
        fc.constantFrom('', '\n', '. '),
        (text, language, around) => {
          expect(find([text], `${around}${text}${around}`, language).all).not.toEqual([]);
        },
      ),
    );
  });

  test('what counts stands in the text, in its order, and nothing in another', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 8 }), fc.array(term), (terms, parts) => {
        const matcher = new Matcher<Owner>(() => false);
        for (const text of terms) {
          matcher.add({ name: text }, { language: 'ru', text, status: 'preferred', isLinked: false });
        }
        const text = [...parts, ...terms].join(' ');
        let end = 0;
        const places = new Set<string>();
        for (const match of takeLongest(matcher.findAll(text, 'ru'), text)) {
          const place = `${match.start} ${match.end}`;
          if (!places.has(place)) expect(match.start).toBeGreaterThanOrEqual(end);
          places.add(place);
          expect(match.end).toBeGreaterThan(match.start);
          end = match.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
