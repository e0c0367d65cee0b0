import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewRow } from '#shared/contract/exchange.ts';
import { guessLanguage, languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useMatchWords } from '../../app/match-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import styles from './exchange.module.css';
import { decisions, fateKeys, fateTones } from './fates.ts';
import { useFieldNames } from './fields.ts';
import type { Import } from './use-import.ts';

const warningKeys = {
  mixed_scripts: 'warning.mixed_scripts',
  formula_as_text: 'warning.formula_as_text',
  photo_left_out: 'warning.photo_left_out',
} as const satisfies Record<PreviewRow['warnings'][number]['code'], string>;

export interface PreviewRowsProps {
  rows: readonly PreviewRow[];
  state: Import;
}

/** One page of the rows of the file. */
export function PreviewRows({ rows, state }: PreviewRowsProps): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('preview.line')}</th>
            <th scope="col">{t('preview.record')}</th>
            <th scope="col">{t('preview.fate')}</th>
            <th scope="col">{t('preview.details')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td>{format.number(row.line)}</td>
              <th scope="row">
                <Content text={row.label} />
              </th>
              <td>
                <Badge tone={fateTones[row.fate]}>{t(fateKeys[row.fate])}</Badge>
              </td>
              <td className={styles.details}>
                <Details row={row} state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Details({ row, state }: { row: PreviewRow; state: Import }): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const nameOf = useFieldNames();
  return (
    <>
      {row.fate === 'suspected' && <Suspicion row={row} state={state} />}
      {row.fate === 'update' && row.record && (
        <div>
          <Content text={row.record.label} />
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

/** The record that may be the same, why, and what to do. */
function Suspicion({ row, state }: { row: PreviewRow; state: Import }): ReactElement {
  const { t } = useTranslation('exchange');
  const words = useMatchWords();
  const decision = state.decisions.get(row.line) ?? 'skip';
  const shown = t(decisions.find(({ id }) => id === decision)?.key ?? 'decide.skip');
  return (
    <div className={styles.suspicion}>
      <div>
        {row.record ? <Content text={row.record.label} isStrong /> : t('preview.otherRow')}
        {row.match && (
          <div className={styles.muted}>
            {t('preview.why', { verdict: words.verdict(row.match.verdict), reason: words.reason(row.match) })}
          </div>
        )}
      </div>
      {!state.run.isRunning && (
        <ChoiceMenu
          label={t('decide.one', { name: row.label, decision: shown })}
          choices={decisions
            .filter(({ id }) => id !== 'update' || row.record !== null)
            .map(({ id, key }) => ({ id, label: t(key) }))}
          value={decision}
          kind="normal"
          onChoose={(chosen) => state.decide([row], chosen)}
        >
          {shown}
        </ChoiceMenu>
      )}
    </div>
  );
}

function Content({ text, isStrong = false }: { text: string; isStrong?: boolean }): ReactElement {
  return (
    <span lang={languageTags[guessLanguage(text)]} className={isStrong ? styles.strong : undefined}>
      {text}
    </span>
  );
}
