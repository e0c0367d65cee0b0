import type { Placeholder } from '../../contract/letterheads.ts';
import type { Language } from '../language.ts';

/**
 * How a stretch of text stands out. `mark` names the language of a text that stands in for a missing one; `open` is a
 * gap that the secretary must see (no owner, no date, no text).
 */
export type RunRole = 'plain' | 'strong' | 'mark' | 'open';

/** A stretch of text with the language it is really in; `isFallback` when that is not the language that was wanted. */
export interface MinutesRun {
  text: string;
  language: Language;
  isFallback: boolean;
  role: RunRole;
}

/** One paragraph: runs printed one after another, no line breaks inside. */
export type MinutesParagraph = MinutesRun[];

export interface MinutesHeading {
  kind: 'heading';
  /** Stable over the languages, so that bookmarks of all parts can be compared. */
  id: string;
  /** 1 is the title of a language part; blocks have 2 and 3. */
  level: 2 | 3;
  /** The agenda item that it names. */
  itemId?: string;
  runs: MinutesParagraph;
}

/** A line kept with what follows: a step such as РЕШИЛИ at the left edge, or the side whose people are listed below. */
export interface MinutesLead {
  kind: 'lead';
  tone: 'step' | 'side';
  runs: MinutesParagraph;
}

export interface MinutesText {
  kind: 'paragraph';
  /** The entry that it comes from; one with several paragraphs gives several blocks. */
  id?: string;
  /**
   * Closing words, right before the signatures. The last page must not hold them and the signatures alone (standards,
   * A4): a renderer keeps all closing paragraphs, and with them the end of the block before them, with the signatures.
   */
  isClosing?: true;
  runs: MinutesParagraph;
}

/** Date at the left, place at the right of one line, as a Russian protocol has it. */
export interface MinutesSplitLine {
  kind: 'split';
  left: MinutesParagraph;
  right: MinutesParagraph;
}

/** Named facts, one row each; a row may have several values (chairs, organisers). */
export interface MinutesFields {
  kind: 'fields';
  rows: { label: string; values: MinutesParagraph[] }[];
}

/** Lines without numbers: people. */
export interface MinutesList {
  kind: 'list';
  items: MinutesParagraph[];
  /** What each item is about (an attendance), in the same order. */
  ids?: string[];
}

/** Numbered points; `number` is complete with its word and stop as the language writes it. */
export interface MinutesPoints {
  kind: 'points';
  points: { id: string; number: string; paragraphs: MinutesParagraph[] }[];
}

/** `share` is the column's part of the text width; shares add up to 1. */
export interface MinutesTable {
  kind: 'table';
  columns: { label: string; share: number }[];
  rows: { id: string; cells: MinutesParagraph[][] }[];
  /** Rows as tall as a signature needs. */
  isRoomy?: true;
}

/**
 * Lines that stand by themselves, as in letters: flush left, indented as a paragraph is, in the middle, flush right, or in
 * the right-hand column (the addressee of a Russian letter).
 */
export interface MinutesPlaced {
  kind: 'placed';
  place: 'left' | 'indented' | 'centre' | 'right' | 'column';
  /** Room for a signature above. */
  hasRoom?: true;
  lines: MinutesParagraph[];
}

/** The end of a Russian letter: the office at the left, the name at the right of its last line, room to sign between. */
export interface MinutesSignOff {
  kind: 'sign-off';
  office: MinutesParagraph[];
  name: MinutesParagraph;
}

/** Two equal columns. An empty `name` leaves the line without a printed name. */
export interface MinutesSignatures {
  kind: 'signatures';
  columns: { heading: MinutesParagraph; office: MinutesParagraph; name: MinutesParagraph }[];
}

/** How a mark of a drawing looks: told apart by its outline, not by colour alone. */
export type DrawingShape = 'circle' | 'diamond' | 'triangle';

/** Something on a drawing; `at` and `until` are parts (0–1) of its width. */
export interface DrawingMark {
  shape: DrawingShape;
  at: number;
  /** Where something that takes its time ends; null: it is a point. */
  until: number | null;
  /** It stands for several that are too close together to be told apart. */
  isMany: boolean;
  /** What may be written behind it: the first for which there is room, nothing where there is for none. */
  labels: MinutesParagraph[];
}

/**
 * What happened along a line of time, in lanes one below the other, over as many pages as it takes; the scale stands on
 * each. All that it says must stand elsewhere as well: labels without room are left out, and what cannot draw leaves out
 * the whole. `alt` says so to who cannot see it.
 */
