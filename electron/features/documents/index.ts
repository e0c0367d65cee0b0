export { describeFileName } from './file-name.ts';
