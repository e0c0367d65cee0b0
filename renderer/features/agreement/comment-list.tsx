import type { KeyboardEvent, ReactElement } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { isTextField, readChord } from '../../app/shortcuts.ts';
import { isComposingKey } from '../../app/composing-key.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { CommentCard, type CommentHandlers } from './comment-card.tsx';
import type { CommentGroup, Places } from './comment-places.ts';
import styles from './comments.module.css';

export interface CommentListProps extends CommentHandlers {
  groups: readonly CommentGroup[];
  detail: MeetingDetail;
  places: Places;
  /** false: they can only be read. */
  canChange: boolean;
}

/** Comments in the order of the minutes. The arrows go from one to the next; A accepts, D declines, O reopens. */
export function CommentList({ groups, detail, places, canChange, ...handlers }: CommentListProps): ReactElement {
  const { t } = useTranslation('agreement');
  const comments = groups.flatMap((group) => group.comments);
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (!canChange || isComposingKey(event) || isTextField(event.target) || !(event.target instanceof Element)) return;
    const id = event.target.closest('[role="row"]')?.getAttribute('data-key');
    const comment = comments.find((one) => one.id === id);
    if (comment === undefined) return;
    const isOpen = comment.state === 'open';
    const chord = readChord(event.nativeEvent);
    if (chord === 'A' && isOpen) handlers.onAccept(comment);
    else if (chord === 'D' && isOpen) handlers.onDecline(comment);
    else if (chord === 'O' && !isOpen) handlers.onReopen(comment);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {canChange && <p className={styles.keys}>{t('comments.keys')}</p>}
      <div onKeyDownCapture={onKey}>
        <GridList
          aria-label={t('comments.list')}
          className={styles.list}
          selectionMode="none"
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          renderEmptyState={() => <p className={styles.empty}>{t('comments.noneOpen')}</p>}
        >
          {groups.map((group) => (
            <GridListSection key={group.id} id={group.id} className={styles.group}>
              <GridListHeader className={styles.heading}>
                <GroupTitle title={group.title} />
              </GridListHeader>
              {group.comments.map((comment) => (
                <GridListItem
                  key={comment.id}
                  id={comment.id}
                  textValue={`${comment.author} ${comment.text}`}
                  className={styles.comment}
                  data-state={comment.state}
                >
                  <CommentCard comment={comment} detail={detail} places={places} canChange={canChange} {...handlers} />
                </GridListItem>
              ))}
            </GridListSection>
          ))}
        </GridList>
      </div>
    </>
  );
}

function GroupTitle({ title }: { title: CommentGroup['title'] }): ReactElement {
  const { t } = useTranslation('agreement');
  if (title === 'whole') return <>{t('comments.whole')}</>;
  if (title === 'gone') return <>{t('comments.gone')}</>;
  return (
    <>
      {title.number}. <FallbackText value={title.text} empty={t('comments.untitledItem')} />
    </>
  );
}
