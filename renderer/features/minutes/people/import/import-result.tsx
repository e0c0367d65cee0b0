import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../app/format.ts';
import { ButtonLink } from '../../../../ui/button.tsx';
import { Section } from '../../../../ui/section.tsx';
import { UndoImport } from '../../../exchange/index.ts';
import styles from './import.module.css';

export interface ImportResultProps {
  result: { added: number; position: number };
  back: { href: string; label: string };
}

/** How many came onto the list, and the way back. */
export function ImportResult({ result, back }: ImportResultProps): ReactElement {
  const { t } = useTranslation('attendance-import');
  const format = useFormat();
  const { added, position } = result;
  return (
    <Section title={t('result.title')}>
      <p role="status">{t('result.added', { count: added, formatted: format.number(added) })}</p>
      <div className={styles.ways}>
        <ButtonLink href={back.href} kind="primary">
          {back.label}
        </ButtonLink>
        {added > 0 && <UndoImport position={position} />}
      </div>
    </Section>
  );
}
