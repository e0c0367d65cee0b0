import { foldText } from '../../app/fold-text.ts';

/** A piece of a text; `isHit` where it stands for a word of the query. */
export interface Piece {
  text: string;
  isHit: boolean;
}

const words = /[\p{L}\p{M}\p{N}]+/gu;
const han = /\p{Script=Han}/u;
/** Two words with so much of the longer one in common, from its beginning, count as forms of one word. */
const formShare = 0.6;
const shortestForm = 4;

/**
 * Cuts a text where the words of a query stand in it, whatever the case, accents and endings: «рабочей группе» for
 * «рабочая группа». Chinese is found anywhere in the text. The pieces together are the text.
 */
export function markWords(text: string, query: string): Piece[] {
  const wanted = (query.match(words) ?? []).map(foldText);
  const parts = wanted.filter((word) => han.test(word));
  const whole = wanted.filter((word) => !han.test(word));
  const hits: [from: number, to: number][] = [];
  for (const { 0: word, index } of text.matchAll(words)) {
    const folded = foldText(word);
    if (whole.some((candidate) => isFormOf(folded, candidate))) hits.push([index, index + word.length]);
  }
  for (const part of parts) {
    for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
      hits.push([at, at + part.length]);
    }
  }
  return cut(text, hits);
}

function isFormOf(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  const longer = Math.max(word.length, wanted.length);
  if (Math.min(word.length, wanted.length) < shortestForm) return false;
  let common = 0;
  while (common < longer && word[common] === wanted[common]) common += 1;
  return common >= longer * formShare;
}

function cut(text: string, hits: readonly (readonly [from: number, to: number])[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const [from, to] of hits.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (from < position) continue;
    pieces.push({ text: text.slice(position, from), isHit: false }, { text: text.slice(from, to), isHit: true });
    position = to;
  }
  pieces.push({ text: text.slice(position), isHit: false });
  return pieces.filter((piece) => piece.text !== '');
}
