import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { createStore, useStore } from '../../app/store.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import styles from './backups.module.css';

/** For the life of the page: the next start looks anew. */
const dismissed = createStore(false);

/** The journal of a run that was cut off is gone, and perhaps the last changes with it. */
export function JournalNotice(): ReactElement | null {
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
        <ButtonLink href="/settings?part=backups">{t('journal.open')}</ButtonLink>
        <Button onPress={() => dismissed.set(true)}>{t('journal.dismiss')}</Button>
      </div>
    </section>
  );
}
