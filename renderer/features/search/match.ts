import { chooseText, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';

/** A piece of a text; `isMatch` where it stands for a word of the query. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** One language's text of a hit, cut to where the query was found. */
export interface Excerpt {
  language: Language;
  pieces: Piece[];
}

const before = 60;
const after = 180;

/** The words of a query, folded as the back end folds them: case, width, accents, and ё as е but й as й. */
export function queryWords(query: string): string[] {
  return fold(query).join('').split(/\s+/u).filter(Boolean);
}

/**
 * The texts of a hit worth showing: the one in the reader's language, or what stands in for it, and, when the words of
 * the query are found in another language only, that one as well.
 */
export function excerpts(label: LocalizedText, words: readonly string[], wanted: Language): Excerpt[] {
  const first = chooseText(label, wanted);
  if (first.text === '') return [];
  const found = languages.filter((language) => ranges(label[language], words).length > 0);
  const shown =
    found.length === 0 || found.includes(first.language) ? [first.language] : [first.language, ...found.slice(0, 1)];
  return shown.map((language) => ({ language, pieces: cut(label[language], words) }));
}

function cut(text: string, words: readonly string[]): Piece[] {
  const found = ranges(text, words);
  const isLong = text.length > before + after;
  const start = isLong ? wordStart(text, Math.max(0, (found[0]?.[0] ?? 0) - before)) : 0;
  const end = isLong ? Math.min(text.length, start + before + after) : text.length;
  const pieces: Piece[] = start > 0 ? [{ text: '…', isMatch: false }] : [];
  let position = start;
  for (const [from, to] of found) {
    if (from < position || to > end) continue;
    pieces.push({ text: text.slice(position, from), isMatch: false }, { text: text.slice(from, to), isMatch: true });
    position = to;
  }
  pieces.push({ text: text.slice(position, end) + (end < text.length ? '…' : ''), isMatch: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Does not begin in the middle of a word where the script has words. */
function wordStart(text: string, position: number): number {
  if (position === 0) return 0;
  const space = text.indexOf(' ', position);
  return space === -1 || space > position + before ? position : space + 1;
}

/** Where the words stand in a text, as offsets in it, in order and without overlaps. */
function ranges(text: string, words: readonly string[]): [from: number, to: number][] {
  const folded = fold(text);
  const offsets = folded.flatMap((part, index) => Array.from({ length: part.length }, () => index));
  const flat = folded.join('');
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = flat.indexOf(word); at !== -1; at = flat.indexOf(word, at + word.length)) {
      found.push([offsets[at] ?? 0, (offsets[at + word.length - 1] ?? 0) + 1]);
    }
  }
  return found
    .sort((a, b) => a[0] - b[0])
    .filter(([from], index, all) => index === 0 || from >= (all[index - 1]?.[1] ?? 0));
}

/** Folds each UTF-16 unit by itself, so that the place of a match in the original text stays known. */
function fold(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => {
    const lower = text.charAt(index).normalize('NFKC').toLowerCase();
    if (lower === 'й') return lower;
    return lower.normalize('NFD').replace(/\p{M}/gu, '');
  });
}
