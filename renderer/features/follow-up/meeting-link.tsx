import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingReference } from '#shared/contract/follow-up.ts';
import { useFormat } from '../../app/format.ts';
import { TextLink } from '../../ui/text-link.tsx';
import styles from './follow-up.module.css';

export interface MeetingLinkProps {
  meeting: MeetingReference;
  /** The entry that is shown there. */
  entryId?: string;
}

/** Goes to the minutes of a meeting. */
export function MeetingLink({ meeting, entryId }: MeetingLinkProps): ReactElement {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  const focus = entryId === undefined ? '' : `?focus=${entryId}`;
  return (
    <span className={styles.meeting}>
      <TextLink href={`/meetings/${meeting.id}/minutes${focus}`} text={meeting.title} empty={t('source.untitled')} />
      <span className={styles.muted}>{format.date(meeting.date)}</span>
    </span>
  );
}
