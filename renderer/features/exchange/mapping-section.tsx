import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeKind } from '#shared/contract/exchange.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './exchange.module.css';
import { fieldsOf, findTwice, hasName, useFieldNames } from './fields.ts';
import { Progress } from './progress.tsx';
import { Refusal } from './refusal.tsx';
import type { Import, Inspection } from './use-import.ts';

const leftOut = 'left-out';

export interface MappingSectionProps {
  state: Import;
  inspection: Inspection;
  kind: ExchangeKind;
  isLocked: boolean;
}

/** Which column goes into which field, beside the first rows of the file; then the check. */
export function MappingSection({ state, inspection, kind, isLocked }: MappingSectionProps): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const nameOf = useFieldNames();
  const { mapping, preview } = state;
  const isVcard = inspection.format === 'vcard';
  const twice = findTwice(mapping);
  const canCheck = isVcard || (hasName(mapping) && twice.length === 0);
  return (
    <Section title={isVcard ? t('check.title') : t('columns.title')}>
      {!isVcard && <Columns state={state} inspection={inspection} kind={kind} isLocked={isLocked} />}
      <div role="status">
        {!isVcard && !hasName(mapping) && (
          <p className={styles.warning}>{kind === 'people' ? t('columns.noName') : t('columns.noOrganizationName')}</p>
        )}
        {twice.length > 0 && (
          <p className={styles.warning}>{t('columns.twice', { fields: format.list(twice.map(nameOf)) })}</p>
        )}
      </div>
      <div>
        <Button
          kind={preview.result ? 'normal' : 'primary'}
          isDisabled={!canCheck || isLocked}
          onPress={() => !preview.isRunning && preview.start(undefined)}
        >
          {t('check.run')}
        </Button>
        <p className={styles.muted}>{t('check.hint')}</p>
      </div>
      {preview.isRunning && (
        <Progress label={t('check.running')} progress={preview.progress} onCancel={preview.cancel} />
      )}
      {preview.error !== null && <Refusal error={preview.error} />}
    </Section>
  );
}

function Columns({ state, inspection, kind, isLocked }: MappingSectionProps): ReactElement {
  const { t } = useTranslation('exchange');
  const nameOf = useFieldNames();
  const choices = useMemo(
    () => [
      { id: leftOut, label: t('columns.leftOut') },
      ...fieldsOf[kind].map((field) => ({ id: field, label: nameOf(field) })),
    ],
    [t, nameOf, kind],
  );
  const rows = Math.max(0, ...inspection.columns.map(({ samples }) => samples.length));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.field')}</th>
            {rows > 0 && (
              <th scope="colgroup" colSpan={rows}>
                {t('columns.samples')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {inspection.columns.map(({ header, samples }, column) => {
            const name = header.trim() === '' ? t('columns.unnamed', { number: column + 1 }) : header;
            const field = state.mapping[column] ?? null;
            const shown = field === null ? t('columns.leftOut') : nameOf(field);
            return (
              <tr key={column} data-left-out={field === null || undefined}>
                <th scope="row">{name}</th>
                <td className={styles.choice}>
                  {isLocked ? (
                    shown
                  ) : (
                    <ChoiceMenu
                      label={t('columns.choose', { column: name, field: shown })}
                      choices={choices}
                      value={field ?? leftOut}
                      kind="normal"
                      onChoose={(chosen) => state.map(column, fieldsOf[kind].find((known) => known === chosen) ?? null)}
                    >
                      {shown}
                    </ChoiceMenu>
                  )}
                </td>
                {Array.from({ length: rows }, (_, row) => (
                  <td key={row} className={styles.sample}>
                    {samples[row] ?? ''}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
