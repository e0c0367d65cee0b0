export { hitHref } from './hit-href.ts';
export { hitKindKeys } from './hit-kinds.ts';
