export { LettersOf, type LettersOfProps } from './letters-of.tsx';
export { type DraftLetters, type DraftRequest, useDraftLetters } from './use-draft-letters.ts';
export { useHandOutDrafts } from './use-hand-out-drafts.ts';
