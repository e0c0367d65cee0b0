import type { Language, LocalizedText } from '#shared/domain/language.ts';

type Columns<Name extends string> = Record<`${Name}_${Language}`, string>;

/** `title` → `title_en`, `title_ru`, `title_zh`. */
export function toColumns<Name extends string>(name: Name, value: LocalizedText): Columns<Name> {
  return { [`${name}_en`]: value.en, [`${name}_ru`]: value.ru, [`${name}_zh`]: value.zh } as Columns<Name>;
}

/** The three columns of a name as one value. */
export function fromColumns<Name extends string>(row: Columns<Name>, name: Name): LocalizedText {
  return { en: row[`${name}_en`], ru: row[`${name}_ru`], zh: row[`${name}_zh`] };
}
