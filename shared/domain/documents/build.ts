import type { Authenticity, DocumentKind, DocumentLayout } from '../../contract/documents.ts';
import type { Letterhead } from '../../contract/letterheads.ts';
import type { OpenAction } from '../../contract/preparation.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language } from '../language.ts';
import type { WordsByLanguage } from '../letters/words.ts';
import { buildMinutesDocument } from '../minutes/build.ts';
import type { MinutesDocument, MinutesLogo } from '../minutes/document.ts';
import type { LabelsByLanguage } from '../minutes/labels.ts';
import type { Copy } from './copies.ts';
import type { PapersByLanguage } from './words.ts';

export interface DocumentBuild {
  kind: DocumentKind;
  layout: DocumentLayout;
  /** In their order; for a copy see {@link orderLanguages}. */
  languages: readonly Language[];
  labels: LabelsByLanguage;
  words: WordsByLanguage;
  papers: PapersByLanguage;
  /** The day on which it is made, `YYYY-MM-DD`, for what carries a date of its own. */
  today: string;
  /** The version with this very text; null: nobody asked. */
  version: { number: number | null; contentSha256: string } | null;
  /** Of an extract. */
  organizationId: string | null;
  letterhead: { of: Omit<Letterhead, 'template'>; logo: MinutesLogo | null } | null;
  copy: Copy | null;
  authenticity: Authenticity;
  isNonBinding: boolean;
  /** Actions of earlier meetings that stand on the agenda. */
  reviews: readonly OpenAction[];
}

/** A document of a meeting, every word decided; the same input gives the same document. */
export function buildDocument(record: MeetingRecord, build: DocumentBuild): MinutesDocument {
  return buildMinutesDocument(record, {
    languages: build.languages,
    labels: build.labels,
    ...(build.version !== null && { version: build.version }),
  });
}
