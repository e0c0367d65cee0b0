export { hitHref } from './hit-href.ts';
