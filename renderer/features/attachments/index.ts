export { Attachments, type AttachmentsProps } from './attachments.tsx';
export { FileDropArea } from './file-drop-area.tsx';
export { FileRow } from './file-row.tsx';
export { useFileSize } from './file-size.ts';
export { Fingerprint } from './fingerprint.tsx';
export { useAddFiles } from './use-add-files.ts';
