export { nameOf, termsOf } from './terms.ts';
