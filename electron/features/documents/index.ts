export { namePlanned, planDocuments, type PlannedDocument, renderPlanned } from './compose.ts';
export { type HandedOut, logExport } from './journal.ts';
