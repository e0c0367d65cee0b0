import type { Authenticity, DocumentKind, DocumentLayout } from '../../contract/documents.ts';
import type { Letterhead } from '../../contract/letterheads.ts';
import type { OpenAction } from '../../contract/preparation.ts';
import type { Language } from '../language.ts';
import type { WordsByLanguage } from '../letters/words.ts';
import type { MinutesLogo } from '../minutes/document.ts';
import type { LabelsByLanguage } from '../minutes/labels.ts';
import type { Copy } from './copies.ts';
import type { PapersByLanguage } from './words.ts';

/** What a document shall be, and all the words for it. */
export interface DocumentBuild {
  kind: DocumentKind;
  layout: DocumentLayout;
  /** In their order; for a copy see {@link orderLanguages}. */
  languages: readonly Language[];
  /** Of all files that are made together, one per language, in their order: what the closing formula is about. */
  allLanguages?: readonly Language[];
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
