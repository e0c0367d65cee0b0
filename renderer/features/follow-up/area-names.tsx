import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '#shared/contract/follow-up.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import styles from './areas.module.css';

export interface AreaNamesProps {
  areas: readonly Area[];
  /** In a cell of a table: three lines at most. */
  isBrief?: boolean;
}

/** Areas one after the other. */
export function AreaNames({ areas, isBrief = false }: AreaNamesProps): ReactElement {
  const { t } = useTranslation('follow-up');
  return (
    <span className={isBrief ? styles.brief : undefined}>
      {areas.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && '; '}
          <FallbackText value={name} empty={t('areas.unnamed')} />
        </Fragment>
      ))}
    </span>
  );
}
