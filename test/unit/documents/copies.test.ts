import { describe, expect, test } from 'vitest';
import { usualSideName } from '#shared/domain/documents/country-words.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { readPaperWords } from '../../../electron/documents/paper-words.ts';
import type { Authenticity } from '#shared/contract/documents.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { orderCountries } from '#shared/domain/documents/adjective-pairs.ts';
import {
  type ClosingOptions,
  type Copy,
  describeClosingFormula,
  orderLanguages,
  orderParties,
} from '#shared/domain/documents/copies.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { MinutesDocument, MinutesSection, MinutesSignatures } from '#shared/domain/minutes/document.ts';
import { createRunWriter } from '#shared/domain/minutes/runs.ts';
import { exampleRecord } from '../minutes/example-record.ts';
import { paragraphsOf, textOf } from '../../support/block-texts.ts';
import { build, readSamples } from './build-sample.ts';

describe('pairs of countries', () => {
  test.each<[Language, string[], string, string]>([
    ['en', ['RU', 'CN'], 'Sino-Russian Year', 'Russo-Chinese Year'],
    ['en', ['CN', 'RU'], 'Russo-Chinese Year', 'Sino-Russian Year'],
    ['en', ['CN', 'RU'], 'Russian-Chinese Conference', 'Chinese-Russian Conference'],
    ['en', ['RU', 'CN'], 'CHINESE–RUSSIAN FORUM', 'RUSSIAN–CHINESE FORUM'],
    ['en', ['RU', 'CN'], 'the China–Russia Park', 'the Russia–China Park'],
    ['en', ['RU', 'CN'], 'Years of Cooperation of China and Russia', 'Years of Cooperation of Russia and China'],
    [
      'en',
      ['CN', 'RU'],
      'of the Russian Federation and the People’s Republic of China',
      'of the People’s Republic of China and the Russian Federation',
    ],
    ['en', ['RU', 'CN'], 'the People’s Republic of China and Russia', 'Russia and the People’s Republic of China'],
    ['en', ['CN', 'BY'], 'Belarusian-Chinese Park', 'Chinese-Belarusian Park'],
    ['en', ['KZ', 'CN'], 'Sino-Kazakh Forum', 'Kazakh-Chinese Forum'],
    ['ru', ['RU', 'CN'], 'Китайско-российский научно-технический парк', 'Российско-китайский научно-технический парк'],
    ['ru', ['CN', 'RU'], 'Российско-Китайская конференция', 'Китайско-Российская конференция'],
    ['ru', ['CN', 'RU'], 'российско-китайскими, русско-китайскую', 'китайско-российскими, китайско-русскую'],
    ['ru', ['CN', 'RU'], 'РОССИЙСКО-КИТАЙСКОГО', 'КИТАЙСКО-РОССИЙСКОГО'],
    ['ru', ['RU', 'CN'], 'Годы сотрудничества Китая и России', 'Годы сотрудничества России и Китая'],
    ['ru', ['CN', 'RU'], 'между Россией и Китаем', 'между Китаем и Россией'],
    ['ru', ['CN', 'RU'], 'Российских и китайских вузов', 'Китайских и российских вузов'],
    [
      'ru',
      ['CN', 'RU'],
      'Российская Федерация и Китайская Народная Республика: наука',
      'Китайская Народная Республика и Российская Федерация: наука',
    ],
    ['ru', ['CN', 'BY'], 'белорусско-китайского парка', 'китайско-белорусского парка'],
    ['zh', ['RU', 'CN'], '中俄科技创新年，中俄两国', '俄中科技创新年，俄中两国'],
    ['zh', ['CN', 'RU'], '俄中友好；俄罗斯和中国', '中俄友好；中国和俄罗斯'],
    ['zh', ['RU', 'CN'], '中华人民共和国与俄罗斯联邦的共同成果', '俄罗斯联邦与中华人民共和国的共同成果'],
    ['zh', ['CN', 'KZ'], '哈中论坛', '中哈论坛'],
  ])('%s, %j first: %s → %s', (language, countries, text, expected) => {
    expect(orderCountries(text, language, countries)).toBe(expected);
    expect(orderCountries(expected, language, countries)).toBe(expected);
  });

  test.each<[Language, string]>([
    ['en', 'Russian-Chinese-Mongolian corridor'],
    ['en', 'the Chinese side and both sides'],
    ['ru', 'российско-казахстанско-китайский; помощь России, Китай'],
    ['zh', '双方；其中俄方；会议中俄罗斯专家；在俄中国公民；驻俄中资企业；其中俄语'],
  ])('%s: %s is no pair', (language, text) => {
    for (const countries of [
      ['CN', 'RU'],
      ['RU', 'CN'],
    ]) {
      expect(orderCountries(text, language, countries)).toBe(text);
    }
  });

  test('a country without words, and one country twice, change nothing', () => {
    expect(orderCountries('French-Chinese, Russian-Chinese', 'en', ['CN', 'FR'])).toBe(
      'French-Chinese, Russian-Chinese',
    );
    expect(orderCountries('Russian-Russian', 'en', ['RU', 'RU'])).toBe('Russian-Russian');
  });
});

