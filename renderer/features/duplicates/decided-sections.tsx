import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { LinkList } from '../../ui/item.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './duplicates.module.css';
import { undoMerge } from './undo-merge.ts';

/** What was merged, and what was found to be different; both can be taken back at any time. */
export function DecidedSections(): ReactElement {
  return (
    <>
      <Merges />
      <Distinct />
    </>
  );
}

function Merges(): ReactElement {
  const { t } = useTranslation(['duplicates', 'common']);
  const format = useFormat();
  const { data } = useQuery(query.duplicates.listMerges.queryOptions());
  return (
    <Section title={t('duplicates:merged.title')}>
      {data?.length === 0 && <p className={fieldStyles.hint}>{t('duplicates:merged.none')}</p>}
      <LinkList
        links={(data ?? []).map(({ seq, kind, label, atMs, state }) => ({
          id: String(seq),
          link: (
            <span className={styles.decided}>
              {label === '' ? t('duplicates:unnamed') : label}{' '}
              <span className={styles.muted}>
                {t(kind === 'person' ? 'duplicates:kind.person' : 'duplicates:kind.organization')} ·{' '}
                {format.moment(atMs)}
              </span>
            </span>
          ),
          aside:
            state === 'undone' ? (
              <Badge>{t('duplicates:merged.undone')}</Badge>
            ) : (
              <Button aria-label={t('duplicates:merged.undo', { name: label })} onPress={() => void undoMerge(seq)}>
                {t('common:undo')}
              </Button>
            ),
        }))}
      />
    </Section>
  );
}

function Distinct(): ReactElement {
  const { t } = useTranslation('duplicates');
  const language = useUiLanguage();
  const { data } = useQuery(query.duplicates.listDistinct.queryOptions());
  const textOf = ({ label }: { label: LocalizedText }) => chooseText(label, language).text || t('unnamed');
  return (
    <Section title={t('distinct.title')}>
      {data?.length === 0 && <p className={fieldStyles.hint}>{t('distinct.none')}</p>}
      <LinkList
        links={(data ?? []).map(({ kind, a, b }) => ({
          id: `${a.id} ${b.id}`,
          link: (
            <span className={styles.decided}>
              <FallbackText value={a.label} empty={t('unnamed')} /> ≠{' '}
              <FallbackText value={b.label} empty={t('unnamed')} />
            </span>
          ),
          aside: (
            <Button
              aria-label={t('distinct.takeBackNamed', { a: textOf(a), b: textOf(b) })}
              onPress={() => void api.duplicates.forgetDistinct({ kind, aId: a.id, bId: b.id }).catch(notifyError)}
            >
              {t('distinct.takeBack')}
            </Button>
          ),
        }))}
      />
    </Section>
  );
}
