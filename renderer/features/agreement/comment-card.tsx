import { Check, Pencil, RotateCcw, Trash2, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ListedComment } from '#shared/contract/circulations.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { guessLanguage, languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import type { Places } from './comment-places.ts';
import styles from './comments.module.css';
import { useSideName } from './standing.ts';

const stateKeys = {
  open: 'state.open',
  accepted: 'state.accepted',
  declined: 'state.declined',
} as const satisfies Record<ListedComment['state'], string>;

const tones: Record<ListedComment['state'], NonNullable<BadgeProps['tone']>> = {
  open: 'warning',
  accepted: 'good',
  declined: 'neutral',
};

export interface CommentHandlers {
  onAccept: (comment: ListedComment) => void;
  /** Accepts with a word on how it was taken in. */
  onAcceptNoted: (comment: ListedComment) => void;
  onDecline: (comment: ListedComment) => void;
  onReopen: (comment: ListedComment) => void;
  onEdit: (comment: ListedComment) => void;
  onRemove: (comment: ListedComment) => void;
}

export interface CommentCardProps extends CommentHandlers {
  comment: ListedComment;
  detail: MeetingDetail;
  places: Places;
  canChange: boolean;
}

/** What somebody wants changed where, and what became of it. */
export function CommentCard(props: CommentCardProps): ReactElement {
  const { comment, detail } = props;
  const { t } = useTranslation('agreement');
  const format = useFormat();
  const sideName = useSideName(detail);
  const lang = languageTags[comment.language];
  const side = comment.sideId === null ? null : sideName(comment.sideId);
  const author = comment.author === '' ? t('comments.unknownAuthor') : comment.author;
  return (
    <div className={styles.card}>
      <div className={styles.facts}>
        <PlaceLink {...props} />
        <span>
          <span {...(comment.author !== '' && { lang: languageTags[guessLanguage(comment.author)] })}>{author}</span>
          {side !== null && (
            <>
              {' · '}
              <span lang={languageTags[side.language]}>{side.text}</span>
            </>
          )}
        </span>
        <span className={styles.muted}>
          {format.day(comment.receivedAtMs)}
          {comment.source === 'docx' && ` · ${t('comments.byFile')}`}
        </span>
        <Badge tone={tones[comment.state]}>{t(stateKeys[comment.state])}</Badge>
      </div>
      {comment.quote !== '' && (
        <blockquote className={styles.quote} lang={lang}>
          {comment.quote}
        </blockquote>
      )}
      <p className={styles.text} lang={lang}>
        {comment.text}
      </p>
      {comment.reason !== '' && (
        <p className={styles.reason}>
          <span className={styles.muted}>
            {comment.state === 'declined' ? t('comments.reasonDeclined') : t('comments.reasonAccepted')}{' '}
          </span>
          <span lang={languageTags[guessLanguage(comment.reason)]}>{comment.reason}</span>
        </p>
      )}
      {props.canChange && <Tools {...props} author={author} />}
    </div>
  );
}

/** What is meant, as a link to it. */
function PlaceLink({ comment, places }: CommentCardProps): ReactElement {
  const { name, href } = places.placeOf({ ...comment, number: comment.place.number });
  if (href === null) return <strong>{name}</strong>;
  return (
    <Link href={href} className={styles.place}>
      {name}
    </Link>
  );
}

function Tools({ comment, author, ...on }: CommentCardProps & { author: string }): ReactElement {
  const { t } = useTranslation('agreement');
  const of = (action: string) => t('comments.actionOf', { action, author });
  return (
    <div className={styles.tools}>
      {comment.state === 'open' ? (
        <>
          <Button aria-label={of(t('comments.accept'))} aria-keyshortcuts="A" onPress={() => on.onAccept(comment)}>
            <Check aria-hidden />
            {t('comments.accept')}
          </Button>
          <Button aria-label={of(t('comments.decline'))} aria-keyshortcuts="D" onPress={() => on.onDecline(comment)}>
            <X aria-hidden />
            {t('comments.decline')}
          </Button>
          <Button kind="quiet" aria-label={of(t('comments.acceptNoted'))} onPress={() => on.onAcceptNoted(comment)}>
            {t('comments.acceptNoted')}
          </Button>
          <IconButton label={of(t('comments.edit'))} icon={<Pencil aria-hidden />} onPress={() => on.onEdit(comment)} />
        </>
      ) : (
        <Button aria-label={of(t('comments.reopen'))} aria-keyshortcuts="O" onPress={() => on.onReopen(comment)}>
          <RotateCcw aria-hidden />
          {t('comments.reopen')}
        </Button>
      )}
      <IconButton label={of(t('comments.remove'))} icon={<Trash2 aria-hidden />} onPress={() => on.onRemove(comment)} />
    </div>
  );
}
