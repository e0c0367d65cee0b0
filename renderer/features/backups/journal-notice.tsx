import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { createStore, useStore } from '../../app/store.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import styles from './backups.module.css';

const RestoreNewest = lazy(async () => ({ default: (await import('./restore-newest.tsx')).RestoreNewest }));

/** For the life of the page: the next start looks anew. */
const dismissed = createStore(false);

export interface JournalNoticeProps {
  /** Shown in place of every page: no address leads to the backups. */
  isFirstRun?: boolean;
}

/** The journal of a run that was cut off is gone, and perhaps the last changes with it. */
export function JournalNotice({ isFirstRun = false }: JournalNoticeProps): ReactElement | null {
  const { t } = useTranslation('backups');
  const { data: state } = useQuery(query.app.state.queryOptions());
  const isDismissed = useStore(dismissed);
  if (state?.condition !== 'journal-missing' || isDismissed) return null;
  return (
    <section className={styles.notice} aria-label={t('journal.title')}>
      <div>
        <h2>{t('journal.title')}</h2>
        <p>{t('journal.text')}</p>
      </div>
      <div className={styles.buttons}>
        {isFirstRun ? (
          <Suspense fallback={null}>
            <RestoreNewest />
          </Suspense>
        ) : (
          <ButtonLink href="/settings?part=backups">{t('journal.open')}</ButtonLink>
        )}
        <Button onPress={() => dismissed.set(true)}>{t('journal.dismiss')}</Button>
      </div>
    </section>
  );
}
