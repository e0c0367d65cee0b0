import type { ComparedRow } from '#shared/contract/versions.ts';
import type { Language } from '#shared/domain/language.ts';
import { alignLines, type AlignedLine } from '#shared/domain/versions/align.ts';
import type { MinutesContent } from '#shared/domain/versions/content.ts';
import { diffWords } from '#shared/domain/versions/diff-words.ts';
import { type ContentLine, describeLines, meetingFields } from '#shared/domain/versions/lines.ts';
import { readLabels } from '../../documents/labels.ts';

const parts = ['meeting', 'participants', 'agenda', 'entries', 'agreements'] as const;

/** Two texts of the minutes side by side in one language, and how many lines differ. */
export function compareTexts(
  before: MinutesContent,
  after: MinutesContent,
  language: Language,
): { rows: ComparedRow[]; changed: number } {
  const labels = readLabels();
  const older = Map.groupBy(describeLines(before, language, labels), ({ part }) => part);
  const newer = Map.groupBy(describeLines(after, language, labels), ({ part }) => part);
  const rows = parts.flatMap((part) => {
    const aligned = alignLines(older.get(part) ?? [], newer.get(part) ?? []);
    return (part === 'meeting' ? inFieldOrder(aligned) : aligned).map((line) => toRow(line, language));
  });
  return { rows, changed: rows.filter(({ change }) => change !== 'same').length };
}

/** Fields have a place of their own, wherever their neighbours come and go. */
function inFieldOrder(lines: readonly AlignedLine<ContentLine>[]): AlignedLine<ContentLine>[] {
  const byField = new Map(lines.map((line) => [(line.after ?? line.before)?.what, line]));
  return meetingFields.flatMap((field) => byField.get(field) ?? []);
}

function toRow({ before, after, isMoved }: AlignedLine<ContentLine>, language: Language): ComparedRow {
  const { part = 'entries', id = '', what = '' } = after ?? before ?? {};
  const side = (line: ContentLine | undefined): ComparedRow['before'] =>
    line === undefined ? null : { number: line.number, text: line.text, language: line.language };
  const change = describeChange(before, after, isMoved);
  return {
    part,
    id,
    what,
    change,
    before: side(before),
    after: side(after),
    diff: change === 'changed' ? diffWords(before?.text ?? '', after?.text ?? '', after?.language ?? language) : [],
  };
}

function describeChange(
  before: ContentLine | undefined,
  after: ContentLine | undefined,
  isMoved: boolean,
): ComparedRow['change'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (before.text !== after.text || before.what !== after.what) return 'changed';
  return isMoved ? 'moved' : 'same';
}
