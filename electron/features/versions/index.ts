export { hashOfContent, keepVersion } from './keep.ts';
