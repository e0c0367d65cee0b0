import type { ShownConcept } from '#shared/contract/glossary.ts';
import { foldForSearch, splitWords, isHan } from '../../search-index/segment.ts';
import { Matcher } from './matcher.ts';
import { keyOf } from './tokens.ts';

/** A concept in memory, until it is changed: then another takes its place. */
export interface Slot {
  readonly concept: ShownConcept;
  readonly unit: string;
  /** Of each term: « word word ¦ key key », for {@link GlossaryIndex.search}. */
  readonly haystacks: readonly string[];
  /** What concepts that say the same in all languages have in common: one stands for all of them in a text. */
  readonly signature: string;
  isGone: boolean;
}

/** All concepts, to look through and to find in texts. */
export class GlossaryIndex {
  readonly #slots = new Map<string, Slot>();
  readonly #units = new Map<string, Slot[]>();
  readonly #matcher = new Matcher<Slot>((slot) => slot.isGone);
  #gone = 0;
  #sorted: Slot[] | undefined;

  get matcher(): Pick<Matcher<Slot>, 'findAll'> {
    return this.#matcher;
  }

  /** More is gone than stays: time to build it anew. */
  get isWorn(): boolean {
    return this.#gone > 1_000 && this.#gone > this.#slots.size;
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
    this.#sorted = undefined;
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
    this.#slots.delete(slot.concept.id);
  }

  #add(unit: string, concept: ShownConcept): void {
    const slot: Slot = {
      concept,
      unit,
      haystacks: concept.shownTerms.map(({ text }) => toHaystack(text)),
      signature: concept.shownTerms.map(({ language, text, status }) => `${language}${status}${text}`).join('\n'),
      isGone: false,
    };
    this.#slots.set(concept.id, slot);
    const known = this.#units.get(unit);
    if (known === undefined) this.#units.set(unit, [slot]);
    else known.push(slot);
    for (const term of concept.shownTerms) this.#matcher.add(slot, term);
  }

  /** All concepts by their first term: other scripts, then Cyrillic, then Han by their reading; those without a term last. */
  list(): readonly Slot[] {
    this.#sorted ??= sortSlots([...this.#slots.values()]);
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
    return all.filter(({ haystacks }) =>
      haystacks.some((haystack) => needles.every((forms) => forms.some((form) => haystack.includes(form)))),
    );
  }
}

function toHaystack(text: string): string {
  const words = splitWords(text);
  const keys = words.filter((word) => !isHan(word)).map(keyOf);
  return ` ${[...words, ...keys].join(' ')} `;
}

const compareHan = new Intl.Collator('zh-Hans-CN').compare;

function sortSlots(slots: readonly Slot[]): Slot[] {
  const keyed = slots.map((slot) => {
    const folded = foldForSearch(slot.concept.shownTerms[0]?.text ?? '');
    const words = splitWords(folded);
    const group = folded === '' ? 3 : isHan(words[0] ?? '') ? 2 : 1;
    return { slot, group, key: words.length === 0 ? folded : words.join(' ') };
  });
  keyed.sort(
    (a, b) =>
      a.group - b.group ||
      (a.group === 2 ? compareHan(a.key, b.key) : a.key < b.key ? -1 : a.key > b.key ? 1 : 0) ||
      (a.slot.concept.id < b.slot.concept.id ? -1 : 1),
  );
  return keyed.map(({ slot }) => slot);
}
