import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../../../app/api.ts';
import { useFormat } from '../../../../app/format.ts';
import { undo } from '../../../../app/history.ts';
import { Button, ButtonLink } from '../../../../ui/button.tsx';
import { Section } from '../../../../ui/section.tsx';
import styles from './import.module.css';

export interface ImportResultProps {
  result: { added: number; position: number };
  back: { href: string; label: string };
}

/** How many came onto the list, and the way back. */
export function ImportResult({ result, back }: ImportResultProps): ReactElement {
  const { t } = useTranslation(['attendance-import', 'common']);
  const format = useFormat();
  const { data: history } = useQuery(query.history.state.queryOptions());
  const { added, position } = result;
  return (
    <Section title={t('attendance-import:result.title')}>
      <p role="status">{t('attendance-import:result.added', { count: added, formatted: format.number(added) })}</p>
      <div className={styles.ways}>
        <ButtonLink href={back.href} kind="primary">
          {back.label}
        </ButtonLink>
        {added > 0 && history?.undo?.seq === position && (
          <Button onPress={() => void undo()}>
            <Undo2 aria-hidden />
            {t('common:undo')}
          </Button>
        )}
      </div>
    </Section>
  );
}
