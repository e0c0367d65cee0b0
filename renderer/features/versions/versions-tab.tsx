import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { AgreeingState } from '#shared/contract/versions.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { query } from '../../app/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Attachments } from '../attachments/index.ts';
import { useMeeting } from '../meetings/index.ts';
import { AmendButton, OpenAmendment } from './amendment.tsx';
import { ArchiveSection } from './archive-section.tsx';
import { CompareSection } from './compare-section.tsx';
import { Integrity } from './integrity.tsx';
import { VersionItem } from './version-item.tsx';
import styles from './versions.module.css';

/** What was kept of the minutes of a meeting: its versions, what differs between them, and the archive. */
export function VersionsTab(): ReactElement | null {
  const reading = useMeeting();
  if (!reading) return null;
  return <Versions key={reading.detail.meeting.id} detail={reading.detail} />;
}

function Versions({ detail }: { detail: MeetingDetail }): ReactElement | null {
  const { t } = useTranslation('versions');
  const meetingId = detail.meeting.id;
  const { data: state, error } = useQuery(query.versions.state.queryOptions({ input: { meetingId } }));
  if (error) throw error;
  if (!state) return null;
  return (
    <div className={styles.tab}>
      <Integrity meetingId={meetingId} hasVersions={state.versions.length > 0} />
      <OpenAmendment meetingId={meetingId} state={state} />
      <VersionsSection detail={detail} state={state} />
      {state.versions.length > 0 && <CompareSection meeting={detail.meeting} state={state} />}
      <OtherScans meetingId={meetingId} state={state} />
      <Section title={t('documents.title')}>
        <Attachments meetingId={meetingId} kind="document" isReadOnly={isLocked(detail.meeting.status)} />
      </Section>
      <ArchiveSection meetingId={meetingId} />
    </div>
  );
}

function VersionsSection({ detail, state }: { detail: MeetingDetail; state: AgreeingState }): ReactElement {
  const { t } = useTranslation('versions');
  const { meeting } = detail;
  const { versions } = state;
  const isAgreed = isLocked(meeting.status);
  return (
    <Section title={t('list.title')} actions={isAgreed && <AmendButton meetingId={meeting.id} />}>
      {versions.length === 0 ? (
        <div className={styles.empty}>
          <p>{isAgreed ? t('list.agreedElsewhere') : t('list.none')}</p>
          {!isAgreed && <ButtonLink href={`/meetings/${meeting.id}/agreement`}>{t('list.toAgreement')}</ButtonLink>}
        </div>
      ) : (
        <ol className={styles.versions} reversed>
          {versions.toReversed().map((version, index) => (
            <VersionItem key={version.id} version={version} isNewest={index === 0} state={state} detail={detail} />
          ))}
        </ol>
      )}
    </Section>
  );
}

/** Scans that belong to no version: of minutes that were agreed elsewhere, or added before a version was kept. */
function OtherScans({ meetingId, state }: { meetingId: string; state: AgreeingState }): ReactElement | null {
  const { t } = useTranslation('versions');
  const { data } = useQuery(query.attachments.list.queryOptions({ input: { meetingId } }));
  const hasAgreed = state.versions.some(({ agreedAtMs }) => agreedAtMs !== null);
  const hasOthers = data?.some(({ kind, versionId }) => kind === 'scan' && versionId === null) ?? false;
  if (hasAgreed && !hasOthers) return null;
  return (
    <Section title={hasAgreed ? t('scan.others') : t('scan.title')}>
      <Attachments meetingId={meetingId} kind="scan" versionId={null} />
    </Section>
  );
}
