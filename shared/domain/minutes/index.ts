export { buildMinutesDocument, type MinutesOptions } from './build.ts';
export { checkMinutes } from './check.ts';
export type * from './document.ts';
export type { LabelsByLanguage, MinutesLabels } from './labels.ts';
export { numberEntries } from './numbering.ts';
