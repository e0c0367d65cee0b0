export { namePlanned, planDocuments, type PlannedDocument, renderPlanned } from './compose.ts';
export { type HandedOut, logExport, logExports } from './journal.ts';
