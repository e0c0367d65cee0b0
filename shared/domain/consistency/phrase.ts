import type { Language } from '../language.ts';
import { currencyWord } from './money.ts';
import type { Quantity } from './quantity.ts';

const englishMonths = 'January February March April May June July August September October November December'.split(
  ' ',
);
const russianMonths = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const russianNominative = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** A figure of one text as the other language writes it. */
export function phraseQuantity(quantity: Quantity, language: Language): string {
  const { kind, value, currency } = quantity;
  if (kind === 'date') return phraseDate(quantity.keys, language);
  if (kind === 'time') return phraseTime(quantity.keys[0] ?? '');
  if (kind === 'reference') return quantity.keys.join(', ');
  if (value === null) return quantity.raw;
  const number = phraseNumber(value, language);
  if (kind === 'percentage') return language === 'ru' ? `${number}\u00a0%` : `${number}%`;
  if (kind !== 'currency') return number;
  const word = currencyWord(currency, language);
  return language === 'zh' ? number + word : `${number} ${word}`;
}

const scales: Record<Language, [number, string][]> = {
  en: [
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
  ru: [
    [1e9, '\u00a0млрд'],
    [1e6, '\u00a0млн'],
  ],
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

function phraseNumber(value: number, language: Language): string {
  for (const [factor, word] of scales[language]) {
    const part = Number((value / factor).toPrecision(12));
    if (part >= 1 && Number.isInteger(part * 100)) return groupDigits(part, language) + word;
  }
  return groupDigits(value, language);
}

function groupDigits(value: number, language: Language): string {
  const [whole = '', fraction = ''] = String(value).split('.');
  const separator = { en: ',', ru: '\u00a0', zh: '' }[language];
  const grouped = whole.length < 5 && language === 'ru' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/gu, separator);
  return fraction === '' ? grouped : `${grouped}${language === 'ru' ? ',' : '.'}${fraction}`;
}

function phraseTime(key: string): string {
  const minutes = Number(key.slice(1));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function phraseDate(keys: readonly string[], language: Language): string {
  const take = (letter: string): string[] => keys.filter((key) => key.startsWith(letter)).map((key) => key.slice(1));
  const years = take('y');
  const [quarter] = take('q');
  const [lone] = take('m');
  const days = take('d').map((key) => key.split('-').map(Number));
  const month = Number(lone ?? days[0]?.[0] ?? 0);
  const dayText = days.map(([, day = 0]) => day).join(language === 'zh' ? '—' : '–');
  const yearText = years.join(language === 'zh' ? '—' : '–');
  const hasMonth = month > 0;
  if (language === 'zh') {
    return [
      years.length > 0 ? `${yearText}年` : '',
      quarter === undefined ? '' : `第${'一二三四'.charAt(Number(quarter) - 1)}季度`,
      hasMonth ? `${month}月` : '',
      dayText === '' ? '' : `${dayText}日`,
    ].join('');
  }
  const name =
    language === 'en' ? englishMonths[month - 1] : (dayText === '' ? russianNominative : russianMonths)[month - 1];
  const quarterText =
    quarter === undefined
      ? ''
      : language === 'en'
        ? `Q${quarter}`
        : `${['I', 'II', 'III', 'IV'][Number(quarter) - 1] ?? ''} квартал`;
  const parts = [dayText, hasMonth ? name : '', quarterText, yearText].filter(
    (part) => part !== '' && part !== undefined,
  );
  return parts.join(' ') + (language === 'ru' && years.length > 0 ? '\u00a0г.' : '');
}
