export { Attachments, type AttachmentsProps } from './attachments.tsx';
export { Fingerprint } from './fingerprint.tsx';
export { useFileSize } from './file-size.ts';
