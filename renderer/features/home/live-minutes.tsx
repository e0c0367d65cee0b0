import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { queryClient } from '../../app/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './home-page.module.css';

/** Minutes that were cut off by a crash and meetings that are going on: both lead straight back to the live screen. */
export function LiveMinutes({ meetings }: { meetings: readonly MeetingListItem[] }): ReactElement | null {
  const { t } = useTranslation(['home', 'common']);
  const language = useUiLanguage();
  const format = useFormat();
  // Nothing depends on this notice: a back end that cannot answer says so elsewhere.
  const { data: recovered = [] } = useQuery(query.minutes.recovered.queryOptions());
  const going = meetings.filter(
    (meeting) => meeting.status === 'live' && !recovered.some(({ meetingId }) => meetingId === meeting.id),
  );
  if (recovered.length + going.length === 0) return null;

  const dismiss = async (meetingId: string) => {
    try {
      await api.minutes.dismissRecovered({ meetingId });
      await queryClient.invalidateQueries({ queryKey: query.minutes.recovered.key() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Section title={t('home:live.title')}>
      <ul className={styles.list}>
        {recovered.map(({ meetingId, title, upToMs }) => {
          const name = chooseText(title, language).text || t('common:unnamed');
          return (
            <li key={meetingId} className={styles.item}>
              <span className={styles.main}>
                <FallbackText value={title} empty={t('common:unnamed')} />
                <span className={styles.aside}> {t('home:live.recovered', { moment: format.moment(upToMs) })}</span>
              </span>
              <Link href={`/meetings/${meetingId}/live`} aria-label={t('home:live.continueOf', { title: name })}>
                {t('home:live.continue')}
              </Link>
              <Button
                kind="quiet"
                aria-label={t('home:live.dismissOf', { title: name })}
                onPress={() => void dismiss(meetingId)}
              >
                {t('home:live.dismiss')}
              </Button>
            </li>
          );
        })}
        {going.map(({ id, title }) => (
          <li key={id} className={styles.item}>
            <span className={styles.main}>
              <FallbackText value={title} empty={t('common:unnamed')} />
              <span className={styles.aside}> {t('home:live.going')}</span>
            </span>
            <Link
              href={`/meetings/${id}/live`}
              aria-label={t('home:live.resumeOf', { title: chooseText(title, language).text || t('common:unnamed') })}
            >
              {t('home:live.resume')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
