import type { TextPlace } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { createStore, type Store } from '../../../app/store.ts';
import type { MinutesSession, TextBuffer } from '../../minutes/index.ts';
import {
  type Counts,
  countGaps,
  countTexts,
  type Filter,
  findPlace,
  isGap,
  isShown,
  type Part,
  type TranslatedOf,
} from './gaps.ts';
import { keyOf, type Line, linesOf, translatedOf } from './lines.ts';

export interface ReviewView {
  filter: Filter;
  part: Part;
  /** Languages that are shown, in fixed order; at least one. */
  columns: readonly Language[];
}

/**
 * What the grid of one meeting shows, and where one is in it. Follows the session; everything in it keeps its identity
 * as long as it reads the same, so that a saved letter draws what it changes and nothing else.
 */
export class Review {
  readonly session: MinutesSession;
  readonly view: Store<ReviewView>;
  /** Every text of the meeting. */
  readonly lines: Store<readonly Line[]> = createStore<readonly Line[]>([]);
  /** Those on screen: what the filter lets through, and what has been settled since the focus came into the grid. */
  readonly shown: Store<readonly Line[]> = createStore<readonly Line[]>([]);
  /** The languages that are shown, in the order in which they stand on screen. */
  readonly columns: Store<readonly Language[]>;
  readonly counts: Store<Counts>;
  /** How many texts each filter would stop at, in the columns and parts that are shown. */
  readonly gaps: Store<Readonly<Record<Filter, number>>>;
  /** A text below the first screen is wanted before the lines there have been drawn. */
  readonly isWhole: Store<boolean> = createStore(false);
  /** Where the caret is, or was last. */
  readonly place: Store<TextPlace | null> = createStore<TextPlace | null>(null);
  /** What was done last, for those who do not see it. */
  readonly said: Store<string> = createStore('');
  /** A line that was asked for although the filter leaves it out. */
  private wanted: string | null = null;
  private isEntered = false;
  /** Below each other this language comes first. */
  private first: Language | null = null;

  constructor(session: MinutesSession, view: ReviewView) {
    this.session = session;
    this.view = createStore(view);
    this.columns = createStore(view.columns);
    this.counts = createStore(countTexts([], this.textsOf));
    this.gaps = createStore(countGaps([], view.columns, this.textsOf));
    this.refresh();
  }

  /** Follows session and view until the answer is called. */
  follow(): () => void {
    this.refresh();
    const stops = [
      this.session.state.subscribe(() => this.refresh()),
      this.view.subscribe(() => {
        this.wanted = null;
        this.refresh(false);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  readonly textsOf: TranslatedOf = ({ reference }) => translatedOf(this.session.state.get(), reference);

  buffer(place: TextPlace): TextBuffer {
    return this.session.textAt(place);
  }

  /** Puts a language first, where they stand below each other; null: side by side, in fixed order. */
  arrange(first: Language | null): void {
    if (first === this.first) return;
    this.first = first;
    this.refresh();
  }

  /** The caret is in a text of the grid, or has left it. */
  enter(place: TextPlace): void {
    this.isEntered = true;
    const before = this.place.get();
    if (before?.id !== place.id || before.kind !== place.kind || before.language !== place.language) {
      this.place.set(place);
    }
  }

  leave(): void {
    this.isEntered = false;
    this.wanted = null;
    this.refresh();
  }

  /** Has a text on screen, whatever is filtered or hidden. False when it is gone. */
  reveal({ kind, id, language }: TextPlace): boolean {
    const key = keyOf({ kind, id });
    if (!this.lines.get().some((line) => line.key === key)) return false;
    this.isWhole.set(true);
    const view = this.view.get();
    if (!view.columns.includes(language)) {
      this.view.set({ ...view, columns: languages.filter((one) => one === language || view.columns.includes(one)) });
    }
    if (!this.shown.get().some((line) => line.key === key)) {
      this.wanted = key;
      this.refresh();
    }
    return true;
  }

  isGapAt(place: TextPlace, filter: Filter = this.view.get().filter): boolean {
    const translated = translatedOf(this.session.state.get(), place);
    return translated !== undefined && isGap(translated, place.language, filter);
  }

  /** Tells what was done; the same words a second time are told again. */
  say(words: string): void {
    this.said.set(words === this.said.get() ? `${words}\u00A0` : words);
  }

  nextGap(step: 1 | -1): TextPlace | null {
    return findPlace(this.shown.get(), this.columns.get(), this.place.get(), step, ({ reference }, language) =>
      this.isGapAt({ ...reference, language }),
    );
  }

  private refresh(keepsShown = this.isEntered): void {
    const state = this.session.state.get();
    const view = this.view.get();
    const columns = languages
      .filter((language) => view.columns.includes(language))
      .sort((a, b) => Number(b === this.first) - Number(a === this.first));
    setIfOther(this.columns, columns);
    const before = this.shown.get();
    const place = this.place.get();
    const here = this.isEntered && place !== null ? keyOf(place) : null;
    const lines = linesOf(state, (key) => key === here, this.lines.get());
    this.lines.set(lines);
    const kept = new Set(keepsShown ? before.map(({ key }) => key) : []);
    if (this.wanted !== null) kept.add(this.wanted);
    const shown = lines.filter((line) => kept.has(line.key) || isShown(line, this.textsOf(line), view));
    const isSame = shown.length === before.length && shown.every((line, index) => line === before[index]);
    if (!isSame) this.shown.set(shown);
    setIfOther(this.counts, countTexts(lines, this.textsOf));
    const inPart = lines.filter((line) => isShown(line, this.textsOf(line), { ...view, filter: 'all' }));
    setIfOther(this.gaps, countGaps(inPart, columns, this.textsOf));
  }
}

function setIfOther<T extends object>(store: Store<T>, next: T): void {
  if (JSON.stringify(next) !== JSON.stringify(store.get())) store.set(next);
}
