import {
  type Concept,
  type GlossaryPreview,
  type GlossaryProblem,
  type ShownConcept,
  type Term,
  termStatuses,
} from '#shared/contract/glossary.ts';
import { emptyText, type Language, languages } from '#shared/domain/language.ts';
import { foldForSearch } from '../../search-index/segment.ts';
import { startSlices } from '../../slices.ts';
import { type GlossaryField, glossaryFields, termField } from './columns.ts';
import { compareTerms, settleTerms } from './compose.ts';
import { firstProblems, makeProblem, type Refusal } from './problem.ts';
import type { FileRow, GlossaryFile } from './read-file.ts';

/** What an import would write; `stored` is what is kept of the concept now, null where nothing is. */
export interface PlannedConcept {
  stored: Concept | null;
  next: Concept;
}

export interface Plan {
  preview: GlossaryPreview;
  writes: PlannedConcept[];
}

export interface Progress {
  type: 'progress';
  done: number;
  total: number;
}

/** What is known of a concept while rows are planned: as it is shown, and as rows before have left it. */
interface Draft {
  shown: ShownConcept | null;
  next: Concept;
}

const progressMs = 200;

/**
 * Compares a file with the glossary.
 *
 * A row with an id means the concept of that id, or a new one with it: its cells are what the concept shall be, as far as
 * the file has the columns, and an empty cell empties. A row without one means the concept with the same preferred terms,
 * whatever their case, in two languages, or in the only language that both have: it adds what is not there and takes
 * nothing away, and its terms become allowed where the concept has another preferred one. Names of the register change
 * nothing where they are the same, and refuse the file where they are not.
 */
export async function* planImport(
  { rows, columns }: GlossaryFile,
  concepts: readonly ShownConcept[],
  newId: () => string,
): AsyncGenerator<Progress, Plan | Refusal> {
  const planner = new Planner(columns, newId);
  const slices = startSlices();
  for (const concept of concepts) {
    planner.know(concept);
    if (slices.areDue()) await slices.pause();
  }
  let toldMs = performance.now();
  for (const [index, row] of rows.entries()) {
    planner.take(row);
    if (!slices.areDue()) continue;
    if (performance.now() - toldMs >= progressMs) {
      toldMs = performance.now();
      yield { type: 'progress', done: index + 1, total: rows.length };
    }
    await slices.pause();
  }
  yield { type: 'progress', done: rows.length, total: rows.length };
  return planner.finish();
}

class Planner {
  readonly #columns: ReadonlySet<GlossaryField>;
  readonly #newId: () => string;
  readonly #drafts = new Map<string, Draft>();
  /** Ids of concepts by language and preferred term. */
  readonly #byTerm = new Map<string, string[]>();
  readonly #changed = new Set<string>();
  readonly #rows: GlossaryPreview['rows'] = [];
  readonly #problems: GlossaryProblem[] = [];

  constructor(columns: ReadonlySet<GlossaryField>, newId: () => string) {
    this.#columns = columns;
    this.#newId = newId;
  }

  know(shown: ShownConcept): void {
    const { id, link, area, definition, source, note, terms } = shown;
    this.#drafts.set(id, { shown, next: { id, link, area, definition, source, note, terms } });
    for (const { language, text } of preferredOf(shown.shownTerms)) this.#remember(id, language, text);
  }

