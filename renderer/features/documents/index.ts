export { FoldedCheck } from './check-list.tsx';
export { LetterheadField } from './letterhead-field.tsx';
export { journalChanged } from './use-hand-out.ts';
export { formatKeys as documentFormatKeys, kindKeys as documentKindKeys } from './words.ts';
