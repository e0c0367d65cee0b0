import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/section.tsx';
import { Values } from './comparison.tsx';
import styles from './duplicates.module.css';
import { type ComparedRecord, describeMerge } from './facts.ts';

/** What the kept record would have afterwards that it has not now. */
export function MergeEffect({ kept, merged }: { kept: ComparedRecord; merged: ComparedRecord }): ReactElement {
  const { t } = useTranslation('duplicates');
  const { spellings, added, dropped } = describeMerge(kept, merged);
  return (
    <section className={styles.effect} aria-label={t('effect.title')}>
      <h3>{t('effect.title')}</h3>
      <Facts
        facts={[
          ...(spellings.length > 0 ? [{ term: t('effect.spellings'), value: <Values values={spellings} /> }] : []),
          ...added.map(({ label, values }) => ({
            term: t('effect.added', { field: label }),
            value: <Values values={values} />,
          })),
          ...dropped.map(({ label, values }) => ({
            term: t('effect.dropped', { field: label }),
            value: <Values values={values} />,
          })),
        ]}
      />
      <p className={styles.muted}>
        {spellings.length + added.length + dropped.length === 0 && `${t('effect.nothing')} `}
        {t('effect.references')}
      </p>
    </section>
  );
}
