import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStorePart } from '../../../app/store.ts';
import { ReadOut } from '../../../ui/badge.tsx';
import { useLive } from '../live/context.ts';

/** Says to a screen reader how many rows are selected. */
export function SelectionNews(): ReactElement {
  const { t } = useTranslation('live');
  const { view } = useLive();
  const count = useStorePart(view, ({ selection }) => selection?.ids.length ?? 0);
  return (
    <div role="status">
      <ReadOut>{count > 0 && t('rows.selected', { count })}</ReadOut>
    </div>
  );
}
