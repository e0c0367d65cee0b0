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
}

/** Two equal columns. An empty `name` leaves the line without a printed name. */
export interface MinutesSignatures {
  kind: 'signatures';
  columns: { heading: MinutesParagraph; office: MinutesParagraph; name: MinutesParagraph }[];
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
  | MinutesSignatures;

/** The minutes in one language, complete. */
export interface MinutesSection {
  language: Language;
  /** The body whose minutes these are (the group), above the title; empty if there is none. */
  organisation: MinutesParagraph;
  /** «Minutes No. 3», «ПРОТОКОЛ № 3», «会谈纪要（第3号）». */
  title: string;
  /** The meeting's own title; empty if nobody wrote one. */
  subject: MinutesParagraph;
  /** DRAFT, ПРОЕКТ or 草案, until the minutes are agreed. */
  draftMark: string | null;
  /** What stands before, between and after the two numbers of «page x of y». */
  pageLabel: { before: string; between: string; after: string };
  blocks: MinutesBlock[];
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
  sections: MinutesSection[];
}
