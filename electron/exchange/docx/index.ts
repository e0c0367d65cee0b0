import type { Language } from '#shared/domain/language.ts';
import { originProperties } from '../../documents/docx/mark-name.ts';
import { type Body, readBody } from './body.ts';
import { type DocxComment, readComments } from './comments.ts';
import { targetFinder } from './find-target.ts';
import { openPackage, type Package } from './package.ts';
import { DocxProblem, type DocxRefusal, refuseProblems } from './problem.ts';
import { readProperties } from './properties.ts';
import { type DocxTables, readDocxTables } from './tables.ts';

export { DocxProblem, type DocxRefusal } from './problem.ts';
export { type DocxCell, type DocxRow, type DocxTables, readDocxTables } from './tables.ts';

/** A comment and what it is about: `targetId` is a row, an agenda item or an agreement, null for none of them. */
export interface PlacedComment extends DocxComment {
  targetId: string | null;
  language: Language;
  quote: string;
}

export interface CommentedDocx {
  /** Custom properties that say from which minutes it was made; null where they are gone or never were. */
  origin: { meetingId: string; version: number | null } | null;
  /** Rows, agenda items and agreements that have a paragraph in it. */
  targetIds: Set<string>;
  /** In the order of the text; those on nothing in particular come last. */
  comments: PlacedComment[];
  trackedChanges: number;
}

/** As {@link readCommentedDocx}; never throws on account of the bytes. */
export const parseCommentedDocx = (bytes: Uint8Array): Promise<CommentedDocx | DocxRefusal> =>
  refuseProblems(readCommentedDocx(bytes));

/** As {@link readDocxTables}; never throws on account of the bytes. */
export const parseDocxTables = (bytes: Uint8Array): Promise<DocxTables | DocxRefusal> =>
  refuseProblems(readDocxTables(bytes));

/** Reads a text document as Word, LibreOffice and WPS write them (ECMA-376). Throws {@link DocxProblem}. */
export async function readCommentedDocx(bytes: Uint8Array): Promise<CommentedDocx> {
  const parts = await openPackage(bytes);
  const related = await parts.related('');
  const mainPart = related.get('officeDocument');
  const body = mainPart === undefined ? undefined : await readBody(parts, mainPart);
  if (mainPart === undefined || body === undefined) throw new DocxProblem('broken_docx', 'word/document.xml');
  const comments = await readComments(parts, mainPart);
  return {
    origin: await readOrigin(parts, related),
    targetIds: new Set(body.marks.map(({ id }) => id)),
    comments: placeComments(body, comments),
    trackedChanges: body.trackedChanges,
  };
}

function placeComments(body: Body, comments: readonly DocxComment[]): PlacedComment[] {
  const findTarget = targetFinder(body);
  const ofSection = new Map(body.marks.map(({ section, language }) => [section, language]));
  return comments
    .map((comment) => {
      const anchor = body.anchors.get(comment.id);
      const target = anchor && findTarget(anchor);
      return {
        start: anchor?.start ?? Infinity,
        placed: {
          ...comment,
          targetId: target?.id ?? null,
          language: target?.language ?? ofSection.get(anchor?.section ?? 0) ?? body.marks[0]?.language ?? 'en',
          quote: anchor?.quote ?? '',
        },
      };
    })
    .sort((a, b) => (a.start === b.start ? 0 : a.start - b.start))
    .map(({ placed }) => placed);
}

async function readOrigin(parts: Package, related: ReadonlyMap<string, string>): Promise<CommentedDocx['origin']> {
  const values = await readProperties(parts, related);
  const meetingId = values.get(originProperties.meeting) ?? '';
  if (meetingId === '') return null;
  const version = values.get(originProperties.version) ?? '';
  return { meetingId: meetingId.toLowerCase(), version: /^\d{1,9}$/u.test(version) ? Number(version) : null };
}
