import type { MinutesDocument } from '#shared/domain/minutes/document.ts';

/** Absolute paths of what the layout engine works with. */
export interface DocumentAssets {
  fontFiles: string[];
  templateFolder: string;
}

export type DocumentJob = { kind: 'pdf' | 'svg'; document: MinutesDocument };

/** `bytes` for pdf; `pages` are standalone SVG texts for svg. */
export type DocumentResult = { kind: 'pdf'; bytes: Uint8Array; pageCount: number } | { kind: 'svg'; pages: string[] };

export type ToWorker = { kind: 'setup'; assets: DocumentAssets } | { kind: 'job'; id: number; job: DocumentJob };

/** `rssBytes`: resident memory of the worker after the job. */
export type FromWorker =
  | { kind: 'done'; id: number; result: DocumentResult; rssBytes: number }
  | { kind: 'failed'; id: number; message: string; rssBytes: number };
