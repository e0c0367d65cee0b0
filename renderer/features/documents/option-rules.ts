import type {
  DocumentFormat,
  DocumentKind,
  DocumentLayout,
  DocumentOptions,
  UnsuitableReason,
} from '#shared/contract/documents.ts';
import { documentFormats } from '#shared/contract/documents.ts';
import { documentTraits, findUnsuitable } from '#shared/domain/documents/traits.ts';
import { type Language, languages } from '#shared/domain/language.ts';

/** What the user chose so far; what does not concern the present kind is kept for when it does. */
export interface Draft extends Omit<DocumentOptions, 'meetingId'> {
  formats: readonly DocumentFormat[];
}

export const firstFormats: readonly DocumentFormat[] = ['pdf', 'docx'];

/** Another kind: layout and formats stay where they suit it. */
export function chooseKind(draft: Draft, kind: DocumentKind): Draft {
  const traits = documentTraits[kind];
  const formats = draft.formats.filter((format) => traits.formats.includes(format));
  return {
    ...draft,
    kind,
    layout: suits(kind, draft.layout, draft.languages.length) ? draft.layout : nextBest(kind, draft.layout),
    formats: draft.formats.length > 0 && formats.length === 0 ? ['pdf'] : formats,
  };
}

function suits(kind: DocumentKind, layout: DocumentLayout, count: number): boolean {
  const { layouts, mostColumns } = documentTraits[kind];
  return layouts.includes(layout) && (layout !== 'columns' || count <= mostColumns);
}

/** One file stays one file. */
function nextBest(kind: DocumentKind, layout: DocumentLayout): DocumentLayout {
  return layout !== 'single' && documentTraits[kind].layouts.includes('sequential') ? 'sequential' : 'single';
}

/** One language more or less, in their fixed order; a text that counted and is gone gives way to one that is there. */
export function chooseLanguages(draft: Draft, language: Language, isWanted: boolean): Draft {
  const chosen = languages.filter((other) => (other === language ? isWanted : draft.languages.includes(other)));
  const { authenticity } = draft;
  const [first] = chosen;
  const isGone = 'language' in authenticity && !chosen.includes(authenticity.language);
  return {
    ...draft,
    languages: chosen,
    ...(isGone && first !== undefined && { authenticity: { ...authenticity, language: first } }),
  };
}

export function chooseFormats(draft: Draft, format: DocumentFormat, isWanted: boolean): Draft {
  return {
    ...draft,
    formats: documentFormats.filter((other) => (other === format ? isWanted : draft.formats.includes(other))),
  };
}

/** Which of the choices there are for this kind, in this meeting. */
export interface Offers {
  layouts: readonly DocumentLayout[];
  formats: readonly DocumentFormat[];
  hasOrganization: boolean;
  hasCopies: boolean;
  /** Which text counts: a question only where there are several. */
  hasAuthenticity: boolean;
  hasNonBinding: boolean;
}

export function offersOf({ kind, languages: chosen }: Draft, sideCount: number): Offers {
  const traits = documentTraits[kind];
  return {
    layouts: traits.layouts,
    formats: traits.formats,
    hasOrganization: kind === 'extract',
    hasCopies: traits.hasCopies && sideCount === 2,
    hasAuthenticity: traits.hasCopies && chosen.length > 1,
    hasNonBinding: traits.hasCopies,
  };
}

/** What is asked of the back end: only what concerns this kind. */
export function requestOf(draft: Draft, meetingId: string, sideCount: number): DocumentOptions {
  const { kind, languages: chosen, layout, letterheadId } = draft;
  const offers = offersOf(draft, sideCount);
  return {
    meetingId,
    kind,
    languages: chosen,
    layout,
    letterheadId,
    organizationId: offers.hasOrganization ? draft.organizationId : null,
    alternat: offers.hasCopies ? draft.alternat : 'off',
    authenticity: offers.hasAuthenticity ? draft.authenticity : { kind: 'unsaid' },
    isNonBinding: offers.hasNonBinding && draft.isNonBinding,
  };
}

/** Why nothing can be made of this; null if something can. `formats` is empty where only pages are wanted. */
export function findObstacle(
  request: DocumentOptions,
  formats: readonly DocumentFormat[],
  sideCount: number,
): UnsuitableReason | 'nothing-chosen' | null {
  if (request.languages.length === 0) return 'nothing-chosen';
  return findUnsuitable(request, formats, sideCount);
}

/** How many files an export makes. */
export function countFiles(request: DocumentOptions, formats: readonly DocumentFormat[]): number {
  const perCopy = request.layout === 'single' ? request.languages.length : 1;
  return perCopy * (request.alternat === 'off' ? 1 : 2) * formats.length;
}
