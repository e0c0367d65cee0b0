import type { DocumentFormat, DocumentKind, DocumentLayout, UnsuitableReason } from '../../contract/documents.ts';
import type { DocumentOptions } from '../../contract/documents.ts';

interface Traits {
  layouts: readonly DocumentLayout[];
  formats: readonly DocumentFormat[];
  /** Side by side: more than two languages leave running text 7 cm and less (standards, A5), so only lists have three. */
  mostColumns: 2 | 3;
  /** One copy per side, signed by both. */
  hasCopies: boolean;
}

const running = { layouts: ['single', 'sequential', 'columns'], mostColumns: 2, hasCopies: false } as const;
const list = { ...running, mostColumns: 3 } as const;

/** What suits which kind of document: the page offers it, the back end insists on it. */
export const documentTraits: Record<DocumentKind, Traits> = {
  minutes: { ...running, formats: ['pdf', 'docx', 'md'], hasCopies: true },
  short_minutes: { ...running, formats: ['pdf', 'docx', 'md'], hasCopies: true },
  extract: { ...running, formats: ['pdf', 'docx'] },
  actions: { ...list, formats: ['pdf', 'docx'] },
  agenda: { ...list, formats: ['pdf', 'docx'] },
  attendance_sheet: { ...list, formats: ['pdf', 'docx'] },
  invitation: { ...running, layouts: ['single', 'sequential'], formats: ['pdf', 'docx'] },
  news: { ...running, formats: ['pdf', 'docx'] },
};

/** Why options do not go together; null if they do. `sideCount` is that of the meeting. */
export function findUnsuitable(
  options: Omit<DocumentOptions, 'meetingId' | 'letterheadId' | 'isNonBinding'>,
  formats: readonly DocumentFormat[],
  sideCount: number,
): UnsuitableReason | null {
  const traits = documentTraits[options.kind];
  const count = new Set(options.languages).size;
  if (!traits.layouts.includes(options.layout)) return 'layout-not-for-kind';
  if (options.layout === 'columns' && count < 2) return 'columns-need-languages';
  if (options.layout === 'columns' && count > traits.mostColumns) return 'columns-too-many';
  if (formats.some((format) => !traits.formats.includes(format))) return 'format-not-for-kind';
  if (options.kind === 'extract' && options.organizationId === null) return 'organization-needed';
  if (options.alternat !== 'off' && !traits.hasCopies) return 'copies-not-for-kind';
  if (options.alternat !== 'off' && sideCount !== 2) return 'copies-need-two-sides';
  if ('language' in options.authenticity && !options.languages.includes(options.authenticity.language)) {
    return 'language-not-chosen';
  }
  return null;
}
