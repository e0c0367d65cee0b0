export {
  type ContentState,
  examineContent,
  hashContent,
  putContent,
  putContentInSlices,
  readContent,
  readContentInSlices,
  readPieces,
} from './content.ts';
export { assertKept, keepFile, type KeptFile, openKeptFile } from './kept-file.ts';
export { insertAttachment, listAttachments } from './repository.ts';
export { nameFile, renameFile } from './rules.ts';
