import type { TextPlace, TextReference } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Store } from '../../app/store.ts';

/** What the grid of texts offers to the pane beside it. */
export interface Workbench {
  meetingId: string;
  /** Where the caret is, or was last; null before that. */
  place: Store<TextPlace | null>;
  isReadOnly: boolean;
  /** How often «Check» was asked for: with each time the pane shows the findings, checked anew. */
  checks: Store<number>;
  sourceLanguageOf(reference: TextReference): Language;
  /** What the line of a text is called, in the interface language: «Decision 3.1». */
  nameOf(reference: TextReference): string;
  /** As on screen, with what is being typed. */
  textOf(place: TextPlace): string;
  /** Inserts at the caret of that text, over its selection, and goes on there. Undo takes it back. */
  insert(place: TextPlace, text: string): void;
  /** Puts the whole text and goes on at its end. Undo takes it back. */
  put(place: TextPlace, text: string): void;
  /** Leads to a text, showing it whatever is filtered, and selects the range (UTF-16 units) in it. */
  jump(place: TextPlace, range?: { start: number; end: number } | null): void;
}
