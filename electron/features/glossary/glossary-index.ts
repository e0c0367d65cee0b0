import type { ShownConcept } from '#shared/contract/glossary.ts';
import { foldForSearch, splitWords, isHan } from '../../search-index/segment.ts';
import { Matcher } from './matcher.ts';
import { keyOf } from './tokens.ts';

/** A concept in memory, until it is changed: then another takes its place. */
export interface Slot {
  readonly concept: ShownConcept;
  readonly unit: string;
  /** For {@link GlossaryIndex.search}, a line for each term: « word word key key ». */
  readonly haystack: string;
  readonly sortKey: SortKey;
  isGone: boolean;
}

interface SortKey {
  group: number;
  text: string;
}

/** All concepts, to look through and to find in texts. */
export class GlossaryIndex {
  readonly #slots = new Map<string, Slot>();
  readonly #units = new Map<string, Slot[]>();
  readonly #matcher = new Matcher<Slot>((slot) => slot.isGone);
  #gone = 0;
  #sorted: Slot[] = [];
  #unsorted: Slot[] = [];
  #hasGone = false;

  get matcher(): Pick<Matcher<Slot>, 'findAll'> {
    return this.#matcher;
  }

  /** More is gone than stays: time to build it anew. */
  get isWorn(): boolean {
    return this.#gone > 1_000 && this.#gone > this.#slots.size;
  }

  /** How many concepts {@link list} has to put in order. */
  get unsorted(): number {
    return this.#unsorted.length;
  }

  get(id: string): ShownConcept | undefined {
    return this.#slots.get(id)?.concept;
  }

  unitOf(id: string): string | undefined {
    return this.#slots.get(id)?.unit;
  }

  /**
   * Makes the concepts of a unit what they now are; answers the ids that are no longer among them: their concepts may
   * still stand for themselves.
   */
  put(unit: string, concepts: readonly ShownConcept[]): string[] {
    const before = this.#units.get(unit) ?? [];
    this.#units.delete(unit);
    for (const slot of before) this.#drop(slot);
    for (const concept of concepts) {
      const other = this.#slots.get(concept.id);
      // What is stored under the id of a linked concept belongs to that, even if it came from a file without its link.
      if (other !== undefined && concept.link === null) continue;
      if (other !== undefined) this.#drop(other);
      this.#add(unit, concept);
    }
    return before.map(({ concept }) => concept.id).filter((id) => !this.#slots.has(id));
  }

  #drop(slot: Slot): void {
    if (slot.isGone) return;
    slot.isGone = true;
    this.#gone++;
    this.#hasGone = true;
    this.#slots.delete(slot.concept.id);
  }

  #add(unit: string, concept: ShownConcept): void {
    const slot: Slot = {
      concept,
      unit,
      haystack: concept.shownTerms.map(({ text }) => toHaystack(text)).join('\n'),
      sortKey: toSortKey(concept.shownTerms[0]?.text ?? ''),
      isGone: false,
    };
    this.#unsorted.push(slot);
    this.#slots.set(concept.id, slot);
    const known = this.#units.get(unit);
    if (known === undefined) this.#units.set(unit, [slot]);
    else known.push(slot);
    for (const term of concept.shownTerms) this.#matcher.add(slot, term);
  }

  /** All concepts by their first term: other scripts, then Cyrillic, then Han by their reading; those without a term last. */
  list(): readonly Slot[] {
    if (this.#hasGone || this.#unsorted.length > 0) {
      const stay = [...this.#sorted, ...this.#unsorted.sort(compareSlots)].filter(({ isGone }) => !isGone);
      // Two sorted runs: the sort does no more than merge them.
      this.#sorted = stay.sort(compareSlots);
      this.#unsorted = [];
      this.#hasGone = false;
    }
    return this.#sorted;
  }

  /** Concepts with a term that has every word of the query: as its beginning, in another form, or Han characters anywhere. */
  search(query: string): readonly Slot[] {
    const all = this.list();
    const words = splitWords(query);
    if (words.length === 0) {
      const wanted = foldForSearch(query).trim();
      if (wanted === '') return all;
      return all.filter(({ concept }) => concept.shownTerms.some(({ text }) => foldForSearch(text).includes(wanted)));
    }
    const needles = words.map((word) => (isHan(word) ? [word] : [` ${word}`, ` ${keyOf(word)} `]));
    const hasAll = (text: string): boolean => needles.every((forms) => forms.some((form) => text.includes(form)));
    return all.filter(
      ({ haystack }) => hasAll(haystack) && (needles.length === 1 || haystack.split('\n').some(hasAll)),
    );
  }
}

function toHaystack(text: string): string {
  const words = splitWords(text);
  const keys = words.filter((word) => !isHan(word)).map(keyOf);
  return ` ${[...words, ...keys].join(' ')} `;
}

const compareHan = new Intl.Collator('zh-Hans-CN').compare;

function toSortKey(text: string): SortKey {
  const words = splitWords(text);
  const folded = words.length === 0 ? foldForSearch(text) : words.join(' ');
  return { group: folded === '' ? 3 : isHan(words[0] ?? '') ? 2 : 1, text: folded };
}

function compareSlots({ sortKey: a, concept }: Slot, { sortKey: b, concept: other }: Slot): number {
  if (a.group !== b.group) return a.group - b.group;
  if (a.text !== b.text) {
    const order = a.group === 2 ? compareHan(a.text, b.text) : 0;
    return order === 0 ? (a.text < b.text ? -1 : 1) : order;
  }
  return concept.id < other.id ? -1 : 1;
}
