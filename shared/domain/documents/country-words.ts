import { emptyText, type Language, type LocalizedText } from '../language.ts';

/** Nominative, genitive, dative, accusative, instrumental, prepositional. */
type Declension = readonly [string, string, string, string, string, string];

/** How a country is named together with another one. */
export interface CountryWords {
  en: {
    adjective: string;
    /** «Sino-» in «Sino-Russian»; without one the adjective stands there. */
    prefix?: string;
    names: readonly string[];
  };
  ru: {
    /** Of the adjective, up to «-ск»: китайск-, российск-. The first is the usual one. */
    stems: readonly string[];
    names: readonly Declension[];
  };
  zh: { short: string; names: readonly string[] };
}

const masculine = (name: string): Declension => [name, `${name}а`, `${name}у`, name, `${name}ом`, `${name}е`];
const feminine = (stem: string): Declension => [
  `${stem}я`,
  `${stem}и`,
  `${stem}и`,
  `${stem}ю`,
  `${stem}ей`,
  `${stem}и`,
];
const fixed = (name: string): Declension => [name, name, name, name, name, name];

/** By ISO 3166 code. A country that is not here keeps the order of the text that names it. */
export const countryWords: Readonly<Partial<Record<string, CountryWords>>> = {
  CN: {
    en: {
      adjective: 'Chinese',
      prefix: 'Sino',
      names: ['the People’s Republic of China', "the People's Republic of China", 'the PRC', 'China'],
    },
    ru: {
      stems: ['китайск'],
      names: [
        ['Китай', 'Китая', 'Китаю', 'Китай', 'Китаем', 'Китае'],
        [
          'Китайская Народная Республика',
          'Китайской Народной Республики',
          'Китайской Народной Республике',
          'Китайскую Народную Республику',
          'Китайской Народной Республикой',
          'Китайской Народной Республике',
        ],
        fixed('КНР'),
      ],
    },
    zh: { short: '中', names: ['中国', '中华人民共和国', '中方'] },
  },
  RU: {
    en: { adjective: 'Russian', prefix: 'Russo', names: ['the Russian Federation', 'Russia'] },
    ru: {
      stems: ['российск', 'русск'],
      names: [
        feminine('Росси'),
        [
          'Российская Федерация',
          'Российской Федерации',
          'Российской Федерации',
          'Российскую Федерацию',
          'Российской Федерацией',
          'Российской Федерации',
        ],
        fixed('РФ'),
      ],
    },
    zh: { short: '俄', names: ['俄罗斯', '俄罗斯联邦', '俄方'] },
  },
  BY: {
    en: { adjective: 'Belarusian', names: ['the Republic of Belarus', 'Belarus'] },
    ru: {
      stems: ['белорусск', 'беларусск'],
      names: [
        ['Беларусь', 'Беларуси', 'Беларуси', 'Беларусь', 'Беларусью', 'Беларуси'],
        [
          'Республика Беларусь',
          'Республики Беларусь',
          'Республике Беларусь',
          'Республику Беларусь',
          'Республикой Беларусь',
          'Республике Беларусь',
        ],
      ],
    },
    zh: { short: '白', names: ['白俄罗斯', '白俄罗斯共和国', '白方'] },
  },
  KZ: {
    en: { adjective: 'Kazakh', names: ['the Republic of Kazakhstan', 'Kazakhstan'] },
    ru: {
      stems: ['казахстанск', 'казахск'],
      names: [
        masculine('Казахстан'),
        [
          'Республика Казахстан',
          'Республики Казахстан',
          'Республике Казахстан',
          'Республику Казахстан',
          'Республикой Казахстан',
          'Республике Казахстан',
        ],
      ],
    },
    zh: { short: '哈', names: ['哈萨克斯坦', '哈萨克斯坦共和国', '哈方'] },
  },
  UZ: {
    en: { adjective: 'Uzbek', names: ['the Republic of Uzbekistan', 'Uzbekistan'] },
    ru: { stems: ['узбекск', 'узбекистанск'], names: [masculine('Узбекистан')] },
    zh: { short: '乌', names: ['乌兹别克斯坦', '乌方'] },
  },
  KG: {
    en: { adjective: 'Kyrgyz', names: ['the Kyrgyz Republic', 'Kyrgyzstan'] },
    ru: { stems: ['кыргызск', 'киргизск', 'кыргызстанск'], names: [masculine('Кыргызстан'), feminine('Киргизи')] },
    zh: { short: '吉', names: ['吉尔吉斯斯坦', '吉方'] },
  },
  TJ: {
    en: { adjective: 'Tajik', names: ['the Republic of Tajikistan', 'Tajikistan'] },
    ru: { stems: ['таджикск', 'таджикистанск'], names: [masculine('Таджикистан')] },
    zh: { short: '塔', names: ['塔吉克斯坦', '塔方'] },
  },
  TM: {
    en: { adjective: 'Turkmen', names: ['Turkmenistan'] },
    ru: { stems: ['туркменск', 'туркменистанск'], names: [masculine('Туркменистан')] },
    zh: { short: '土', names: ['土库曼斯坦', '土方'] },
  },
  AM: {
    en: { adjective: 'Armenian', names: ['the Republic of Armenia', 'Armenia'] },
    ru: { stems: ['армянск'], names: [feminine('Армени')] },
    zh: { short: '亚', names: ['亚美尼亚', '亚方'] },
  },
  AZ: {
    en: { adjective: 'Azerbaijani', names: ['the Republic of Azerbaijan', 'Azerbaijan'] },
    ru: { stems: ['азербайджанск'], names: [masculine('Азербайджан')] },
    zh: { short: '阿', names: ['阿塞拜疆', '阿方'] },
  },
  MN: {
    en: { adjective: 'Mongolian', names: ['Mongolia'] },
    ru: { stems: ['монгольск'], names: [feminine('Монголи')] },
    zh: { short: '蒙', names: ['蒙古国', '蒙古', '蒙方'] },
  },
  VN: {
    en: { adjective: 'Vietnamese', names: ['Viet Nam', 'Vietnam'] },
    ru: { stems: ['вьетнамск'], names: [masculine('Вьетнам')] },
    zh: { short: '越', names: ['越南', '越方'] },
  },
  IN: {
    en: { adjective: 'Indian', prefix: 'Indo', names: ['India'] },
    ru: { stems: ['индийск'], names: [feminine('Инди')] },
    zh: { short: '印', names: ['印度', '印方'] },
  },
  RS: {
    en: { adjective: 'Serbian', names: ['the Republic of Serbia', 'Serbia'] },
    ru: { stems: ['сербск'], names: [feminine('Серби')] },
    zh: { short: '塞', names: ['塞尔维亚', '塞方'] },
  },
};

/** «Chinese side», «Китайская сторона», «中方», to begin with; empty for a country without words. */
export function usualSideName(country: string): LocalizedText {
  const words = countryWords[country];
  const [stem] = words?.ru.stems ?? [];
  if (words === undefined || stem === undefined) return emptyText();
  return {
    en: `${words.en.adjective} side`,
    ru: `${stem.charAt(0).toUpperCase()}${stem.slice(1)}ая сторона`,
    zh: `${words.zh.short}方`,
  };
}

/** Before «side», «стороны» or 方: «Chinese», «китайской», 中; null for a country without words. */
export function adjectiveOfSide(country: string, language: Language): string | null {
  const words = countryWords[country];
  if (words === undefined) return null;
  return { en: words.en.adjective, ru: `${words.ru.stems[0]}ой`, zh: words.zh.short }[language];
}
