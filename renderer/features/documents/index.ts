import { lazy } from 'react';

export { FoldedCheck } from './check-list.tsx';
export { placeOfReference } from './findings.ts';
export { LetterheadField } from './letterhead-field.tsx';
export { paneStore } from './remembered.ts';
export { journalChanged } from './use-hand-out.ts';
export { formatKeys as documentFormatKeys, kindKeys as documentKindKeys } from './words.ts';

/** Loaded when it is first shown: most of those who write never open it. */
export const PreviewPane = lazy(async () => ({ default: (await import('./preview-pane.tsx')).PreviewPane }));
