import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './exchange.module.css';

/** So many rows of any height are drawn at once; a file may have a hundred thousand. */
export const pageSize = 50;

export interface PagerProps {
  /** 0-based. */
  page: number;
  /** Rows of all pages. */
  count: number;
  onPage: (page: number) => void;
}

export function Pager({ page, count, onPage }: PagerProps): ReactElement | null {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  if (count <= pageSize) return null;
  const last = Math.ceil(count / pageSize) - 1;
  return (
    <nav className={styles.pager} aria-label={t('pager.label')}>
      <IconButton
        label={t('pager.before')}
        icon={<ChevronLeft aria-hidden />}
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      />
      <span role="status">
        {t('pager.place', {
          from: format.number(page * pageSize + 1),
          to: format.number(Math.min(count, (page + 1) * pageSize)),
          all: format.number(count),
        })}
      </span>
      <IconButton
        label={t('pager.after')}
        icon={<ChevronRight aria-hidden />}
        isDisabled={page === last}
        onPress={() => onPage(page + 1)}
      />
    </nav>
  );
}
