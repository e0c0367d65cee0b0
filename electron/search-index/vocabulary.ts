import { isOneEditApart } from '#shared/domain/names/edit-distance.ts';
import { stemOf } from './stem.ts';

const shortest = 3;
const shortestCorrected = 4;
/** So many new words are looked through one by one before they are sorted in. */
const mostRecent = 2_000;

/**
 * The words of the index in RAM: to find the other forms of a word, and to correct one typed with one wrong letter. For
 * the forms, words are listed under their stem: asking for each form costs a query less than stems in the index cost in
 * space. For corrections, every word is listed under itself and
 * under each form with one letter left out; two words one edit apart meet in such a form (SymSpell, W. Garbe 2012).
 * Forms are kept as 32-bit hashes in one sorted array: 60,000 words take 6 MB where a Map of strings takes 60.
 */
export class Vocabulary {
  readonly #words: string[] = [];
  readonly #documents: number[] = [];
  readonly #indexOf = new Map<string, number>();
  /** Hash × 2²⁰ + index of the word, sorted. */
  #forms = new Float64Array(0);
  #sorted = 0;
  readonly #byStem = new Map<string, number[]>();

  /** `documents`: in how many records the word stands. */
  add(word: string, documents: number): void {
    if (word.length < shortest || !/^\p{L}/u.test(word)) return;
    const known = this.#indexOf.get(word);
    if (known !== undefined) {
      this.#documents[known] = (this.#documents[known] ?? 0) + documents;
      return;
    }
    const index = this.#words.length;
    this.#indexOf.set(word, index);
    this.#words.push(word);
    this.#documents.push(documents);
    const stem = stemOf(word);
    if (stem === null) return;
    const family = this.#byStem.get(stem);
    if (family === undefined) this.#byStem.set(stem, [index]);
    else family.push(index);
  }

  has(word: string): boolean {
    return this.#indexOf.has(word);
  }

  /** False when no record has the word; words too short to be kept here may stand there. */
  mayHave(word: string): boolean {
    return word.length < shortest || this.#indexOf.has(word);
  }

  /** Other forms of a word: those with the same stem, the most used first. */
  inflections(word: string, limit: number): string[] {
    const stem = stemOf(word);
    const family = stem === null ? undefined : this.#byStem.get(stem);
    return family === undefined ? [] : this.#mostUsed(family, limit + 1).filter((other) => other !== word);
  }

  /** Words one edit away, the most used first; words of under four letters have none. */
  corrections(word: string, limit: number): string[] {
    if (word.length < shortestCorrected) return [];
    if (this.#words.length - this.#sorted > mostRecent) this.#sortIn();
    const found = new Set<number>();
    for (const hash of formHashes(word)) this.#collect(hash, found);
    for (let index = this.#sorted; index < this.#words.length; index++) found.add(index);
    return this.#mostUsed(
      [...found].filter((index) => isOneEditApart(this.#words[index] ?? '', word)),
      limit,
    );
  }

  /** Words that begin with something one edit away, for a word that is still being typed. Runs through all words. */
  continuations(word: string, limit: number): string[] {
    if (word.length <= shortestCorrected) return [];
    const found: number[] = [];
    for (const [index, known] of this.#words.entries()) {
      // One edit leaves the first letter, or the second, where it was, or swaps the two.
      if (known[0] !== word[0] && known[1] !== word[1] && known[0] !== word[1] && known[1] !== word[0]) continue;
      const lengths = [word.length - 1, word.length, word.length + 1];
      if (lengths.some((length) => length < known.length && isOneEditApart(known.slice(0, length), word))) {
        found.push(index);
      }
    }
    return this.#mostUsed(found, limit);
  }

  #mostUsed(indices: readonly number[], limit: number): string[] {
    return indices
      .toSorted((a, b) => (this.#documents[b] ?? 0) - (this.#documents[a] ?? 0))
      .slice(0, limit)
      .map((index) => this.#words[index] ?? '');
  }

  #collect(hash: number, found: Set<number>): void {
    const from = hash * shift;
    let low = 0;
    let high = this.#forms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#forms[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (; (this.#forms[low] ?? Infinity) < from + shift; low++) found.add((this.#forms[low] ?? 0) - from);
  }

  #sortIn(): void {
    const forms: number[] = [];
    for (let index = this.#sorted; index < this.#words.length; index++) {
      for (const hash of formHashes(this.#words[index] ?? '')) forms.push(hash * shift + index);
    }
    const all = new Float64Array(this.#forms.length + forms.length);
    all.set(this.#forms);
    all.set(forms, this.#forms.length);
    this.#forms = all.sort();
    this.#sorted = this.#words.length;
  }
}

const shift = 2 ** 20;

/** Hashes of a word and of each form with one letter left out (FNV-1a, 32 bits). */
function formHashes(word: string): Set<number> {
  const hashes = new Set<number>();
  for (let left = -1; left < word.length; left++) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < word.length; at++) {
      if (at !== left) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    }
    hashes.add(hash >>> 0);
  }
  return hashes;
}
