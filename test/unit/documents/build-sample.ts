import { readFileSync } from 'node:fs';
import { readLabels } from '../../../electron/documents/labels.ts';
import { readLetterWords } from '../../../electron/documents/letter-words.ts';
import { readPaperWords } from '../../../electron/documents/paper-words.ts';
import { meetingRecord, type MeetingRecord } from '#shared/contract/records.ts';
import { buildDocument } from '#shared/domain/documents/build.ts';
import type { DocumentBuild } from '#shared/domain/documents/document-build.ts';
import { languages } from '#shared/domain/language.ts';
import type { MinutesDocument, MinutesSection } from '#shared/domain/minutes/document.ts';
import { textOf } from '../../support/block-texts.ts';

const files = [
  '2020-06-16-jiangsu-st-petersburg.json',
  '2020-09-09-nanjing-new-materials.json',
  '2021-03-26-changchun-novosibirsk.json',
] as const;

/** The three sample meetings, read anew each time. */
export function readSamples(): MeetingRecord[] {
  return files.map((file) =>
    meetingRecord.parse(
      JSON.parse(readFileSync(new URL(`../../../resources/sample/${file}`, import.meta.url), { encoding: 'utf8' })),
    ),
  );
}

/** A document of a record; what is not said is as in the simplest minutes of all languages. */
export function build(record: MeetingRecord, changes: Partial<DocumentBuild> = {}): MinutesDocument {
  return buildDocument(record, {
    kind: 'minutes',
    layout: 'sequential',
    languages,
    labels: readLabels(),
    words: readLetterWords(),
    papers: readPaperWords(),
    today: '2026-11-20',
    version: null,
    organizationId: null,
    letterhead: null,
    copy: null,
    authenticity: { kind: 'unsaid' },
    isNonBinding: false,
    reviews: [],
    ...changes,
  });
}

/** What stands above the blocks of a section, in order. */
export function headsOf({ language, letterhead, organisation, title, subject }: MinutesSection): string[] {
  const above = letterhead === undefined ? [] : [...letterhead.names, ...letterhead.lines];
  // In Chinese the matter stands before the kind of paper.
  const titles = language === 'zh' ? [textOf(subject), title] : [title, textOf(subject)];
  return [...above.map(textOf), textOf(organisation), ...titles];
}
