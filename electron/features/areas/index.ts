export { findArea, listAreasOf, writeArea, writeAreasOf } from './repository.ts';
