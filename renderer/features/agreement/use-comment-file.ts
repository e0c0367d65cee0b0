import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CommentFilePreview,
  type commentFileProblems,
  maxCommentFileBytes,
} from '#shared/contract/circulations.ts';
import { api, desktop } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';

type Problem = (typeof commentFileProblems)[number];

const problemKeys = {
  too_large: 'file.tooLarge',
  broken_docx: 'file.broken',
  foreign: 'file.foreign',
  ids_lost: 'file.idsLost',
  other_meeting: 'file.otherMeeting',
  no_comments: 'file.noComments',
} as const satisfies Record<Problem, string>;

export interface FoundComments {
  file: File;
  preview: CommentFilePreview;
}

export interface CommentFile {
  isReading: boolean;
  /** What the file holds, until it was taken in or left. */
  found: FoundComments | null;
  /** Why it was not read, in one sentence. */
  problem: string | null;
  choose: () => Promise<void>;
  close: () => void;
}

/** Lets the user choose a Word file and reads its comments; nothing is kept yet. */
export function useCommentFile(meetingId: string): CommentFile {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const [isReading, setReading] = useState(false);
  const [found, setFound] = useState<FoundComments | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const explain = (error: unknown, name: string): string => {
    const refusal = refusalOf(error);
    if (refusal === null) return describeError(error);
    const tracked = refusal.code === 'no_comments' ? Number(refusal.detail) : 0;
    if (tracked > 0) return t('file.onlyTracked', { name, count: tracked });
    return t(problemKeys[refusal.code], { name, megabytes: format.number(maxCommentFileBytes / 1024 / 1024) });
  };
  const choose = async () => {
    setProblem(null);
    let name = '';
    try {
      const file = await desktop.openFile('.docx');
      if (file === null) return;
      name = file.name;
      if (file.size > maxCommentFileBytes) {
        setProblem(t(problemKeys.too_large, { name, megabytes: format.number(maxCommentFileBytes / 1024 / 1024) }));
        return;
      }
      setReading(true);
      setFound({ file, preview: await api.circulations.previewComments({ meetingId, file }) });
    } catch (error) {
      setProblem(explain(error, name));
    } finally {
      setReading(false);
    }
  };
  return { isReading, found, problem, choose, close: () => setFound(null) };
}

function refusalOf(error: unknown): { code: Problem; detail: string } | null {
  if (!(error instanceof ORPCError) || error.code !== 'COMMENTS_REFUSED') return null;
  return error.data as { code: Problem; detail: string };
}
