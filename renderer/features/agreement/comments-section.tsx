import { FileInput, MessageSquarePlus } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedComment } from '#shared/contract/circulations.ts';
import { api } from '../../app/api.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './agreement.module.css';
import { CommentDialog } from './comment-dialog.tsx';
import { CommentList } from './comment-list.tsx';
import { groupComments, usePlaces } from './comment-places.ts';
import { CommentFileDialog } from './comment-file-dialog.tsx';
import { useCommentFile } from './use-comment-file.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Standing } from './standing.ts';
import { useAct } from './use-act.ts';

type Shown = 'open' | 'all';

/** What the dialogs of the list are about. */
type Task =
  { kind: 'add' } | { kind: 'edit'; comment: ListedComment } | { kind: 'accept' | 'decline'; comment: ListedComment };

/** Comments of the sides, each to be accepted or declined. */
export function CommentsSection({ standing }: { standing: Standing }): ReactElement {
  const { t } = useTranslation('agreement');
  const { detail, comments } = standing;
  const act = useAct();
  // Once the minutes are agreed, what was said about them on the way stays as it is.
  const canChange = detail.meeting.status === 'draft' || detail.meeting.status === 'circulated';
  const [shown, setShown] = useState<Shown>('all');
  const [task, setTask] = useState<Task | null>(null);
  const file = useCommentFile(detail.meeting.id);
  const places = usePlaces(detail);
  const open = comments.filter(({ state }) => state === 'open').length;
  const groups = useMemo(
    () =>
      groupComments(
        shown === 'open' ? comments.filter(({ state }) => state === 'open') : comments,
        detail,
        places.orderOf,
      ),
    [comments, shown, detail, places],
  );
  const settle = (comment: ListedComment, state: ListedComment['state'], reason: string) =>
    act(
      () => api.circulations.settleComment({ id: comment.id, state, reason }),
      { accepted: t('comments.wasAccepted'), declined: t('comments.wasDeclined'), open: t('comments.wasReopened') }[
        state
      ],
    );

  return (
    <div data-focus="comments">
      <Section
        title={
          comments.length === 0 ? t('comments.title') : t('comments.titleOpen', { count: open, total: comments.length })
        }
        actions={
          canChange && (
            <div className={styles.buttons}>
              <Button onPress={() => setTask({ kind: 'add' })}>
                <MessageSquarePlus aria-hidden />
                {t('comments.add')}
              </Button>
              <Button onPress={() => void file.choose()} isPending={file.isReading}>
                <FileInput aria-hidden />
                {t('comments.fromFile')}
              </Button>
            </div>
          )
        }
      >
        {file.problem !== null && (
          <p role="alert" className={styles.problem}>
            {file.problem}
          </p>
        )}
        {comments.length === 0 ? (
          <p className={styles.muted}>{t('comments.none')}</p>
        ) : (
          <>
            <div className={styles.filter}>
              <Select
                label={t('comments.filter')}
                value={shown}
                onChange={setShown}
                options={[
                  { id: 'all', label: t('comments.all', { number: comments.length }) },
                  { id: 'open', label: t('comments.open', { number: open }) },
                ]}
              />
            </div>
            <CommentList
              groups={groups}
              detail={detail}
              places={places}
              canChange={canChange}
              onAccept={(comment) => void settle(comment, 'accepted', '')}
              onAcceptNoted={(comment) => setTask({ kind: 'accept', comment })}
              onDecline={(comment) => setTask({ kind: 'decline', comment })}
              onReopen={(comment) => void settle(comment, 'open', '')}
              onEdit={(comment) => setTask({ kind: 'edit', comment })}
              onRemove={({ id }) => void act(() => api.circulations.removeComment({ id }), t('comments.wasRemoved'))}
            />
          </>
        )}
      </Section>
      {(task?.kind === 'add' || task?.kind === 'edit') && (
        <CommentDialog
          standing={standing}
          places={places}
          comment={task.kind === 'edit' ? task.comment : null}
          onClose={() => setTask(null)}
        />
      )}
      {(task?.kind === 'accept' || task?.kind === 'decline') && (
        <ReasonDialog
          kind={task.kind}
          onClose={() => setTask(null)}
          onSay={async (reason) => {
            const state = task.kind === 'accept' ? 'accepted' : 'declined';
            if (await settle(task.comment, state, reason)) setTask(null);
          }}
        />
      )}
      {file.found !== null && (
        <CommentFileDialog detail={detail} places={places} found={file.found} onClose={file.close} />
      )}
    </div>
  );
}
