import type { MinutesDocument } from '../minutes/document.ts';

/** The sections of a document side by side, paragraph against paragraph. */
export function alignSections(document: MinutesDocument): MinutesDocument {
  return document;
}
