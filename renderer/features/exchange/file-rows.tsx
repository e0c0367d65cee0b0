import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessLanguage, languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './exchange.module.css';
import { Pager, pageSize } from './pager.tsx';

/** One record of a file and what becomes of it. */
export interface FileRow<Fate extends string> {
  /** 1-based, where the record begins in the file. */
  line: number;
  label: string;
  fate: Fate;
}

export interface FateWords {
  label: string;
  /** Adds colour to what the words say already. */
  tone: NonNullable<BadgeProps['tone']>;
}

export interface FileRowsProps<Fate extends string, Row extends FileRow<Fate>> {
  rows: readonly Row[];
  counts: Readonly<Record<Fate, number>>;
  /** Every fate, in the order of the choices. */
  fates: Readonly<Record<Fate, FateWords>>;
  /** Those that are shown at first, if there are any. */
  first: NoInfer<Fate>;
  details: (row: Row) => ReactNode;
}

/** The records of a file, those of one fate or all, a page at a time. */
export function FileRows<Fate extends string, Row extends FileRow<Fate>>(
  props: FileRowsProps<Fate, Row>,
): ReactElement {
  const { rows, counts, fates, first, details } = props;
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const [filter, setFilter] = useState<Fate | 'all'>(counts[first] > 0 ? first : 'all');
  const [page, setPage] = useState(0);
  const shown = filter === 'all' ? rows : rows.filter(({ fate }) => fate === filter);
  const present = (Object.keys(fates) as Fate[]).filter((fate) => counts[fate] > 0);
  return (
    <>
      <div className={styles.filterBar}>
        <Select<Fate | 'all'>
          label={t('preview.filter')}
          value={filter}
          onChange={(wanted) => {
            setFilter(wanted);
            setPage(0);
          }}
          options={[
            { id: 'all', label: t('preview.all', { number: format.number(rows.length) }) },
            ...present.map((fate) => ({
              id: fate,
              label: t('preview.some', { fate: fates[fate].label, number: format.number(counts[fate]) }),
            })),
          ]}
        />
        <Pager page={page} count={shown.length} onPage={setPage} />
      </div>
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
            {shown.slice(page * pageSize, (page + 1) * pageSize).map((row) => (
              <tr key={row.line}>
                <td>{format.number(row.line)}</td>
                <th scope="row">
                  <FileText text={row.label} />
                </th>
                <td>
                  <Badge tone={fates[row.fate].tone}>{fates[row.fate].label}</Badge>
                </td>
                <td className={styles.details}>{details(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A text of the file or the register whose language is not written beside it. */
export function FileText({ text, isStrong = false }: { text: string; isStrong?: boolean }): ReactElement {
  return (
    <span lang={languageTags[guessLanguage(text)]} className={isStrong ? styles.strong : undefined}>
      {text}
    </span>
  );
}
