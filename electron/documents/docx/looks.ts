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
  after: number;
  labelWidth: number;
  hanging: number;
  linePitch: number | null;
}

const pageWidth = 11906;
export const pageSize = { width: pageWidth, height: 16838 };

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
    margin: { top: 2098, right: 1474, bottom: 1984, left: 1587, header: 1134, footer: 1474 },
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

export function textWidth(look: Look): number {
  return pageWidth - look.margin.left - look.margin.right;
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
  const latin = 'Times New Roman';
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: language === 'zh' ? chineseFaces[face] : '宋体' };
}

/** `w:lang` of a run: the first value is for Latin and Cyrillic letters, the second for Han. */
export const proofingLanguages: Record<Language, { value: string; eastAsia: string }> = {
  en: { value: 'en-GB', eastAsia: 'zh-CN' },
  ru: { value: 'ru-RU', eastAsia: 'zh-CN' },
  zh: { value: 'en-GB', eastAsia: 'zh-CN' },
};
