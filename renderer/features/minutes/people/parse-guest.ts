import { cleanLine } from '#shared/domain/clean-text.ts';
import { emptyText, guessLanguage, type LocalizedText } from '#shared/domain/language.ts';

/** Somebody as typed on one line: a guest by name, or a delegation by organisation and number of heads. */
export interface TypedGuest {
  name: LocalizedText;
  organization: LocalizedText;
  /** For a delegation, else null. */
  headCount: number | null;
}

/** Commas and semicolons, also the full-width ones; the Chinese enumeration comma stands between names. */
const separator = /[,;，；]/u;
/** «12», «12 people», «12 чел.», «12人», «12名». */
const heads = /^(\d{1,6})\s*(?:\p{L}+\.?)?$/u;

/**
 * Reads «Name, organisation» or «Organisation, 12» in any script; each part goes into the language of its letters. Null
 * when nothing is named. What stands behind the first comma belongs to the organisation, commas and all.
 */
export function parseGuest(typed: string): TypedGuest | null {
  const line = cleanLine(typed);
  const cut = line.search(separator);
  const first = (cut === -1 ? line : line.slice(0, cut)).trim();
  const second = cut === -1 ? '' : line.slice(cut + 1).trim();
  if (first === '') return null;
  const last = second === '' ? null : heads.exec((second.split(separator).at(-1) ?? '').normalize('NFKC').trim());
  const headCount = last ? Number(last[1]) : 0;
  if (headCount > 0) {
    const organization = line.slice(0, line.length - (line.split(separator).at(-1) ?? '').length - 1).trim();
    return { name: emptyText(), organization: inItsLanguage(organization), headCount: Math.min(headCount, 100_000) };
  }
  return { name: inItsLanguage(first), organization: inItsLanguage(second), headCount: null };
}

function inItsLanguage(text: string): LocalizedText {
  return { ...emptyText(), [guessLanguage(text)]: text };
}
