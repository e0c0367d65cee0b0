import { languages, type LocalizedText } from '#shared/domain/language.ts';

/** Each language that is empty takes the other's text. */
export function fillText(kept: LocalizedText, merged: LocalizedText): LocalizedText {
  return {
    en: kept.en || merged.en,
    ru: kept.ru || merged.ru,
    zh: kept.zh || merged.zh,
  };
}

/** Values of a field like e-mail, several of which stand with «; »; one that is there already does not come twice. */
export function joinValues(kept: string, merged: string): string {
  const known = new Set(splitValues(kept).map((value) => value.toLowerCase()));
  const added = splitValues(merged).filter((value) => !known.has(value.toLowerCase()));
  return added.length === 0 ? kept : [kept, ...added].filter(Boolean).join('; ');
}

export function splitValues(field: string): string[] {
  return field
    .split(/[;,]/u)
    .map((value) => value.trim())
    .filter(Boolean);
}

export function joinParagraphs(kept: string, merged: string): string {
  if (merged.trim() === '' || kept.includes(merged.trim())) return kept;
  return kept.trim() === '' ? merged : `${kept}\n\n${merged}`;
}

interface Alias {
  id: string;
  text: string;
}

/**
 * The aliases of both, and as new ones all `spellings` that the joined record does not show (`shown`) or know already.
 * Compared letter by letter: a spelling in capitals is one of its own.
 */
export function joinAliases(
  aliases: readonly Alias[],
  spellings: readonly string[],
  shown: readonly string[],
  newId: () => string,
): Alias[] {
  const known = new Set(shown);
  const joined: Alias[] = [];
  for (const alias of [...aliases, ...spellings.map((text) => ({ id: '', text }))]) {
    if (known.has(alias.text)) continue;
    known.add(alias.text);
    joined.push({ id: alias.id || newId(), text: alias.text });
  }
  return joined;
}

export const writtenTexts = (...texts: readonly LocalizedText[]): string[] =>
  texts.flatMap((text) => languages.map((language) => text[language].trim())).filter(Boolean);
