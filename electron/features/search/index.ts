export { findNamed } from './find.ts';
export { switchLayout } from './keyboard-layout.ts';
