export { type ContentState, examineContent, hashContent, putContent, readContent, readPieces } from './content.ts';
export { insertAttachment, listAttachments } from './repository.ts';
