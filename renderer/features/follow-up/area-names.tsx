import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '#shared/contract/follow-up.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';

/** Areas in one cell of a register. */
export function AreaNames({ areas }: { areas: readonly Area[] }): ReactElement {
  const { t } = useTranslation('follow-up');
  return (
    <>
      {areas.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && '; '}
          <FallbackText value={name} empty={t('areas.unnamed')} />
        </Fragment>
      ))}
    </>
  );
}
