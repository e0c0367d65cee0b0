import type { Language } from '#shared/domain/language.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import type { HandOverDocument } from './docx/hand-over.ts';

/** Absolute paths of what the layout engine works with. */
export interface DocumentAssets {
  fontFiles: string[];
  templateFolder: string;
}

/** `template`: the bytes of a letterhead of an organisation's own, see docx/index.ts. */
export type DocumentJob =
  | { kind: 'pdf' | 'svg'; document: MinutesDocument }
  | { kind: 'changed'; document: MinutesDocument; known: readonly string[] }
  | { kind: 'docx'; document: MinutesDocument; template: Uint8Array | null }
  | { kind: 'hand-over'; document: HandOverDocument };

/** Those for which the layout engine runs. */
export type LayoutJob = Extract<DocumentJob, { kind: 'pdf' | 'svg' | 'changed' }>;

export const isLayoutJob = (job: DocumentJob): job is LayoutJob => job.kind !== 'docx' && job.kind !== 'hand-over';

/**
 * Where something stands on the pages: index of the page; left and top edge as parts (0–1) of its width and height. `id`
 * is that of the block, point, row or list item in the document.
 */
export interface RenderedPlace {
  id: string;
  language: Language;
  page: number;
  left: number;
  top: number;
}

/** `pages` are standalone SVG texts; `places` come in the order of the text. */
export interface RenderedPages {
  pages: string[];
  places: RenderedPlace[];
}

/** A page as a caller needs it who may have it already: `hash` is the SHA-256 of its SVG, which is left out if known. */
export interface ChangedPage {
  hash: string;
  svg?: string;
}

export interface ChangedPages {
  pages: ChangedPage[];
  places: RenderedPlace[];
}

export type DocumentResult =
  | { kind: 'pdf'; bytes: Uint8Array; pageCount: number }
  | { kind: 'docx'; bytes: Uint8Array }
  | ({ kind: 'svg' } & RenderedPages)
  | ({ kind: 'changed' } & ChangedPages);

export type ToWorker = { kind: 'setup'; assets: DocumentAssets } | { kind: 'job'; id: number; job: DocumentJob };

/** `rssBytes`: resident memory of the worker after the job. */
export type FromWorker =
  | { kind: 'done'; id: number; result: DocumentResult; rssBytes: number }
  | { kind: 'failed'; id: number; message: string; rssBytes: number };
