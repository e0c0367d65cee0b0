import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommentFilePreview } from '#shared/contract/circulations.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { guessLanguage, languageTags } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './agreement.module.css';
import type { Places } from './comment-places.ts';
import { SideSelect } from './side-select.tsx';
import { useAct } from './use-act.ts';
import type { FoundComments } from './use-comment-file.ts';

export interface CommentFileDialogProps {
  detail: MeetingDetail;
  places: Places;
  found: FoundComments;
  onClose: () => void;
}

/** What a Word file holds, before any of it is taken in. */
export function CommentFileDialog({ detail, places, found, onClose }: CommentFileDialogProps): ReactElement {
  const { t } = useTranslation(['agreement', 'common']);
  const act = useAct();
  const [sideId, setSideId] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { file, preview } = found;
  const fresh = preview.comments.filter(({ isKnown }) => !isKnown).length;
  const take = async () => {
    setBusy(true);
    const isTaken = await act(
      () => api.circulations.importComments({ meetingId: detail.meeting.id, file, sideId }),
      t('agreement:file.wereRead', { count: fresh }),
    );
    setBusy(false);
    if (isTaken) onClose();
  };
  return (
    <Dialog
      title={t('agreement:file.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{fresh === 0 ? t('common:close') : t('common:cancel')}</Button>
          {fresh > 0 && (
            <Button kind="primary" isPending={isBusy} onPress={() => void take()}>
              {t('agreement:file.take', { count: fresh })}
            </Button>
          )}
        </>
      }
    >
      <p>
        <span translate="no">{file.name}</span>
        {preview.versionNumber !== null && ` · ${t('agreement:file.version', { number: preview.versionNumber })}`}
      </p>
      {fresh === 0 && <p>{t('agreement:file.allKnown')}</p>}
      {preview.trackedChanges > 0 && (
        <p className={styles.warning}>{t('agreement:file.tracked', { count: preview.trackedChanges })}</p>
      )}
      {fresh > 0 && <SideSelect detail={detail} value={sideId} onChange={setSideId} />}
      <ul className={styles.found} tabIndex={0} aria-label={t('agreement:file.list')}>
        {preview.comments.map((comment) => (
          <FoundComment key={comment.sourceKey} comment={comment} places={places} />
        ))}
      </ul>
    </Dialog>
  );
}

interface FoundCommentProps {
  comment: CommentFilePreview['comments'][number];
  places: Places;
}

function FoundComment({ comment, places }: FoundCommentProps): ReactElement {
  const { t } = useTranslation('agreement');
  const lang = languageTags[comment.language];
  return (
    <li className={styles.foundComment}>
      <div className={styles.foundHead}>
        <strong>{places.placeOf(comment).name}</strong>
        <span lang={languageTags[guessLanguage(comment.author)]}>{comment.author}</span>
        {comment.isKnown && <Badge>{t('file.known')}</Badge>}
        {comment.isGone && <Badge tone="warning">{t('file.gone')}</Badge>}
      </div>
      {comment.quote !== '' && (
        <blockquote className={styles.quote} lang={lang}>
          {comment.quote}
        </blockquote>
      )}
      <p lang={lang}>{comment.text}</p>
    </li>
  );
}
