export { findArea, listAreasOf, writeArea } from './repository.ts';
