import type { LetterKind } from '#shared/contract/letters.ts';

/** Literal keys for every code of the contract, so that the catalogue check sees each of them. */
export const letterKindKeys = {
  invitation: 'kind.invitation',
  reminder: 'kind.reminder',
  circulation: 'kind.circulation',
  circulation_reminder: 'kind.circulationReminder',
  agreed: 'kind.agreed',
  documents: 'kind.documents',
} as const satisfies Record<LetterKind, string>;
