import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './exchange.module.css';
import { findTwice } from './fields.ts';
import { Progress } from './progress.tsx';
import { Refusal } from './refusal.tsx';
import type { Stream } from './use-stream.ts';

const leftOut = 'left-out';

export interface MappingSectionProps<Field extends string> {
  /** Of a vCard there are none. */
  columns: readonly { header: string; samples: readonly string[] }[];
  /** What a column may go into, in the order of the choices. */
  fields: readonly Field[];
  nameOf: (field: Field) => string;
  /** One entry per column; null leaves the column out. */
  mapping: readonly (Field | null)[];
  onMap: (column: number, field: Field | null) => void;
  /** Why the mapping is not enough, as a sentence; null when it is. */
  lack: string | null;
  preview: Stream<undefined, { type: 'result' }>;
  isLocked: boolean;
}

/** Which column goes into which field, beside the first rows of the file; then the check. */
export function MappingSection<Field extends string>(props: MappingSectionProps<Field>): ReactElement {
  const { columns, mapping, nameOf, lack, preview, isLocked } = props;
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const hasColumns = columns.length > 0;
  const twice = findTwice(mapping);
  const canCheck = !hasColumns || (lack === null && twice.length === 0);
  return (
    <Section title={hasColumns ? t('columns.title') : t('check.title')}>
      {hasColumns && <Columns {...props} />}
      <div role="status">
        {hasColumns && lack !== null && <p className={styles.warning}>{lack}</p>}
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

function Columns<Field extends string>(props: MappingSectionProps<Field>): ReactElement {
  const { columns, fields, nameOf, mapping, onMap, isLocked } = props;
  const { t } = useTranslation('exchange');
  const choices = useMemo(
    () => [
      { id: leftOut, label: t('columns.leftOut') },
      ...fields.map((field) => ({ id: field, label: nameOf(field) })),
    ],
    [t, nameOf, fields],
  );
  const rows = Math.max(0, ...columns.map(({ samples }) => samples.length));
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
          {columns.map(({ header, samples }, column) => {
            const name = header.trim() === '' ? t('columns.unnamed', { number: column + 1 }) : header;
            const field = mapping[column] ?? null;
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
                      onChoose={(chosen) => onMap(column, fields.find((known) => known === chosen) ?? null)}
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
