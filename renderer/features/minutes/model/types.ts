import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Action, Entry, EntryKind } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Heading, TextPlace, TextReference, Verdict } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Store } from '../../../app/store.ts';
import type { TextBuffer } from './text-buffer.ts';

/**
 * The minutes of one meeting as the user shall see them now: what was read, and what was done since. Immutable; what
 * did not change keeps its identity, so that one keystroke draws one row at most. `entries` holds the texts as last
 * saved: letters that are being typed live in the text buffers.
 */
export interface MinutesState {
  meeting: Meeting;
  /** In protocol order. */
  attendance: readonly Attendance[];
  /** In order. */
  agenda: readonly AgendaItem[];
  entries: ReadonlyMap<string, Entry>;
  /** Ids of the rows under each agenda item, in order; every item has a list. */
  rows: ReadonlyMap<string, readonly string[]>;
  /** As printed («3.1»), by entry; speech and notes have none. */
  numbers: ReadonlyMap<string, string>;
  /** Titles and the like, in the order of the minutes, with their texts as last saved. */
  headings: readonly Heading[];
  /** Seconds during which an item was the current one, as the back end has them. */
  spentSeconds: Readonly<Record<string, number>>;
  /** The meeting was deleted in another window. */
  isGone: boolean;
}

export interface NewRow {
  agendaItemId: string;
  kind: EntryKind;
  speakerAttendanceId?: string | null;
  sourceLanguage: Language;
  text?: string;
  /** The row it goes below; null: first under its item; absent: last. */
  afterId?: string | null;
  mentions?: string[];
}

/** What a row carries besides its texts, order and identity. */
export type RowPatch = Partial<
  Pick<
    Entry,
    'kind' | 'speakerAttendanceId' | 'sourceLanguage' | 'atMs' | 'agendaItemId' | 'orderKey' | 'action' | 'mentions'
  >
>;

export interface TextReplacement {
  entryId: string;
  language: Language;
  text: string;
}

/**
 * Every change shows at once and is sent in order, one after the other; while the back end is away it waits and is
 * sent again until it has landed. A call that is refused for good is said, and the state is read anew. Nothing here
 * rejects, apart from `replaceTexts`.
 */
export interface MinutesSession {
  readonly meetingId: string;
  readonly state: Store<MinutesState>;
  /** The one buffer of a text; made when first asked for. */
  text(entryId: string, language: Language): TextBuffer;
  /** The one buffer of a text of a row or of a heading; made when first asked for. */
  textAt(place: TextPlace): TextBuffer;
  /** Says of texts, as they are on screen, what the verdict says; one undo step. What is being typed is sent first. */
  settle(places: readonly TextPlace[], verdict: Verdict): void;
  /** Which language the others are translations of. */
  setSource(reference: TextReference, language: Language): void;
  /** Adds a row and answers its id. While the meeting is live the row carries the time of day. */
  addRow(row: NewRow): string;
  /** Adds rows one below the other in one undo step; answers their ids. */
  addRows(rows: readonly NewRow[]): string[];
  updateRows(ids: readonly string[], patch: RowPatch): void;
  setKind(ids: readonly string[], kind: EntryKind): void;
  /** Merges into the row's action item, making one where there is none; `isSoon` for fields that report every keystroke. */
  setAction(id: string, change: Partial<Action>, isSoon?: boolean): void;
  /** Moves rows one place up (-1) or down (1), also over the edge of their agenda item. False at the end of the minutes. */
  moveRows(ids: readonly string[], step: 1 | -1): boolean;
  /** Cuts the row at `offset` (UTF-16) of its source text; the rest becomes a row below, whose id is answered. */
  split(id: string, offset: number): string;
  /** Joins the row to the one before it under its item; answers that row and where the caret goes, null if there is none. */
  merge(id: string): { id: string; offset: number } | null;
  /** Removes rows and says so with a way back. */
  removeRows(ids: readonly string[]): void;
  /** Several texts in one undo step, all or none. Rejects with the call's error when one was changed meanwhile. */
  replaceTexts(replacements: readonly TextReplacement[]): Promise<void>;
  updateAttendance(id: string, patch: Partial<Attendance>): void;
  addAttendance(attendance: Attendance): void;
  addAgendaItem(item: AgendaItem): void;
  updateAgendaItem(id: string, patch: Partial<AgendaItem>): void;
  updateMeeting(patch: Partial<Meeting>): void;
  /** Tells that an item was the current one for so many seconds. */
  addTime(agendaItemId: string, seconds: number): void;
  /** The product's undo, after saving what is being typed; texts change also in the focused field. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Resolves when everything typed so far is on disk. */
  flush(): Promise<void>;
}