export interface MinutesDrawing {
  kind: 'drawing';
  alt: string;
  ticks: { at: number; label: string; isMajor: boolean }[];
  /** Each lane has rows of marks, whose marks stand by their place and do not overlap. */
  lanes: { label: MinutesParagraph; rows: DrawingMark[][] }[];
  /** `shape` null: a remark. */
  legend: { shape: DrawingShape | null; isMany: boolean; label: string }[];
}

export type MinutesBlock =
  | MinutesHeading
  | MinutesLead
  | MinutesText
  | MinutesSplitLine
  | MinutesFields
  | MinutesList
  | MinutesPoints
  | MinutesTable
  | MinutesPlaced
  | MinutesSignOff
  | MinutesSignatures
  | MinutesDrawing;

/** What an organisation prints above its papers: names in large type, then address and ways to reach it. */
export interface MinutesLetterhead {
  names: MinutesParagraph[];
  lines: MinutesParagraph[];
}

/**
 * How pages are numbered: `pages` «page 2 of 5», `number` the number alone from the second page (GOST R 7.0.97), `dashes`
 * «— 2 —» at the outer edge (GB/T 9704).
 */
export type PageNumbering = 'pages' | 'number' | 'dashes';

/** The minutes in one language, complete. */
export interface MinutesSection {
  language: Language;
  /** Above everything else on the first page; absent: none. The logo is that of the document. */
  letterhead?: MinutesLetterhead;
  /**
   * What a letterhead file of an organisation's own may ask for, in the section's language, lines parted by LF; absent or
   * empty: nothing is printed there. `{{title}}` is the section's own `title` with its `subject`.
   */
  facts?: Partial<Record<Exclude<Placeholder, 'body' | 'title'>, string>>;
  /** The body whose minutes these are (the group), above the title; empty if there is none. */
  organisation: MinutesParagraph;
  /** «Minutes No. 3», «ПРОТОКОЛ № 3», «会谈纪要（第3号）»; empty for a letter that has none. */
  title: string;
  /** The meeting's own title; empty if nobody wrote one. */
  subject: MinutesParagraph;
  /** «Translation», «Перевод», 译文: below the title and the subject. Absent: nothing is said about it. */
  translationMark?: string;
  /** DRAFT, ПРОЕКТ or 草案, until the minutes are agreed. */
  draftMark: string | null;
  /** Absent: upright. */
  page?: 'landscape';
  /** Set as a letter: running text, and a first page without a number, in whatever language. */
  isLetter?: true;
  /** Absent: `pages`. */
  numbering?: PageNumbering;
  /** What stands before, between and after the two numbers of «page x of y». */
  pageLabel: { before: string; between: string; after: string };
  blocks: MinutesBlock[];
}

/** Which text a document shows, so that comments made in it find their way back. */
export interface MinutesOrigin {
  meetingId: string;
  /** null: a text that was not kept as a version. */
  version: number | null;
  /** Of the content, see versions/content.ts; empty if nobody counted it. */
  contentSha256: string;
}

/**
 * One row of languages side by side: in each cell what that language has to say there, in the order of the sections; a
 * cell may be empty. A row is kept on one page unless it is longer than that.
 */
export interface MinutesColumnRow {
  /** The same over all exports of one record. */
  id: string;
  /** Stays with the row that follows. */
  isHeading: boolean;
  cells: MinutesBlock[][];
}

/** Languages side by side, in place of the blocks of the sections, which are empty then. */
export interface MinutesColumns {
  page: 'portrait' | 'landscape';
  rows: MinutesColumnRow[];
  /** Below all columns: one column per signatory, in each the lines of every language. */
  signatures: MinutesSignatures[] | null;
}

/** A picture as it stands in a letterhead: bytes in base64, size in pixels. */
export interface MinutesLogo {
  mediaType: 'image/png' | 'image/jpeg';
  base64: string;
  width: number;
  height: number;
}

/**
 * Minutes with every word decided. Renderers choose type and space, never content. Numbers of items, proposals,
 * decisions and actions are the same in all sections.
 */
export interface MinutesDocument {
  /** Title for the file's metadata, in the first language. */
  title: string;
  subject: string;
  /** `YYYY-MM-DD` of the meeting: also the document's date, so that the same record gives the same bytes. */
  date: string;
  /** Absent on what is not minutes: letters, agendas. */
  origin?: MinutesOrigin;
  /** For which side this copy is, in the first language, for the file's metadata; absent: not one of several copies. */
  keeper?: string;
  logo?: MinutesLogo;
  columns?: MinutesColumns;
  sections: MinutesSection[];
}
