export { MarkedWords } from './marked-words.tsx';
export { UnitOrigin } from './unit-origin.tsx';
export { useConcordance } from './use-concordance.ts';
