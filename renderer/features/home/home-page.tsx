import { useQuery } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import { v7 as newId } from 'uuid';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import { JournalNotice } from '../backups/index.ts';
import { NewMeetingButton } from '../meetings/index.ts';
import { UnreviewedMeetings } from '../translation-progress/index.ts';
import styles from './home-page.module.css';
import { LiveMinutes } from './live-minutes.tsx';
import { NextReadiness } from './next-readiness.tsx';
import { LastBackup, Pressing, useOverview, WaitingForAgreement } from './pressing.tsx';
import { ReadyToCirculate } from './ready-to-circulate.tsx';
import { Waiting } from './waiting.tsx';

const shownMeetings = 5;

/** What a secretary needs first: the meetings around today and what is still to be done. */
export function HomePage(): ReactElement {
  const { t } = useTranslation('home');
  const { data: meetings, error } = useQuery(query.meetings.list.queryOptions());
  if (error) throw error;

  const today = useToday();
  const overview = useOverview(today);
  const coming = (meetings ?? [])
    .filter((meeting) => meeting.date >= today)
    .sort((a, b) => a.date.localeCompare(b.date));
  const next = coming.find(({ status }) => status === 'planned');
  const past = (meetings ?? []).filter((meeting) => meeting.date < today).sort((a, b) => b.date.localeCompare(a.date));

  return (
    <Page title={t('title')}>
      <JournalNotice />
      <div className={styles.actions}>
        <NewMeetingButton />
        <ButtonLink href={`/contacts/${newId()}?new=true`}>
          <UserRoundPlus aria-hidden />
          {t('newContact')}
        </ButtonLink>
      </div>
      {meetings && <LiveMinutes meetings={meetings} />}
      {meetings?.length === 0 && <p className={styles.quiet}>{t('welcome')}</p>}
      {meetings && (
        <div className={styles.columns}>
          <div className={styles.column}>
            <Section title={t('next')}>
              <MeetingLines meetings={coming.slice(0, shownMeetings)} none={t('noNext')} prepared={next?.id} />
            </Section>
            <Section title={t('recent')} actions={<Link href="/meetings">{t('allMeetings')}</Link>}>
              <MeetingLines meetings={past.slice(0, shownMeetings)} none={t('noRecent')} />
            </Section>
          </div>
          <div className={styles.column}>
            {overview && <Pressing overview={overview} today={today} />}
            {overview && <WaitingForAgreement overview={overview} />}
            <Waiting today={today} />
            <ReadyToCirculate meetings={meetings} />
            <UnreviewedMeetings meetings={meetings} />
            {overview && <LastBackup overview={overview} />}
          </div>
        </div>
      )}
    </Page>
  );
}

interface MeetingLinesProps {
  meetings: MeetingListItem[];
  none: string;
  /** The meeting whose preparation is looked at. */
  prepared?: string | undefined;
}

function MeetingLines({ meetings, none, prepared }: MeetingLinesProps): ReactElement {
  const { t } = useTranslation(['home', 'common']);
  const format = useFormat();
  if (meetings.length === 0) return <p className={styles.quiet}>{none}</p>;
  return (
    <ul className={styles.list}>
      {meetings.map((meeting) => (
        <li key={meeting.id} className={styles.line}>
          <Link href={`/meetings/${meeting.id}`}>
            <FallbackText value={meeting.title} empty={t('common:unnamed')} />
          </Link>
          <span className={styles.aside}>
            {format.date(meeting.date)}
            {meeting.decisionCount > 0 && ` · ${t('home:outcome.decisions', { count: meeting.decisionCount })}`}
            {meeting.actionCount > 0 && ` · ${t('home:outcome.actions', { count: meeting.actionCount })}`}
          </span>
          {meeting.id === prepared && <NextReadiness meetingId={meeting.id} />}
        </li>
      ))}
    </ul>
  );
}
