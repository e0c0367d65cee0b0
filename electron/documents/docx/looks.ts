import type { IFontAttributesProperties } from 'docx';
import type { Language } from '#shared/domain/language.ts';

/** Lengths are in twips (1/20 pt), sizes in half-points, as WordprocessingML counts. */
export interface Look {
  margin: { top: number; right: number; bottom: number; left: number; header: number; footer: number };
  bodySize: number;
  tableSize: number;
  titleSize: number;
  subjectSize: number;
  headingSize: number;
  /** First line of a paragraph; Chinese counts it in characters. */
  firstLine: number;
  firstLineCharacters: number | null;
  line: number;
  /** `line` is a length that nothing changes, not 240ths of what the type needs. */
  isLineExact?: true;
  after: number;
  labelWidth: number;
  hanging: number;
  linePitch: number | null;
}

/** A4. */
export const pageSize = { width: 11906, height: 16838 };

/** GOST R 7.0.97 for Russian, GB/T 9704-2012 for Chinese, a neutral office page for English (standards, A1, A2, D6). */
export const looks: Record<Language, Look> = {
  en: {
    margin: { top: 1417, right: 1417, bottom: 1417, left: 1417, header: 709, footer: 709 },
    bodySize: 23,
    tableSize: 20,
    titleSize: 34,
    subjectSize: 26,
    headingSize: 26,
    firstLine: 0,
    firstLineCharacters: null,
    line: 264,
    after: 100,
    labelWidth: 2300,
    hanging: 340,
    linePitch: null,
  },
  ru: {
    margin: { top: 1134, right: 850, bottom: 1134, left: 1701, header: 567, footer: 567 },
    bodySize: 28,
    tableSize: 22,
    titleSize: 30,
    subjectSize: 28,
    headingSize: 28,
    firstLine: 709,
    firstLineCharacters: null,
    line: 276,
    after: 60,
    labelWidth: 2750,
    hanging: 340,
    linePitch: null,
  },
  zh: {
    // The foot stands 25 mm above the edge: the dashes around the page number are then 7 mm below the text.
    margin: { top: 2098, right: 1474, bottom: 1984, left: 1587, header: 1134, footer: 1417 },
    bodySize: 32,
    tableSize: 21,
    titleSize: 44,
    subjectSize: 44,
    headingSize: 32,
    firstLine: 640,
    firstLineCharacters: 200,
    line: 240,
    after: 0,
    labelWidth: 1900,
    hanging: 320,
    linePitch: 580,
  },
};

/** Side by side: a house page that is neither country's (standards, A5), and type for lines of 8 cm. */
export const columnMargin = { top: 1134, right: 1021, bottom: 1021, left: 1021, header: 567, footer: 510 };
/** Between two columns. */
export const columnGutter = 340;
const columnType = {
  margin: columnMargin,
  firstLine: 0,
  firstLineCharacters: null,
  line: 252,
  after: 60,
  linePitch: null,
} as const;
export const columnLooks: Record<Language, Look> = {
  en: {
    ...columnType,
    bodySize: 20,
    tableSize: 17,
    titleSize: 26,
    subjectSize: 22,
    headingSize: 21,
    labelWidth: 1400,
    hanging: 240,
  },
  ru: {
    ...columnType,
    bodySize: 20,
    tableSize: 17,
    titleSize: 26,
    subjectSize: 22,
    headingSize: 21,
    labelWidth: 1600,
    hanging: 240,
  },
  zh: {
    ...columnType,
    bodySize: 21,
    tableSize: 18,
    titleSize: 28,
    subjectSize: 24,
    headingSize: 22,
    firstLine: 420,
    firstLineCharacters: 200,
    line: 288,
    labelWidth: 1200,
    hanging: 210,
  },
};

const landscapeMargin = { top: 1134, right: 1134, bottom: 1134, left: 1134, header: 567, footer: 567 };

/** Sheets that lie on their side, for wide tables: house measures, no national ones. */
export const landscapeLooks: Record<Language, Look> = {
  en: { ...looks.en, bodySize: 21, margin: landscapeMargin },
  ru: { ...looks.ru, bodySize: 23, headingSize: 25, tableSize: 20, firstLine: 0, margin: landscapeMargin },
  zh: {
    ...looks.zh,
    bodySize: 24,
    titleSize: 36,
    subjectSize: 36,
    headingSize: 26,
    tableSize: 20,
    firstLine: 480,
    hanging: 240,
    linePitch: null,
    margin: landscapeMargin,
  },
};

/** Of A4 between the margins, upright or on its side. */
export function textWidth({ margin }: Look, isLandscape = false): number {
  return (isLandscape ? pageSize.height : pageSize.width) - margin.left - margin.right;
}

/** What a run is part of: decides the Chinese face, which offices expect by name (GB/T 9704-2012). */
export type Face = 'body' | 'title' | 'level-1' | 'level-2' | 'page';

const chineseFaces: Record<Face, string> = {
  body: '仿宋',
  title: '方正小标宋简体',
  'level-1': '黑体',
  'level-2': '楷体',
  page: '宋体',
};

/** All four font slots. Han inside English or Russian text is set in Song, as Times is among Latin faces. */
export function fontsOf(language: Language, face: Face): IFontAttributesProperties {
  // Digits of a Chinese page number are those of the Song face (GB/T 9704-2012: 半角宋体).
  const latin = language === 'zh' && face === 'page' ? chineseFaces.page : 'Times New Roman';
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: language === 'zh' ? chineseFaces[face] : '宋体' };
}

/** `w:lang` of a run: the first value is for Latin and Cyrillic letters, the second for Han. */
export const proofingLanguages: Record<Language, { value: string; eastAsia: string }> = {
  en: { value: 'en-GB', eastAsia: 'zh-CN' },
  ru: { value: 'ru-RU', eastAsia: 'zh-CN' },
  zh: { value: 'en-GB', eastAsia: 'zh-CN' },
};
