import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExchangeKind, rowFates } from '#shared/contract/exchange.ts';
import { useFormat } from '../../app/format.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import styles from './exchange.module.css';
import { UndoImport } from './undo-import.tsx';
import type { Counts } from './use-import.ts';

export interface ResultSectionProps {
  result: { counts: Counts; seq: number | null };
  kind: ExchangeKind;
}

/** What the import did, where it is to be seen, and the way back. */
export function ResultSection({ result, kind }: ResultSectionProps): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { counts, seq } = result;
  return (
    <Section title={t('result.title')}>
      <p role="status">{seq === null ? t('result.nothing') : t('result.done')}</p>
      <Facts
        facts={rowFates
          .filter((fate) => counts[fate] > 0)
          .map((fate) => ({ term: t(doneKeys[fate]), value: format.number(counts[fate]) }))}
      />
      <div className={styles.bulk}>
        {kind === 'people' ? (
          <>
            <ButtonLink href="/contacts" kind="primary">
              {t('result.people')}
            </ButtonLink>
            <ButtonLink href="/contacts/duplicates">{t('result.duplicates')}</ButtonLink>
          </>
        ) : (
          <ButtonLink href="/organizations" kind="primary">
            {t('result.organizations')}
          </ButtonLink>
        )}
        {seq !== null && <UndoImport position={seq} />}
      </div>
    </Section>
  );
}

const doneKeys = {
  create: 'result.created',
  update: 'result.updated',
  same: 'fate.same',
  suspected: 'result.leftOut',
  skip: 'fate.skip',
} as const;
