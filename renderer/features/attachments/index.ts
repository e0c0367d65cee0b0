export { Attachments, type AttachmentsProps } from './attachments.tsx';
export { FileDropArea } from './file-drop-area.tsx';
export { FileLanguage } from './file-language.tsx';
export { useFileSize } from './file-size.ts';
export { Fingerprint } from './fingerprint.tsx';
export { RenameDialog } from './rename-dialog.tsx';
export { useAddFiles } from './use-add-files.ts';
