import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import { isUnfinished, meetingsToAsk } from '../translation-progress/index.ts';
import styles from './home-page.module.css';

const shown = 5;

/** Minutes whose texts are all reviewed, so that they can go to the sides; nothing where there are none. */
export function ReadyToCirculate({ meetings }: { meetings: readonly MeetingListItem[] }): ReactElement | null {
  const { t } = useTranslation(['home', 'common']);
  const format = useFormat();
  // The same question as for what is to be reviewed, so it is asked once.
  const asked = meetingsToAsk(meetings);
  const { data, error } = useQuery({
    ...query.translations.progress.queryOptions({ input: { meetingIds: asked.map(({ id }) => id) } }),
    enabled: asked.length > 0,
  });
  if (error) throw error;
  const ready = (data ?? []).filter((progress) => progress.languages.en.total > 0 && !isUnfinished(progress));
  const lines = ready.flatMap(
    ({ meetingId }) => asked.find(({ id, status }) => id === meetingId && status === 'draft') ?? [],
  );
  if (lines.length === 0) return null;
  return (
    <Section title={t('home:circulation.title')}>
      <ul className={styles.list}>
        {lines.slice(0, shown).map(({ id, title, date }) => (
          <li key={id} className={styles.line}>
            <Link href={`/meetings/${id}/agreement`}>
              <FallbackText value={title} empty={t('common:unnamed')} />
            </Link>
            <span className={styles.aside}>{format.date(date)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
