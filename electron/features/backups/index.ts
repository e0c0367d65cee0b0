export { preview, readSha256, restore } from './staged.ts';
