import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExchangeKind, rowFates } from '#shared/contract/exchange.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import styles from './exchange.module.css';
import type { Counts } from './use-import.ts';

export interface ResultSectionProps {
  result: { counts: Counts; seq: number | null };
  kind: ExchangeKind;
}

/** What the import did, where it is to be seen, and the way back. */
export function ResultSection({ result, kind }: ResultSectionProps): ReactElement {
  const { t } = useTranslation(['exchange', 'common']);
  const format = useFormat();
  const { counts, seq } = result;
  const { data: history } = useQuery(query.history.state.queryOptions());
  const isLast = seq !== null && history?.undo?.seq === seq;
  return (
    <Section title={t('exchange:result.title')}>
      <p role="status">{seq === null ? t('exchange:result.nothing') : t('exchange:result.done')}</p>
      <Facts
        facts={rowFates
          .filter((fate) => counts[fate] > 0)
          .map((fate) => ({ term: t(doneKeys[fate]), value: format.number(counts[fate]) }))}
      />
      <div className={styles.bulk}>
        {kind === 'people' ? (
          <>
            <ButtonLink href="/contacts" kind="primary">
              {t('exchange:result.people')}
            </ButtonLink>
            <ButtonLink href="/contacts/duplicates">{t('exchange:result.duplicates')}</ButtonLink>
          </>
        ) : (
          <ButtonLink href="/organizations" kind="primary">
            {t('exchange:result.organizations')}
          </ButtonLink>
        )}
        {isLast && (
          <Button onPress={() => void undo()}>
            <Undo2 aria-hidden />
            {t('common:undo')}
          </Button>
        )}
      </div>
    </Section>
  );
}

const doneKeys = {
  create: 'exchange:result.created',
  update: 'exchange:result.updated',
  same: 'exchange:fate.same',
  suspected: 'exchange:result.leftOut',
  skip: 'exchange:fate.skip',
} as const;
