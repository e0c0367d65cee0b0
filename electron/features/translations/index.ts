export { cleanHeading, listHeadings } from './headings.ts';
export { listTexts, type MeetingText } from './texts.ts';
export { writeTranslations } from './write.ts';
