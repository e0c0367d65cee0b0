import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedRow, DiffPart } from '#shared/contract/versions.ts';
import { languageTags } from '#shared/domain/language.ts';
import { Badge } from '../../ui/badge.tsx';
import { DiffText } from '../../ui/diff-text.tsx';
import styles from './compare.module.css';
import { useRowWords } from './row-words.ts';

export interface ComparedRowsProps {
  rows: readonly ComparedRow[];
  /** What the columns show. */
  names: { from: string; to: string };
}

const changeKeys = {
  same: 'change.same',
  changed: 'change.changed',
  moved: 'change.moved',
  added: 'change.added',
  removed: 'change.removed',
} as const satisfies Record<ComparedRow['change'], string>;

const tones = { same: 'neutral', changed: 'info', moved: 'warning', added: 'good', removed: 'bad' } as const;

/** Line by line, the older text on the left; below each other where there is no room. */
export function ComparedRows({ rows, names }: ComparedRowsProps): ReactElement {
  const { t } = useTranslation('versions');
  const words = useRowWords();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('compare.caption', names)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.line')}</th>
          <th scope="col">{names.from}</th>
          <th scope="col">{names.to}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.part} ${row.id}`}
            className={styles.row}
            // The keys that go from change to change bring the focus here.
            tabIndex={-1}
            {...(row.change !== 'same' && { 'data-change': row.change })}
          >
            <th scope="row" className={styles.what}>
              <span>{words(row)}</span>
              {row.change !== 'same' && <Badge tone={tones[row.change]}>{t(changeKeys[row.change])}</Badge>}
            </th>
            <td className={styles.side} data-side={names.from}>
              <Side row={row} side="before" />
            </td>
            <td className={styles.side} data-side={names.to}>
              <Side row={row} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ row, side }: { row: ComparedRow; side: 'before' | 'after' }): ReactElement {
  const { t } = useTranslation('versions');
  const shown = row[side];
  if (shown === null)
    return <span className={styles.absent}>{side === 'before' ? t('compare.notYet') : t('compare.gone')}</span>;
  const isNumbered = row.before !== null && row.after !== null && row.before.number !== row.after.number;
  return (
    <p lang={languageTags[shown.language]} className={styles.text}>
      {isNumbered && <span className={styles.number}>{shown.number}</span>}
      <Words row={row} side={side} text={shown.text} />
    </p>
  );
}

function Words({ row, side, text }: { row: ComparedRow; side: 'before' | 'after'; text: string }): ReactElement {
  if (row.change === 'added') return <DiffText parts={[{ kind: 'added', text }]} />;
  if (row.change === 'removed') return <DiffText parts={[{ kind: 'removed', text }]} />;
  if (row.diff.length === 0) return <>{text}</>;
  const hidden: DiffPart['kind'] = side === 'before' ? 'added' : 'removed';
  return <DiffText parts={row.diff.filter(({ kind }) => kind !== hidden)} />;
}
