import { CircleDashed, Equal, EqualNot } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-aria-components';
import { languageTags } from '#shared/domain/language.ts';
import { Badge, ReadOut } from '../../ui/badge.tsx';
import styles from './duplicates.module.css';
import { alignFacts, type ComparedRecord, type FactRow, type FactValue, type RowState } from './facts.ts';

export interface ComparisonProps {
  a: ComparedRecord;
  b: ComparedRecord;
  keptId: string;
  onKeep: (id: string) => void;
}

const states = {
  same: { key: 'row.same', icon: Equal, tone: 'neutral' },
  differs: { key: 'row.differs', icon: EqualNot, tone: 'warning' },
  one: { key: 'row.one', icon: CircleDashed, tone: 'info' },
} as const satisfies Record<RowState, object>;

/** Two records field by field, and the choice which of them is kept. */
export function Comparison({ a, b, keptId, onKeep }: ComparisonProps): ReactElement {
  const { t } = useTranslation('duplicates');
  const group = useId();
  const head = (record: ComparedRecord) => (
    <th scope="col" data-kept={record.id === keptId || undefined} className={styles.head}>
      <Link href={record.href}>{record.name === '' ? t('unnamed') : record.name}</Link>
      <label className={styles.keep}>
        <input type="radio" name={group} checked={record.id === keptId} onChange={() => onKeep(record.id)} />
        {t('keep')}
      </label>
    </th>
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.comparison}>
        <caption>
          <ReadOut>{t('sideBySide')}</ReadOut>
        </caption>
        <thead>
          <tr>
            <td />
            {head(a)}
            {head(b)}
          </tr>
        </thead>
        <tbody>
          {alignFacts(a, b).map((row) => (
            <tr key={row.id} data-state={row.rule === 'count' ? undefined : row.state}>
              <th scope="row">
                {row.label}
                {row.rule !== 'count' && <StateMark row={row} />}
              </th>
              <td>
                <Values values={row.a} />
              </td>
              <td>
                <Values values={row.b} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StateMark({ row }: { row: FactRow }): ReactElement {
  const { t } = useTranslation('duplicates');
  const { key, icon: Icon, tone } = states[row.state];
  return (
    <span className={styles.mark}>
      <Badge tone={tone}>
        <Icon aria-hidden size={12} />
        {t(key)}
      </Badge>
    </span>
  );
}

/** The values of one field, one below the other. */
export function Values({ values }: { values: readonly FactValue[] }): ReactElement {
  const { t } = useTranslation('duplicates');
  if (values.length === 0) return <span className={styles.muted}>{t('row.empty')}</span>;
  return (
    <>
      {values.map(({ text, language, aside }, index) => (
        <div key={index}>
          <span {...(language && { lang: languageTags[language] })}>{text}</span>
          {aside !== undefined && <span className={styles.muted}> ({aside})</span>}
        </div>
      ))}
    </>
  );
}
