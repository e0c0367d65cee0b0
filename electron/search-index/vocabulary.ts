import { isOneEditApart } from './edit-distance.ts';

const shortest = 4;
/** So many new words are looked through one by one before they are sorted in. */
const mostRecent = 2_000;

/**
 * The words of the index in RAM, to correct a word typed with one wrong letter. Every word is listed under itself and
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

  /** `documents`: in how many records the word stands. */
  add(word: string, documents: number): void {
    if (word.length < shortest || !/^\p{L}/u.test(word)) return;
    const known = this.#indexOf.get(word);
    if (known !== undefined) {
      this.#documents[known] = (this.#documents[known] ?? 0) + documents;
      return;
    }
    this.#indexOf.set(word, this.#words.length);
    this.#words.push(word);
    this.#documents.push(documents);
  }

  has(word: string): boolean {
    return this.#indexOf.has(word);
  }

  /** Words one edit away, the most used first; words of under four letters have none. */
  corrections(word: string, limit: number): string[] {
    if (word.length < shortest) return [];
    if (this.#words.length - this.#sorted > mostRecent) this.#sortIn();
    const found = new Set<number>();
    for (const hash of formHashes(word)) this.#collect(hash, found);
    for (let index = this.#sorted; index < this.#words.length; index++) found.add(index);
    return [...found]
      .filter((index) => this.#words[index] !== word && isOneEditApart(this.#words[index] ?? '', word))
      .sort((a, b) => (this.#documents[b] ?? 0) - (this.#documents[a] ?? 0))
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
