export { preview, restore } from './staged.ts';
