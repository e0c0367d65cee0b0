export { cleanHeading, listHeadings, loadHeadings } from './headings.ts';
export { inFileOrder, insertRecordStates, listRecordStates, restoreHeadingStates } from './record-states.ts';
export { listTexts, type MeetingText } from './texts.ts';
export { writeTranslations } from './write.ts';