const copiesOf = (record: MeetingRecord, mode: Copy['mode']): [Copy, Copy] => {
  const [first, second] = record.meeting.sides;
  return [
    { mode, keeperSideId: first?.id ?? '' },
    { mode, keeperSideId: second?.id ?? '' },
  ];
};

test('a side begins with the usual name of its country', () => {
  expect(usualSideName('CN')).toEqual({ en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' });
  expect(usualSideName('RU')).toEqual({ en: 'Russian side', ru: 'Российская сторона', zh: '俄方' });
  expect(usualSideName('FR')).toEqual({ en: '', ru: '', zh: '' });
});

test('languages of a copy: its keeper’s, the other side’s, then the rest', () => {
  const record = exampleRecord();
  const [chinese, russian] = copiesOf(record, 'language');
  expect(orderLanguages(record, languages, chinese)).toEqual(['zh', 'ru', 'en']);
  expect(orderLanguages(record, languages, russian)).toEqual(['ru', 'zh', 'en']);
  expect(orderLanguages(record, ['en', 'ru'], chinese)).toEqual(['ru', 'en']);
  record.meeting.sides[0]!.country = 'FR';
  expect(orderLanguages(record, languages, chinese)).toEqual(languages);
});

/** With two clocks, two places, co-chairs and joint owners: whatever can be listed jointly. */
function enrich(record: MeetingRecord): MeetingRecord {
  const { meeting, attendance, agreements } = record;
  const [china, russia] = meeting.sides;
  if (meeting.startTime === null) Object.assign(meeting, { startTime: '10:00', endTime: '12:00', format: 'hybrid' });
  const city = (en: string, ru: string, zh: string, country: string, number: number) => ({
    id: `00000000-0000-7000-8000-00000000000${number}`,
    kind: 'main' as const,
    city: { en, ru, zh },
    place: { en: '', ru: '', zh: '' },
    country,
  });
  meeting.venues = [city('Nanjing', 'Нанкин', '南京', 'CN', 1), city('Moscow', 'Москва', '莫斯科', 'RU', 2)];
  for (const side of [china, russia]) {
    const own = attendance.filter(({ sideId }) => sideId === side?.id);
    if (!own.some(({ roles }) => roles.includes('co_chair'))) own[0]!.roles = ['co_chair'];
  }
  for (const agreement of agreements) {
    agreement.signatories = attendance.slice(0, 2).map(({ id }) => ({ id, attendanceId: id }));
  }
  return record;
}

const records = [...readSamples().map(enrich), enrich(exampleRecord())];
const authenticity: Authenticity = { kind: 'prevails', language: 'en' };
const buildCopy = (record: MeetingRecord, copy: Copy): MinutesDocument =>
  build(record, {
    copy,
    authenticity,
    isNonBinding: true,
    languages: orderLanguages(record, languages, copy),
  });
const sectionIn = ({ sections }: MinutesDocument, language: Language): MinutesSection =>
  sections.find((section) => section.language === language)!;

/** Words; in Chinese characters. Pairs of countries in one order, wherever they may change it. */
function tokensOf(text: string, language: Language): string[] {
  const ordered = orderCountries(text.replace(/\u00A0/gu, ' '), language, ['CN', 'RU']);
  return ordered.match(language === 'zh' ? /[^\s]/gu : /[\p{L}\p{N}]+/gu) ?? [];
}

/** Paragraphs with their words sorted, sorted: what is the same for two texts that differ in order alone. */
function unordered(section: MinutesSection): string[] {
  const heads = [textOf(section.organisation), section.title, textOf(section.subject), section.draftMark ?? ''];
  return [...heads, ...section.blocks.flatMap(paragraphsOf)]
    .map((text) => tokensOf(text, section.language).sort().join(' '))
    .sort();
}

const signaturesOf = (section: MinutesSection): MinutesSignatures =>
  section.blocks.find((block): block is MinutesSignatures => block.kind === 'signatures')!;

describe.each(records.map((record) => [record.meeting.title.en, record] as const))('%s', (_, record) => {
  describe.each(['keeper', 'language'] as const)('by %s', (mode) => {
    const copies = copiesOf(record, mode);
    const documents = copies.map((copy) => buildCopy(record, copy));

    test.each(languages)('the copies differ in ordered words only: %s', (language) => {
      const [one, two] = documents.map((document) => sectionIn(document, language));
      expect(unordered(one!)).toEqual(unordered(two!));
      const [first, second] = [one!, two!].map((section) =>
        section.blocks.filter(({ kind }) => kind !== 'signatures').flatMap(paragraphsOf),
      );
      if (mode === 'language' && language !== 'en') expect(first).toEqual(second);
      else expect(first).not.toEqual(second);
      const plain = sectionIn(build(record), language);
      const entries = (section: MinutesSection): unknown[] =>
        section.blocks.filter((block) => block.kind === 'paragraph' && block.id !== undefined);
      expect(entries(one!)).toEqual(entries(plain));
    });

    test.each(languages)('the right side is named first: %s', (language) => {
      documents.forEach((document, index) => {
        const section = sectionIn(document, language);
        const byLanguage = { zh: 'CN', ru: 'RU', en: null }[language];
        const keeper = ['CN', 'RU'][index]!;
        const first = (mode === 'language' ? byLanguage : null) ?? keeper;
        const isChina = first === 'CN';
        const leads = section.blocks.filter((block) => block.kind === 'lead' && block.tone === 'side');
        const names = { en: ['Chinese side', 'Russian side'], ru: ['Китайская', 'Российская'], zh: ['中方', '俄方'] };
        const [own, other] = isChina ? names[language] : [...names[language]].reverse();
        const text = section.blocks.flatMap(paragraphsOf);
        expect(paragraphsOf(leads[0]!)[0]).toContain(own);
        const clocks = text.filter((line) => /\(UTC|（UTC/u.test(line));
        expect(clocks).toHaveLength(2);
        expect(clocks[0]).toContain(own);
        expect(clocks[1]).toContain(other);
        const fields = section.blocks.flatMap((block) => (block.kind === 'fields' ? block.rows : []));
        const chairs = fields.find(({ label }) => label === readLabels()[language].fields.coChairs)!.values.map(textOf);
        expect(chairs[0]).toContain(own);
        expect(chairs[1]).toContain(other);
        const places = { en: ['Nanjing', 'Moscow'], ru: ['Нанкин', 'Москва'], zh: ['南京', '莫斯科'] }[language];
        const [here, there] = isChina ? places : [...places].reverse();
        const closing = text.find((line) => /Done|Совершено|签署，/u.test(line))!;
        if (record.meeting.format !== 'online') {
          expect(closing.indexOf(here!)).toBeGreaterThan(0);
          expect(closing.indexOf(here!)).toBeLessThan(closing.indexOf(there!));
        }
        const tongues = {
          en: ['Chinese, Russian and', 'Russian, Chinese and'],
          ru: ['китайском, русском и', 'русском, китайском и'],
          zh: ['中文、俄文和', '俄文、中文和'],
        }[language];
        expect(closing).toContain(tongues[isChina ? 0 : 1]);
        // Signatures stand by keeper in both modes.
        const heading = textOf(signaturesOf(section).columns[0]!.heading);
        expect(heading).toMatch(keeper === 'CN' ? /Chinese|китайск|中方/u : /Russian|российск|俄方/u);
      });
    });
  });
});

test('one file per language: the formula is about all of them', () => {
  const record = exampleRecord();
  const [copy] = copiesOf(record, 'keeper');
  const { sections } = build(record, {
    copy,
    authenticity: { kind: 'sole', language: 'zh' },
    languages: ['ru'],
    allLanguages: ['zh', 'ru'],
  });
  const text = sections
    .flatMap(({ blocks }) => blocks.flatMap(paragraphsOf))
    .find((line) => line.includes('Совершено'));
  expect(text).toMatch(/каждый на китайском и русском языках\. .* текст на русском языке является переводом\.$/u);
});

test('organisers, parties and owners follow; who is of no side keeps the place', () => {
  const [record] = readSamples();
  const [, russian] = copiesOf(record!, 'keeper');
  const ordered = orderParties(record!, russian, 'en');
  const names = new Map(record!.organizations.map(({ id, country }) => [id, country]));
  const countries = (of: MeetingRecord): (string | undefined)[] =>
    of.meeting.organizers.map(({ organizationId }) => names.get(organizationId));
  expect(countries(ordered)[0]).toBe('RU');
  expect([...countries(ordered)].sort()).toEqual([...countries(record!)].sort());
  const owners = (of: MeetingRecord): string[][] =>
    of.entries.map(({ action }) => (action?.owners ?? []).map(({ ownerId }) => ownerId));
  const [china, russia] = record!.meeting.sides.map(({ id }) => id);
  expect(owners(record!)).toContainEqual([china, russia]);
  expect(owners(ordered)).toContainEqual([russia, china]);

  const [, , third] = readSamples();
  const agreement = orderParties(third!, copiesOf(third!, 'keeper')[1], 'en').agreements;
  expect(agreement[0]!.parties.map(({ id }) => id)).toEqual(
    third!.agreements[0]!.parties.map(({ id }) => id).reverse(),
  );
  // «Counterparts in Russia (not named)» are of no organisation, so that nobody knows their side.
  expect(agreement[1]!.parties).toEqual(third!.agreements[1]!.parties);
});

describe('closing formula', () => {
  const labels = readLabels();
  const papers = readPaperWords();
  const say = (record: MeetingRecord, language: Language, options: Partial<ClosingOptions>): string[] =>
    describeClosingFormula(record, createRunWriter(language, labels[language]), {
      words: papers[language].copies,
      copy: null,
      authenticity: { kind: 'unsaid' },
      isNonBinding: false,
      languages,
      ...options,
    }).map(({ runs }) => textOf(runs).replace(/\u00A0/gu, ' '));
  const nanjing = (): MeetingRecord => {
    const record = exampleRecord();
    Object.assign(record.meeting, { format: 'in_person', date: '2020-06-16' });
    record.meeting.venues[0]!.kind = 'main';
    return record;
  };
  const record = nanjing();
  const [copy, russian] = copiesOf(record, 'keeper');
  const prevails: Authenticity = { kind: 'prevails', language: 'en' };

  test('two copies in three languages, English prevails', () => {
    expect(say(record, 'en', { copy, authenticity: prevails })).toEqual([
      'Done at Nanjing on 16 June 2020 in duplicate, each in the Chinese, Russian and English languages, all texts being equally authentic. In case of divergence in interpretation, the English text shall prevail.',
    ]);
    expect(say(record, 'ru', { copy: russian, authenticity: prevails })).toEqual([
      'Совершено 16 июня 2020 г. (место совершения: г. Нанкин) в двух экземплярах, каждый на русском, китайском и английском языках, причём все тексты имеют одинаковую силу. В случае расхождений в толковании используется текст на английском языке.',
    ]);
    expect(say(record, 'zh', { copy, authenticity: prevails })).toEqual([
      '本纪要于二〇二〇年六月十六日在南京签署，一式两份，每份均用中文、俄文和英文写成，三种文本同等作准。如解释上发生分歧，以英文本为准。',
    ]);
  });

  test('one and two languages', () => {
    const two = { copy, authenticity: { kind: 'equal' }, languages: ['zh', 'ru'] } as const;
    expect(say(record, 'en', two)[0]).toMatch(
      /in the Chinese and Russian languages, both texts being equally authentic\.$/u,
    );
    expect(say(record, 'ru', two)[0]).toMatch(
      /на китайском и русском языках, причём оба текста имеют одинаковую силу\.$/u,
    );
    expect(say(record, 'zh', two)[0]).toMatch(/每份均用中文和俄文写成，两种文本同等作准。$/u);
    const one = { copy, authenticity: { kind: 'equal' }, languages: ['ru'] } as const;
    expect(say(record, 'en', one)[0]).toMatch(
      /in duplicate, each in the Russian language, both copies being equally authentic\.$/u,
    );
    expect(say(record, 'ru', one)[0]).toMatch(
      /каждый на русском языке, причём оба экземпляра имеют одинаковую силу\.$/u,
    );
    expect(say(record, 'zh', one)[0]).toMatch(/每份均用俄文写成，两份同等作准。$/u);
  });

  test('without copies', () => {
    expect(say(record, 'en', { authenticity: { kind: 'equal' } })).toEqual([
      'Done at Nanjing on 16 June 2020 in the English, Russian and Chinese languages, all texts being equally authentic.',
    ]);
    expect(say(record, 'zh', { authenticity: { kind: 'equal' }, languages: ['zh', 'en'] })).toEqual([
      '本纪要于二〇二〇年六月十六日在南京签署，用中文和英文写成，两种文本同等作准。',
    ]);
    expect(say(record, 'en', {})).toEqual([]);
    expect(say(record, 'en', { authenticity: { kind: 'equal' }, languages: ['en'] })).toEqual([]);
    expect(say(record, 'ru', { authenticity: prevails, languages: ['ru'] })).toEqual([
      'В случае расхождений в толковании используется текст на английском языке.',
    ]);
  });

  test('one text alone counts', () => {
    const sole: Authenticity = { kind: 'sole', language: 'zh' };
    expect(say(record, 'en', { authenticity: sole })).toEqual([
      'The Chinese text alone is authentic; the English and Russian texts are translations.',
    ]);
    expect(say(record, 'ru', { copy, authenticity: sole, languages: ['zh', 'ru'] })).toEqual([
      'Совершено 16 июня 2020 г. (место совершения: г. Нанкин) в двух экземплярах, каждый на китайском и русском языках. Подлинным является только текст на китайском языке; текст на русском языке является переводом.',
    ]);
    expect(say(record, 'zh', { copy, authenticity: sole })).toEqual([
      '本纪要于二〇二〇年六月十六日在南京签署，一式两份，每份均用中文、俄文和英文写成。仅以中文文本作准，俄文和英文文本均为译文。',
    ]);
    expect(say(record, 'ru', { authenticity: sole, languages: ['ru'] })).toEqual([
      'Настоящий текст является переводом; подлинным является только текст на китайском языке.',
    ]);
    expect(say(record, 'zh', { authenticity: sole, languages: ['zh'] })).toEqual(['仅以中文文本作准。']);
  });

  test('copies about which nothing more is said', () => {
    expect(say(record, 'en', { copy })).toEqual([
      'Done at Nanjing on 16 June 2020 in duplicate, each in the Chinese, Russian and English languages.',
    ]);
  });

  test('nothing is owed', () => {
    const options = { isNonBinding: true, authenticity: prevails };
    expect(say(record, 'en', options)).toEqual([
      'These Minutes record the results of the discussions and do not create rights or obligations under international law.',
      expect.stringMatching(/the English text will prevail\.$/u),
    ]);
    expect(say(record, 'ru', { isNonBinding: true })).toEqual([
      'Настоящий протокол фиксирует результаты обсуждения и не создаёт прав и обязательств, регулируемых международным правом.',
    ]);
    expect(say(record, 'zh', { isNonBinding: true })).toEqual(['本纪要仅记录讨论结果，不产生国际法上的权利和义务。']);
  });

  test('the last of several days; no place online; a city in another language is marked', () => {
    const changed = nanjing();
    Object.assign(changed.meeting, { endDate: '2020-10-20', format: 'online' });
    expect(say(changed, 'zh', { copy })[0]).toMatch(/^本纪要于二〇二〇年十月二十日签署，/u);
    expect(say(changed, 'en', { copy })[0]).toMatch(/^Done on 20 October 2020 in duplicate/u);
    expect(say(changed, 'ru', { copy })[0]).toMatch(/^Совершено 20 октября 2020 г\. в двух/u);
    const foreign = nanjing();
    foreign.meeting.venues[0]!.city = { en: 'Nanjing', ru: '', zh: '' };
    expect(say(foreign, 'ru', { copy })[0]).toMatch(/\(место совершения: Nanjing \[на англ\. яз\.\]\)/u);
  });
});
