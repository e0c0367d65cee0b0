import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangePreview, PreviewRow } from '#shared/contract/exchange.ts';
import { useFormat } from '../../app/format.ts';
import styles from './exchange.module.css';
import { useDecisions, useFates } from './fates.ts';
import { useFieldNames } from './fields.ts';
import { FileRows, FileText } from './file-rows.tsx';
import { Suspicion } from './suspicion.tsx';
import type { Import } from './use-import.ts';

const warningKeys = {
  mixed_scripts: 'warning.mixed_scripts',
  formula_as_text: 'warning.formula_as_text',
  photo_left_out: 'warning.photo_left_out',
} as const satisfies Record<PreviewRow['warnings'][number]['code'], string>;

export interface PreviewRowsProps {
  preview: ExchangePreview;
  state: Import;
}

/** The rows of the file and what the import would do with each. */
export function PreviewRows({ preview, state }: PreviewRowsProps): ReactElement {
  const fates = useFates();
  return (
    <FileRows
      rows={preview.rows}
      counts={preview.counts}
      fates={fates}
      first="suspected"
      details={(row) => <Details row={row} state={state} />}
    />
  );
}

function Details({ row, state }: { row: PreviewRow; state: Import }): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const nameOf = useFieldNames();
  const decisions = useDecisions();
  return (
    <>
      {row.fate === 'suspected' && (
        <Suspicion
          label={row.label}
          record={row.record}
          otherwise={t('preview.otherRow')}
          match={row.match}
          choices={decisions.filter(({ id }) => id !== 'update' || row.record !== null)}
          decision={state.decisions.get(row.line) ?? 'skip'}
          onDecide={(decision) => state.decide([row], decision)}
          isLocked={state.run.isRunning}
        />
      )}
      {row.fate === 'update' && row.record && (
        <div>
          <FileText text={row.record.label} />
          {row.changes.length > 0 && (
            <span className={styles.muted}>
              {' '}
              {t('preview.changes', { fields: format.list(row.changes.map(nameOf)) })}
            </span>
          )}
        </div>
      )}
      {row.warnings.map(({ code, detail }, index) => (
        <div key={index} className={styles.warning}>
          <TriangleAlert aria-hidden />
          {t(warningKeys[code], { detail })}
        </div>
      ))}
    </>
  );
}
