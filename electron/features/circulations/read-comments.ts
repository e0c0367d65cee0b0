import { createHash } from 'node:crypto';
import {
  type CommentFilePreview,
  type commentFileProblems,
  maxCommentFileBytes,
} from '#shared/contract/circulations.ts';
import type { CommentedDocx, PlacedComment } from '../../exchange/docx/index.ts';
import { readFile } from '../../exchange/read-file.ts';
import type { StartHelper } from '../../helper-process.ts';
import type { Place } from './repository.ts';

/** Why the file was not read. */
export interface CommentFileRefusal {
  code: (typeof commentFileProblems)[number];
  /** The culprit: a part of the file, the id of the other meeting, or how many marked changes there are instead. */
  detail: string;
}

export interface KnownMinutes {
  meetingId: string;
  /** Rows, agenda items and agreements as they are now. */
  places: ReadonlyMap<string, Place>;
  /** Of the comments that came from files before. */
  sourceKeys: ReadonlySet<string>;
}

/** Reads the comments that somebody made in a DOCX of these minutes; nothing is kept. */
export async function readCommentFile(
  startHelper: StartHelper,
  file: File,
  known: KnownMinutes,
): Promise<CommentFilePreview | { refusal: CommentFileRefusal }> {
  if (file.size > maxCommentFileBytes) return refuse('too_large', String(maxCommentFileBytes));
  const docx = await readFile(startHelper, 'comments', file);
  if ('problems' in docx) {
    const [problem] = docx.problems;
    return refuse(problem?.code === 'too_large' ? 'too_large' : 'broken_docx', problem?.detail ?? '');
  }
  const refusal = judge(docx, known);
  if (refusal !== null) return { refusal };
  return {
    versionNumber: docx.origin?.version ?? null,
    comments: describeComments(docx.comments, known),
    trackedChanges: docx.trackedChanges,
  };
}

/** A program that drops the properties may still keep the paragraph marks, which name rows of one meeting only. */
function judge(docx: CommentedDocx, { meetingId, places }: KnownMinutes): CommentFileRefusal | null {
  const { origin, targetIds, comments, trackedChanges } = docx;
  if (origin === null && targetIds.size === 0) return { code: 'foreign', detail: '' };
  const isHere = origin === null ? [...targetIds].some((id) => places.has(id)) : origin.meetingId === meetingId;
  if (!isHere) return { code: 'other_meeting', detail: origin?.meetingId ?? '' };
  if (comments.length === 0) return { code: 'no_comments', detail: String(trackedChanges) };
  return targetIds.size === 0 ? { code: 'ids_lost', detail: '' } : null;
}

function describeComments(
  comments: readonly PlacedComment[],
  { meetingId, places, sourceKeys }: KnownMinutes,
): CommentFilePreview['comments'] {
  const occurrences = new Map<string, number>();
  return comments.map((comment) => {
    const identity = JSON.stringify([meetingId, comment.targetId, comment.author, comment.date, comment.text]);
    const occurrence = occurrences.get(identity) ?? 0;
    occurrences.set(identity, occurrence + 1);
    const sourceKey = hash(`${identity}${String(occurrence)}`);
    const place = comment.targetId === null ? undefined : places.get(comment.targetId);
    return {
      sourceKey,
      entryId: comment.targetId,
      number: place?.number ?? '',
      isGone: comment.targetId !== null && place === undefined,
      language: comment.language,
      quote: comment.quote,
      author: comment.author,
      text: comment.text,
      isKnown: sourceKeys.has(sourceKey),
    };
  });
}

/**
 * Without the number of the comment, which every program gives anew when it saves: a file that comes back a second time
 * with more comments in it brings only those.
 */
const hash = (identity: string): string => createHash('sha256').update(identity).digest('hex');

const refuse = (code: CommentFileRefusal['code'], detail: string): { refusal: CommentFileRefusal } => ({
  refusal: { code, detail: detail.slice(0, 200) },
});
