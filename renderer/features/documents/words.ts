import type { DocumentFormat, DocumentLayout, journalKinds, JournalEntry } from '#shared/contract/documents.ts';

/** Literal keys, so that the catalogue check sees each of them. */
export const kindKeys = {
  minutes: 'kind.minutes',
  short_minutes: 'kind.shortMinutes',
  extract: 'kind.extract',
  actions: 'kind.actions',
  agenda: 'kind.agenda',
  attendance_sheet: 'kind.attendanceSheet',
  invitation: 'kind.invitation',
  news: 'kind.news',
  calendar: 'kind.calendar',
  actions_calendar: 'kind.actionsCalendar',
  letter: 'kind.letter',
} as const satisfies Record<(typeof journalKinds)[number], string>;

export const formatKeys = {
  pdf: 'format.pdf',
  docx: 'format.docx',
  md: 'format.md',
  ics: 'format.ics',
  eml: 'format.eml',
} as const satisfies Record<JournalEntry['format'] | DocumentFormat, string>;

export const layoutKeys = {
  single: 'options.single',
  sequential: 'options.sequential',
  columns: 'options.columns',
} as const satisfies Record<DocumentLayout, string>;
