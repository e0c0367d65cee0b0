import type { MeetingRecord } from '../../contract/records.ts';
import { createLookup, type RecordLookup } from '../minutes/lookup.ts';
import { createRunWriter, type RunWriter } from '../minutes/runs.ts';
import type { DocumentBuild } from './document-build.ts';
import { orderParties } from './copies.ts';
import type { PaperWords } from './words.ts';
import type { Language } from '../language.ts';

/** What the kinds need to write their part in one language. */
export interface PaperScene {
  /** As this language names the parties. */
  record: MeetingRecord;
  lookup: RecordLookup;
  writer: RunWriter;
  words: PaperWords;
  build: DocumentBuild;
}

export function createScene(record: MeetingRecord, build: DocumentBuild, language: Language): PaperScene {
  const ordered = build.copy === null ? record : orderParties(record, build.copy, language);
  return {
    record: ordered,
    lookup: createLookup(ordered),
    writer: createRunWriter(language, build.labels[language]),
    words: build.papers[language],
    build,
  };
}
