import type { EntryKind } from '#shared/contract/entries.ts';
import type { Language } from '#shared/domain/language.ts';
import { createStore, type Store } from '../../../app/store.ts';

/** Where the caret shall go: a row's text, or the capture row. */
export interface FocusTarget {
  /** null: the capture row. */
  rowId: string | null;
  /** Caret in UTF-16 units; absent: at the end. */
  offset?: number;
}

export type RightTab = 'people' | 'outcomes' | 'preview';

/** What the live screen shows of one meeting, apart from the minutes themselves. */
export interface LiveView {
  /** The current agenda item; empty without an agenda. */
  itemId: string;
  /** The language in which is being taken down. */
  captureLanguage: Language;
  /** Kind and speaker of the row that comes next. */
  captureKind: EntryKind;
  captureSpeakerId: string | null;
  /** The entry that is being written in the capture row; null before its first letter. */
  captureId: string | null;
  /** Row-select mode: ids of the selected rows and the one with the focus; null while a text has it. */
  selection: { ids: readonly string[]; focusId: string } | null;
  rightPane: RightTab | null;
  /** Focus mode hides both panes. */
  isFocusMode: boolean;
  find: 'closed' | 'find' | 'replace';
  /** What the find bar opens with, e.g. typed as `s/old/new/`. */
  findQuery?: { find: string; replace: string } | undefined;
}

const views = new Map<string, Store<LiveView>>();

/** The view of a meeting; lives as long as the page, so that coming back finds the same item. */
export function liveView(meetingId: string, initial: () => LiveView): Store<LiveView> {
  const known = views.get(meetingId) ?? createStore(initial());
  views.set(meetingId, known);
  return known;
}

/** Changes some of the view. */
export function patchView(view: Store<LiveView>, patch: Partial<LiveView>): void {
  view.set({ ...view.get(), ...patch });
}
