import type { Language } from '#shared/domain/language.ts';

const primary: Record<string, Language> = { en: 'en', eng: 'en', ru: 'ru', rus: 'ru', zh: 'zh', zho: 'zh', chi: 'zh' };
/** Most tags of most files, without taking them to pieces. */
const common = new Map<string, Language>([
  ['en', 'en'],
  ['ru', 'ru'],
  ['zh-CN', 'zh'],
]);
/** Where Chinese is written in simplified characters when no script is named. */
const simplifiedRegions = new Set(['cn', 'sg', 'cmn']);

/** How our languages are called in TMX: most programs take regions, few take scripts. */
export const tmxLanguages: Record<Language, string> = { en: 'en', ru: 'ru', zh: 'zh-CN' };

/**
 * The language that a tag (BCP 47, in any capitals, also with `_`) stands for; undefined where it is none of ours.
 * Traditional Chinese is another one: its texts are not what these minutes are written in.
 */
export function languageOfTag(tag: string): Language | undefined {
  const known = common.get(tag);
  if (known !== undefined) return known;
  const [first = '', ...rest] = tag.trim().toLowerCase().split(/[-_]/u);
  const language = primary[first];
  if (language !== 'zh' || rest.includes('hans')) return language;
  return rest.length === 0 || simplifiedRegions.has(rest[0] ?? '') ? language : undefined;
}
