import type { ShownConcept, ShownTerm, TermHit } from '#shared/contract/glossary.ts';
import type { TextReference } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import type { MeetingText } from '../translations/index.ts';
import type { GlossaryIndex, Slot } from './glossary-index.ts';
import { readGlossary } from './keep-current.ts';
import { type Match, takeLongest } from './matcher.ts';

/** A term where it stands in a text; range in UTF-16 units, `written` as the text has it. */
export interface FoundTerm {
  conceptId: string;
  term: ShownTerm;
  start: number;
  end: number;
  written: string;
}

export interface MarkedText {
  reference: TextReference;
  /** Concepts whose term stands in the source text, in its order. */
  hits: TermHit[];
  /** Forbidden terms in the text of each language, whether or not the source has the concept; in its order, one to a place. */
  forbidden: Record<Language, FoundTerm[]>;
}

export interface MarkedTexts {
  /** In the order of the texts asked for; all of them, with or without hits. */
  texts: MarkedText[];
  /** Every concept that `hits` or `forbidden` name, by id. */
  concepts: ReadonlyMap<string, ShownConcept>;
}

type TextToMark = Pick<MeetingText, 'reference' | 'sourceLanguage' | 'texts'>;

/** Concepts that share a term are told as far as somebody may want to choose among them. */
const mostHomonyms = 8;

/** The terms of the glossary in the texts of a meeting. The glossary is read first where it has changed, in slices. */
export async function markTexts(connection: Connection, texts: readonly TextToMark[]): Promise<MarkedTexts> {
  const index = await readGlossary(connection);
  const marked: MarkedText[] = [];
  const concepts = new Map<string, ShownConcept>();
  const slices = startSlices();
  for (const text of texts) {
    marked.push(markText(index, text, concepts));
    if (slices.areDue()) await slices.pause();
  }
  return { texts: marked, concepts };
}

interface Found {
  all: Match<Slot>[];
  longest: Match<Slot>[];
}

function markText(index: GlossaryIndex, text: TextToMark, concepts: Map<string, ShownConcept>): MarkedText {
  const found = Object.fromEntries(
    languages.map((language) => {
      const written = text.texts[language].text;
      const all = index.matcher.findAll(written, language);
      return [language, { all, longest: takeLongest(all, written) }];
    }),
  ) as Record<Language, Found>;
  const uses = new Uses(text, found);
  const places = groupByPlace(found[text.sourceLanguage].longest, uses);
  const hits = new Map<Slot, TermHit>();
  for (const place of places) {
    for (const { owner, start, end } of place) {
      const known = hits.get(owner);
      if (known === undefined) {
        hits.set(owner, { conceptId: owner.concept.id, ranges: [{ start, end }], uses: uses.of(owner) });
        concepts.set(owner.concept.id, owner.concept);
      } else known.ranges.push({ start, end });
    }
  }
  settleHomonyms(places, hits);
  return {
    reference: text.reference,
    hits: [...hits.values()],
    forbidden: Object.fromEntries(
      languages.map((language) => [language, listForbidden(found[language].longest, text, language, hits, concepts)]),
    ) as Record<Language, FoundTerm[]>,
  };
}

/** What each language has of a concept. */
class Uses {
  readonly #text: TextToMark;
  /** A term inside a longer one counts as used, and does not count as forbidden. */
  readonly #permitted: Record<Language, Set<Slot>>;
  readonly #forbidden: Record<Language, Set<Slot>>;

  constructor(text: TextToMark, found: Record<Language, Found>) {
    const ownersOf = (matches: readonly Match<Slot>[], isForbidden: boolean): Set<Slot> =>
      new Set(matches.filter(({ term }) => (term.status === 'forbidden') === isForbidden).map(({ owner }) => owner));
    this.#text = text;
    this.#permitted = mapLanguages((language) => ownersOf(found[language].all, false));
    this.#forbidden = mapLanguages((language) => ownersOf(found[language].longest, true));
  }

