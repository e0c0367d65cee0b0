export { findRecords } from './find.ts';
export { switchLayout } from './keyboard-layout.ts';
