export { joinGlossary } from './join.ts';
export { type FoundTerm, type MarkedText, type MarkedTexts, markTexts } from './marks.ts';