  of(slot: Slot): TermHit['uses'] {
    return mapLanguages((language) => {
      if (this.#text.texts[language].text.trim() === '') return 'empty';
      if (this.#forbidden[language].has(slot)) return 'forbidden';
      if (this.#permitted[language].has(slot)) return 'used';
      const { shownTerms } = slot.concept;
      const hasTerm = shownTerms.some((term) => term.language === language && term.status !== 'forbidden');
      return hasTerm ? 'missing' : 'no-term';
    });
  }

  /** In how many languages the concept is used: of homonyms the one that is meant. */
  count(slot: Slot): number {
    return languages.filter((language) => this.#permitted[language].has(slot)).length;
  }
}

const mapLanguages = <T>(value: (language: Language) => T): Record<Language, T> => ({
  en: value('en'),
  ru: value('ru'),
  zh: value('zh'),
});

/**
 * The matches of each place in the text. Of concepts that say the same in all languages (the director of every
 * institute) one stands for all; those that the other languages use come first.
 */
function groupByPlace(matches: readonly Match<Slot>[], uses: Uses): Match<Slot>[][] {
  const chosen: Match<Slot>[][] = [];
  for (const place of Map.groupBy(matches, ({ start }) => start).values()) {
    const [only] = place;
    if (only !== undefined && place.length === 1) {
      chosen.push([only]);
      continue;
    }
    const bySignature = Map.groupBy(place, ({ owner }) => signatureOf(owner));
    const distinct = [...bySignature.values()].map((same) =>
      same.reduce((best, match) => (comparePrecedence(match.owner, best.owner) < 0 ? match : best)),
    );
    distinct.sort((a, b) => uses.count(b.owner) - uses.count(a.owner) || comparePrecedence(a.owner, b.owner));
    chosen.push(distinct.slice(0, mostHomonyms));
  }
  return chosen;
}

const signatureOf = ({ concept }: Slot): string =>
  concept.shownTerms.map(({ language, text, status }) => `${language} ${status} ${text}`).join('\n');

/** What somebody wrote into the glossary comes before what the register has; then by id, so that the choice stays. */
const comparePrecedence = (a: Slot, b: Slot): number =>
  Number(b.concept.isStored) - Number(a.concept.isStored) || (a.concept.id < b.concept.id ? -1 : 1);

/** A text that uses one of several concepts with the same term in the source has said which is meant: it lacks no other. */
function settleHomonyms(places: readonly (readonly Match<Slot>[])[], hits: ReadonlyMap<Slot, TermHit>): void {
  for (const place of places) {
    if (place.length < 2) continue;
    const homonyms = place.flatMap(({ owner }) => hits.get(owner) ?? []);
    for (const language of languages) {
      if (!homonyms.some(({ uses }) => uses[language] === 'used')) continue;
      for (const { uses } of homonyms) if (uses[language] === 'missing') uses[language] = 'used';
    }
  }
}

/** A term that is forbidden of one concept and permitted of another is no fault, unless the source means the former. */
function listForbidden(
  longest: readonly Match<Slot>[],
  { texts }: TextToMark,
  language: Language,
  hits: ReadonlyMap<Slot, TermHit>,
  concepts: Map<string, ShownConcept>,
): FoundTerm[] {
  if (!longest.some(({ term }) => term.status === 'forbidden')) return [];
  const permitted = new Set(longest.filter(({ term }) => term.status !== 'forbidden').map(({ start }) => start));
  const found = longest
    .filter(({ term, start, owner }) => term.status === 'forbidden' && (hits.has(owner) || !permitted.has(start)))
    // Of several concepts the one that the source means.
    .sort((a, b) => a.start - b.start || Number(hits.has(b.owner)) - Number(hits.has(a.owner)));
  return found
    .filter(({ start }, index) => start !== found[index - 1]?.start)
    .map(({ owner, term, start, end }) => {
      concepts.set(owner.concept.id, owner.concept);
      return { conceptId: owner.concept.id, term, start, end, written: texts[language].text.slice(start, end) };
    });
}
