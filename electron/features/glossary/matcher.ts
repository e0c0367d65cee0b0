import type { ShownTerm } from '#shared/contract/glossary.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { foldForSearch } from '../../search-index/segment.ts';
import { PathTable } from './path-table.ts';
import { capitalsKey, findAbbreviations, keyOf, keysInText, splitTokens, type Token } from './tokens.ts';

/** A term that was found; range in UTF-16 units of the text. */
export interface Match<Owner> {
  owner: Owner;
  term: ShownTerm;
  start: number;
  end: number;
}

interface Entry<Owner> {
  owner: Owner;
  term: ShownTerm;
  /** Hyphens with which the term begins or ends, which the text must have as well: «-5». */
  before: string;
  after: string;
}

/**
 * Finds terms in texts. Each language has a trie over keys of words (stems, see tokens.ts), Han characters and signs, so
 * the time a text takes hardly depends on the number of terms.
 */
export class Matcher<Owner extends object> {
  readonly #keys = new Map<string, number>();
  readonly #paths = new PathTable();
  readonly #entries = new Map<number, Entry<Owner>[]>();
  /** Terms of nothing but what does not count elsewhere, as «—»: looked for as they stand. */
  readonly #literal: Entry<Owner>[] = [];
  #nodes = languages.length;
  /** Keys of words of texts, as far as some term has them. */
  readonly #known = new Map<string, readonly number[]>();
  readonly #isGone: (owner: Owner) => boolean;

  /** `isGone`: owners whose terms are found no more; taking them out of the tries would cost more than they cost there. */
  constructor(isGone: (owner: Owner) => boolean) {
    this.#isGone = isGone;
  }

  add(owner: Owner, term: ShownTerm): void {
    const tokens = splitTokens(term.text);
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first === undefined || last === undefined) {
      if (term.text.trim() !== '') this.#literal.push({ owner, term, before: '', after: '' });
      return;
    }
    const areAbbreviations = findAbbreviations(tokens);
    let node = languages.indexOf(term.language);
    for (const [index, { surface }] of tokens.entries()) {
      const key = this.#keyNumber(areAbbreviations[index] === true ? capitalsKey(surface) : keyOf(surface));
      let child = this.#paths.get(node, key);
      if (child === -1) {
        child = this.#nodes++;
        this.#paths.add(node, key, child);
      }
      node = child;
    }
    const before = /\p{Pd}*$/u.exec(term.text.slice(0, first.start))?.[0] ?? '';
    const after = /^\p{Pd}*/u.exec(term.text.slice(last.end))?.[0] ?? '';
    const entry = { owner, term, before, after };
    const entries = this.#entries.get(node);
    if (entries === undefined) this.#entries.set(node, [entry]);
    else entries.push(entry);
  }

  #keyNumber(key: string): number {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    this.#known.clear();
    this.#keys.set(key, this.#keys.size);
    return this.#keys.size - 1;
  }

  /** Every term of the language wherever it stands in the text, inside longer ones too. */
  findAll(text: string, language: Language): Match<Owner>[] {
    const found: Match<Owner>[] = [];
    if (text === '') return found;
    const tokens = splitTokens(text);
    const keys = tokens.map((token) => this.#keysOf(token));
    const walk = (node: number, from: number, at: number): void => {
      for (const key of keys[at] ?? []) {
        const child = this.#paths.get(node, key);
        if (child === -1) continue;
        this.#collect(this.#entries.get(child), text, tokens[from]?.start ?? 0, tokens[at]?.end ?? 0, found);
        walk(child, from, at + 1);
      }
    };
    const root = languages.indexOf(language);
    for (const index of tokens.keys()) walk(root, index, index);
    this.#findLiteral(text, language, found);
    return found;
  }

  #keysOf(token: Token): readonly number[] {
    const known = this.#known.get(token.surface);
    if (known !== undefined) return known;
    const keys = keysInText(token).flatMap((key) => this.#keys.get(key) ?? []);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(token.surface, keys);
    return keys;
  }

  #collect(
    entries: readonly Entry<Owner>[] | undefined,
    text: string,
    start: number,
    end: number,
    found: Match<Owner>[],
  ): void {
    if (entries === undefined) return;
    for (const { owner, term, before, after } of entries) {
      if (this.#isGone(owner)) continue;
      if (!text.endsWith(before, start) || !text.startsWith(after, end)) continue;
      found.push({ owner, term, start: start - before.length, end: end + after.length });
    }
  }

  #findLiteral(text: string, language: Language, found: Match<Owner>[]): void {
    for (const { owner, term } of this.#literal) {
      if (term.language !== language || this.#isGone(owner)) continue;
      const wanted = term.text.trim();
      for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + wanted.length)) {
        found.push({ owner, term, start, end: start + wanted.length });
      }
    }
  }
}

const mostKnown = 100_000;

/**
 * Of all matches those that count: the longest wins, none overlaps another or lies in it. Several owners may have the
 * same place; of the terms of one owner there the one that is written most exactly so, and a forbidden one last.
 */
export function takeLongest<Owner extends object>(matches: readonly Match<Owner>[], text: string): Match<Owner>[] {
  const sorted = matches.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: { start: number; end: number; byOwner: Map<Owner, Match<Owner>> }[] = [];
  // Which of them holds a place. Whatever is taken is no shorter, so it holds one of the ends of what it overlaps.
  const holders = new Int32Array(matches.length === 0 ? 0 : text.length).fill(-1);
  for (const match of sorted) {
    const holder = Math.max(holders[match.start] ?? -1, holders[match.end - 1] ?? -1);
    if (holder === -1) {
      holders.fill(taken.length, match.start, match.end);
      taken.push({ start: match.start, end: match.end, byOwner: new Map([[match.owner, match]]) });
      continue;
    }
    const same = taken[holder];
    if (same?.start !== match.start || same.end !== match.end) continue;
    const other = same.byOwner.get(match.owner);
    if (other === undefined || exactness(match, text) > exactness(other, text)) same.byOwner.set(match.owner, match);
  }
  return taken.sort((a, b) => a.start - b.start).flatMap(({ byOwner }) => [...byOwner.values()]);
}

function exactness<Owner>({ term, start, end }: Match<Owner>, text: string): number {
  const written = text.slice(start, end);
  const likeness = written === term.text ? 2 : foldForSearch(written) === foldForSearch(term.text) ? 1 : 0;
  return likeness * 2 + (term.status === 'forbidden' ? 0 : 1);
}