  #remember(id: string, language: Language, text: string): void {
    const key = termKey(language, text);
    const known = this.#byTerm.get(key);
    if (known === undefined) this.#byTerm.set(key, [id]);
    else if (!known.includes(id)) known.push(id);
  }

  take(row: FileRow): void {
    const id = row.id ?? this.#findAlike(row);
    const draft = id === null ? undefined : this.#drafts.get(id);
    const base = draft?.next ?? emptyConcept(id ?? this.#newId());
    const shownBefore = shownTermsOf(draft);
    const next = row.id === null ? this.#merge(row, base, shownBefore) : this.#replace(row, base, draft?.shown ?? null);
    const linked = draft?.shown?.shownTerms.filter(({ isLinked }) => isLinked) ?? [];
    if (next.terms.length + linked.length === 0 && (draft === undefined || shownBefore.length > 0)) {
      this.#refuse(makeProblem('no_term', { line: row.line }));
    }
    const changes = draft === undefined ? [] : changesBetween(base, next);
    const fate = draft === undefined ? 'create' : changes.length === 0 ? 'same' : 'update';
    const settled = { shown: draft?.shown ?? null, next };
    this.#rows.push({ line: row.line, label: labelOf(settled), fate, changes });
    if (fate === 'same') return;
    this.#drafts.set(next.id, settled);
    this.#changed.add(next.id);
    for (const { language, text } of preferredOf(next.terms)) this.#remember(next.id, language, text);
  }

  #refuse(problem: GlossaryProblem): void {
    if (this.#problems.length < 100) this.#problems.push(problem);
  }

  /** The concept that a row without an id means; null for a new one. */
  #findAlike({ terms }: FileRow): string | null {
    const preferred = preferredOf(terms);
    const filled = new Set(preferred.map(({ language }) => language));
    const agreeing = new Map<string, Set<Language>>();
    for (const { language, text } of preferred) {
      for (const id of this.#byTerm.get(termKey(language, text)) ?? []) {
        agreeing.set(id, (agreeing.get(id) ?? new Set()).add(language));
      }
    }
    let best: { id: string; count: number } | null = null;
    for (const [id, { size }] of agreeing) {
      if (size <= (best?.count ?? 0)) continue;
      const has = new Set(preferredOf(shownTermsOf(this.#drafts.get(id))).map(({ language }) => language));
      if (size >= 2 || (filled.size === 1 && has.size === 1)) best = { id, count: size };
    }
    return best?.id ?? null;
  }

  /** A row with an id says what the concept shall be. */
  #replace({ line, terms, texts }: FileRow, base: Concept, shown: ShownConcept | null): Concept {
    const wanted: Omit<Term, 'id'>[] = base.terms.filter(
      ({ language, status }) => !this.#columns.has(termField(status, language)),
    );
    const linked = shown?.shownTerms.filter(({ isLinked }) => isLinked) ?? [];
    const isSame = (a: Omit<Term, 'id'>, b: Omit<Term, 'id'>): boolean =>
      a.language === b.language && a.text === b.text.trim();
    for (const term of linked) {
      const column = termField(term.status, term.language);
      if (!this.#columns.has(column)) continue;
      const given = terms.find((other) => isSame(other, term));
      const mayBe = term.status === 'preferred' ? ['preferred'] : termStatuses;
      if (given === undefined || !mayBe.includes(given.status)) {
        this.#refuse(makeProblem('linked_term', { line, column, detail: term.text }));
      }
    }
    wanted.push(
      ...terms.filter((term) => !linked.some((other) => isSame(term, other) && term.status === other.status)),
    );
    return { ...withTexts(base, texts, false), terms: this.#withIds(wanted, base.terms) };
  }

  /** A row without an id adds to the concept. */
  #merge({ terms, texts }: FileRow, base: Concept, shownTerms: readonly Omit<Term, 'id'>[]): Concept {
    const known = new Set(shownTerms.map(({ language, text }) => termKey(language, text)));
    const hasPreferred = new Set(preferredOf(shownTerms).map(({ language }) => language));
    const added = terms
      .filter(({ language, text }) => !known.has(termKey(language, text)))
      .map((term) =>
        term.status === 'preferred' && hasPreferred.has(term.language) ? { ...term, status: 'allowed' as const } : term,
      );
    return { ...withTexts(base, texts, true), terms: this.#withIds([...base.terms, ...added], base.terms) };
  }

  #withIds(terms: readonly Omit<Term, 'id'>[], known: readonly Term[]): Term[] {
    const ids = new Map(known.map(({ id, language, text }) => [`${language}\n${text}`, id]));
    return settleTerms(terms).map(({ language, text, status }) => ({
      id: ids.get(`${language}\n${text}`) ?? this.#newId(),
      language,
      text,
      status,
    }));
  }

  finish(): Plan | Refusal {
    if (this.#problems.length > 0) return firstProblems(this.#problems);
    const counts = { create: 0, update: 0, same: 0 };
    for (const { fate } of this.#rows) counts[fate]++;
    const writes = [...this.#changed].flatMap((id): PlannedConcept[] => {
      const draft = this.#drafts.get(id);
      if (draft === undefined) return [];
      const { shown, next } = draft;
      return [{ stored: shown?.isStored === true ? shown : null, next }];
    });
    return { preview: { counts, rows: this.#rows }, writes };
  }
}

const preferredOf = <T extends { status: string }>(terms: readonly T[]): T[] =>
  terms.filter(({ status }) => status === 'preferred');

/** One spelling for all that differ in case, ё and accents. */
const termKey = (language: Language, text: string): string => `${language}\n${foldForSearch(text.trim())}`;

/** The terms of a concept with those of the register. */
function shownTermsOf(draft: Draft | undefined): Omit<Term, 'id'>[] {
  if (draft === undefined) return [];
  return [...(draft.shown?.shownTerms.filter(({ isLinked }) => isLinked) ?? []), ...draft.next.terms];
}

const emptyConcept = (id: string): Concept => ({
  id,
  link: null,
  area: emptyText(),
  definition: emptyText(),
  source: '',
  note: '',
  terms: [],
});

function withTexts(base: Concept, texts: FileRow['texts'], isMerge: boolean): Concept {
  const settle = (field: GlossaryField, before: string): string => {
    const text = texts[field];
    if (text === undefined || (isMerge && text === '')) return before;
    return text === before.trim() ? before : text;
  };
  const next = { ...base, area: { ...base.area }, definition: { ...base.definition } };
  for (const language of languages) {
    next.area[language] = settle(`area_${language}`, base.area[language]);
    next.definition[language] = settle(`definition_${language}`, base.definition[language]);
  }
  next.source = settle('source', base.source);
  next.note = settle('note', base.note);
  return next;
}

/** In the order of the columns. */
function changesBetween(before: Concept, after: Concept): GlossaryField[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  return glossaryFields.filter((field) => (old[field] ?? '') !== (now[field] ?? ''));
}

function textsOf({ area, definition, source, note, terms }: Concept): Partial<Record<GlossaryField, string>> {
  const texts: Partial<Record<GlossaryField, string>> = { source, note };
  for (const language of languages) {
    texts[`area_${language}`] = area[language];
    texts[`definition_${language}`] = definition[language];
  }
  for (const { language, status, text } of terms) {
    const field = termField(status, language);
    texts[field] = `${texts[field] ?? ''}${text}\n`;
  }
  return texts;
}

function labelOf(draft: Draft): string {
  const [first] = shownTermsOf(draft).sort(compareTerms);
  return (first?.text ?? draft.next.id).slice(0, 200);
}
