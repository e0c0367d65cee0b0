export {
  type ContentState,
  examineContent,
  hashContent,
  putContent,
  readContent,
  readContentInSlices,
  readPieces,
} from './content.ts';
export { insertAttachment, listAttachments } from './repository.ts';
