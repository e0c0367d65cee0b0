import { useQuery } from '@tanstack/react-query';
import { LifeBuoy } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, query } from '../../../app/api.ts';
import { useFormat } from '../../../app/format.ts';
import { notifyError } from '../../../app/notify.ts';
import { queryClient } from '../../../app/query-client.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './live.module.css';

/** After a crash: up to when the minutes are there. */
export function RecoveredNotice({ meetingId }: { meetingId: string }): ReactElement | null {
  const { t } = useTranslation('live');
  const format = useFormat();
  const { data } = useQuery(query.minutes.recovered.queryOptions());
  const recovered = data?.find((minutes) => minutes.meetingId === meetingId);
  if (!recovered) return null;
  const isToday = new Date(recovered.upToMs).toDateString() === new Date().toDateString();
  const time = isToday ? format.clock(recovered.upToMs) : format.moment(recovered.upToMs);
  const dismiss = async () => {
    try {
      await api.minutes.dismissRecovered({ meetingId });
      await queryClient.invalidateQueries({ queryKey: query.minutes.recovered.key() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <div role="status" className={styles.recovered}>
      <LifeBuoy aria-hidden />
      <p>{t('recovered.upTo', { time })}</p>
      <Button onPress={() => void dismiss()}>{t('recovered.dismiss')}</Button>
    </div>
  );
}
