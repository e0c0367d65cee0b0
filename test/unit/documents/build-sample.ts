import { readFileSync } from 'node:fs';
import { readLabels } from '../../../electron/documents/labels.ts';
import { readLetterWords } from '../../../electron/documents/letter-words.ts';
import { readPaperWords } from '../../../electron/documents/paper-words.ts';
import { meetingRecord, type MeetingRecord } from '#shared/contract/records.ts';
import { buildDocument } from '#shared/domain/documents/build.ts';
import type { DocumentBuild } from '#shared/domain/documents/document-build.ts';
import { languages } from '#shared/domain/language.ts';
import type {
  MinutesBlock,
  MinutesDocument,
  MinutesParagraph,
  MinutesSection,
} from '#shared/domain/minutes/document.ts';

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

export function textOf(runs: MinutesParagraph): string {
  return runs.map(({ text }) => text).join('');
}

/** What stands above the blocks of a section, in order. */
export function headsOf({ language, letterhead, organisation, title, subject }: MinutesSection): string[] {
  const above = letterhead === undefined ? [] : [...letterhead.names, ...letterhead.lines];
  // In Chinese the matter stands before the kind of paper.
  const titles = language === 'zh' ? [textOf(subject), title] : [title, textOf(subject)];
  return [...above.map(textOf), textOf(organisation), ...titles];
}

/** Every paragraph of a block as text, in order. */
export function paragraphsOf(block: MinutesBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'lead':
    case 'paragraph':
      return [textOf(block.runs)];
    case 'split':
      return [textOf(block.left), textOf(block.right)];
    case 'fields':
      return block.rows.flatMap(({ label, values }) => [label, ...values.map(textOf)]);
    case 'list':
      return block.items.map(textOf);
    case 'points':
      return block.points.flatMap(({ number, paragraphs }) => [number, ...paragraphs.map(textOf)]);
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.map(textOf)));
    case 'placed':
      return block.lines.map(textOf);
    case 'sign-off':
      return [...block.office, block.name].map(textOf);
    case 'signatures':
      // Side by side: they are read row by row.
      return (['heading', 'office', 'name'] as const).flatMap((part) =>
        block.columns.map((column) => textOf(column[part])),
      );
  }
}
