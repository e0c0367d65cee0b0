export { cleanHeading, headingPlaces, listHeadings, loadHeadings } from './headings.ts';
export { insertRecordStates, listRecordStates, restoreHeadingStates } from './record-states.ts';
export { listTexts, type MeetingText } from './texts.ts';
export { writeTranslations } from './write.ts';
