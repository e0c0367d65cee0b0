import i18next from 'i18next';
import type { TermStatus } from '#shared/contract/glossary.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import en from '#resources/locales/en/glossary.json' with { type: 'json' };
import ru from '#resources/locales/ru/glossary.json' with { type: 'json' };
import zh from '#resources/locales/zh/glossary.json' with { type: 'json' };

/** Columns of a glossary file, in the order in which they are written. */
export const glossaryFields = [
  'id',
  'preferred_en', 'allowed_en', 'forbidden_en',
  'preferred_ru', 'allowed_ru', 'forbidden_ru',
  'preferred_zh', 'allowed_zh', 'forbidden_zh',
  'area_en', 'area_ru', 'area_zh',
  'definition_en', 'definition_ru', 'definition_zh',
  'source', 'note',
] as const; // prettier-ignore
export type GlossaryField = (typeof glossaryFields)[number];

export const termField = (status: TermStatus, language: Language): GlossaryField => `${status}_${language}`;

/** As documents have: the language of a file is not that of the screen. */
const catalogue = i18next.createInstance();
void catalogue.init({
  resources: { en: { glossary: en }, ru: { glossary: ru }, zh: { glossary: zh } },
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The heads of columns in one language. */
export function readHeads(language: Language): Record<GlossaryField, string> {
  const t = catalogue.getFixedT(language);
  return {
    id: t('glossary:fields.id'),
    preferred_en: t('glossary:fields.preferred_en'),
    allowed_en: t('glossary:fields.allowed_en'),
    forbidden_en: t('glossary:fields.forbidden_en'),
    preferred_ru: t('glossary:fields.preferred_ru'),
    allowed_ru: t('glossary:fields.allowed_ru'),
    forbidden_ru: t('glossary:fields.forbidden_ru'),
    preferred_zh: t('glossary:fields.preferred_zh'),
    allowed_zh: t('glossary:fields.allowed_zh'),
    forbidden_zh: t('glossary:fields.forbidden_zh'),
    area_en: t('glossary:fields.area_en'),
    area_ru: t('glossary:fields.area_ru'),
    area_zh: t('glossary:fields.area_zh'),
    definition_en: t('glossary:fields.definition_en'),
    definition_ru: t('glossary:fields.definition_ru'),
    definition_zh: t('glossary:fields.definition_zh'),
    source: t('glossary:fields.source'),
    note: t('glossary:fields.note'),
  };
}

/** Heads as other programs and secretaries write them, folded; a definition without a language is in that of its head. */
const otherHeads: Partial<Record<GlossaryField, string>> = {
  id: 'uuid|trilogue id|идентификатор|标识符',
  preferred_en:
    'en|eng|en gb|en us|english term|term en|en term|term english|en preferred|англ|английский термин|термин на английском|на английском|по английски|термин en|英语|英文术语|英语术语|英文名称|术语 英文',
  preferred_ru:
    'ru|rus|ru ru|russian term|term ru|ru term|term russian|ru preferred|рус|русский термин|термин на русском|на русском|по русски|термин ru|俄语|俄文术语|俄语术语|俄文名称|术语 俄文',
  preferred_zh:
    'zh|cn|zho|chi|zh cn|zh hans|zh hans cn|chinese term|term zh|zh term|term chinese|zh preferred|кит|китайский термин|термин на китайском|на китайском|по китайски|термин zh|汉语|中文术语|汉语术语|中文名称|术语 中文|术语',
  allowed_en: 'en allowed|en synonyms|synonyms en|synonyms english|английские синонимы|英文同义词',
  allowed_ru: 'ru allowed|ru synonyms|synonyms ru|synonyms russian|русские синонимы|俄文同义词',
  allowed_zh: 'zh allowed|zh synonyms|synonyms zh|synonyms chinese|китайские синонимы|中文同义词',
  forbidden_en: 'en forbidden|en deprecated|deprecated en',
  forbidden_ru: 'ru forbidden|ru deprecated|deprecated ru',
  forbidden_zh: 'zh forbidden|zh deprecated|deprecated zh',
  area_en: 'area|domain|subject|subject field|field',
  area_ru: 'область|предметная область|тематика',
  area_zh: '领域|专业|学科',
  definition_en: 'definition|meaning',
  definition_ru: 'определение|толкование|значение',
  definition_zh: '定义|释义',
  source: 'reference|ссылка|出处|参考',
  note: 'notes|comment|comments|remark|remarks|примечания|комментарий|комментарии|заметки|注释|说明|注',
};

/** Rows that are only numbered. */
const numbering = new Set(['', 'n', 'no', 'nr', 'number', 'n n', '№', 'п п', 'no п п', 'номер', '序号', '编号', '号']);

/** Letters, digits and Han only, ё as е, single spaces, lower case. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

let known: Map<string, GlossaryField> | undefined;

function knownHeads(): Map<string, GlossaryField> {
  const heads = new Map<string, GlossaryField>();
  for (const field of glossaryFields) heads.set(fold(field), field);
  for (const language of languages) {
    for (const [field, head] of Object.entries(readHeads(language))) heads.set(fold(head), field as GlossaryField);
  }
  for (const [field, texts] of Object.entries(otherHeads)) {
    for (const text of texts.split('|')) if (!heads.has(text)) heads.set(text, field as GlossaryField);
  }
  return heads;
}

/**
 * What a head names: a column; `numbering`, which says nothing; `other-language`, the terms of a language that the
 * glossary does not have; null for an unknown one.
 */
export function recogniseHead(text: string): GlossaryField | 'numbering' | 'other-language' | null {
  known ??= knownHeads();
  const folded = fold(text);
  const field = known.get(folded);
  if (field !== undefined) return field;
  if (numbering.has(folded)) return 'numbering';
  return isOtherLanguage(folded) ? 'other-language' : null;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** «de», «fr-FR», «zh-TW», «preferred_de». */
function isOtherLanguage(folded: string): boolean {
  const code = /^(?:(?:preferred|allowed|forbidden|term) )?([a-z]{2,3}(?: [a-z]{2,4}){0,2})$/u.exec(folded)?.[1];
  if (code === undefined) return false;
  try {
    return languageNames.of(code.replaceAll(' ', '-')) !== undefined;
  } catch {
    return false;
  }
}
