export {
  type ContentState,
  examineContent,
  hashContent,
  isContentSound,
  putContent,
  readContent,
  readContentInSlices,
  readPieces,
} from './content.ts';
export { insertAttachment, listAttachments, removeAttachments } from './repository.ts';
