export {
  type ContentState,
  examineContent,
  hashContent,
  isContentWhole,
  putContent,
  putContentInSlices,
  readContent,
  readContentInSlices,
  readPieces,
} from './content.ts';
export { insertAttachment, listAttachments } from './repository.ts';
export { nameFile, renameFile } from './rules.ts';
