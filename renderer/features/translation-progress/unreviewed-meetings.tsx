import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import { LanguageProgress } from './language-progress.tsx';
import styles from './translation-progress.module.css';
import { isUnfinished, meetingsToAsk } from './unfinished.ts';

const shown = 5;

/** The newest meetings whose texts are not all reviewed; nothing where all is done. */
export function UnreviewedMeetings({ meetings }: { meetings: readonly MeetingListItem[] }): ReactElement | null {
  const { t } = useTranslation(['progress', 'common']);
  const format = useFormat();
  const asked = new Map(meetingsToAsk(meetings).map((meeting) => [meeting.id, meeting]));
  const { data, error } = useQuery({
    ...query.translations.progress.queryOptions({ input: { meetingIds: [...asked.keys()] } }),
    enabled: asked.size > 0,
  });
  if (error) throw error;
  const unfinished = (data ?? []).filter(isUnfinished).slice(0, shown);
  if (unfinished.length === 0) return null;
  return (
    <Section title={t('progress:home')}>
      <ul className={styles.meetings}>
        {unfinished.map((progress) => {
          const meeting = asked.get(progress.meetingId);
          if (meeting === undefined) return null;
          return (
            <li key={meeting.id} className={styles.meeting}>
              <Link href={`/meetings/${meeting.id}/review`}>
                <FallbackText value={meeting.title} empty={t('common:unnamed')} />
              </Link>
              <span className={styles.date}>{format.date(meeting.date)}</span>
              <LanguageProgress {...progress} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
