import { type ClipboardEvent, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { maxEntries } from '#shared/contract/entries.ts';
import { limits } from '#shared/contract/fields.ts';
import { isComposing } from '../../../app/composition.ts';
import { useFormat } from '../../../app/format.ts';
import { notify } from '../../../app/notify.ts';
import { pasteInto } from './paste-rows.ts';
import type { RowField } from './typing.ts';

/** A paste into a text of the minutes: what it became, or why nothing was inserted, is said. */
export function usePaste(): (event: ClipboardEvent, field: RowField) => void {
  const { t } = useTranslation(['live', 'common']);
  const format = useFormat();
  return useCallback(
    (event, field) => {
      const text = event.clipboardData.getData('text/plain');
      if (text === '' || field.area.readOnly || isComposing()) return;
      event.preventDefault();
      const pasted = pasteInto(field, text);
      if ('rows' in pasted) {
        const count = pasted.rows.length;
        if (count < 2) return;
        notify(t('live:paste.done', { count, formatted: format.number(count) }), {
          label: t('common:undo'),
          run: () => void field.live.session.undo(),
        });
      } else if (pasted.refused === 'tooMany') {
        const [count, most] = [format.number(pasted.count), format.number(maxEntries)];
        notify(t('live:paste.tooMany', { found: count, most }));
      } else {
        notify(t('live:paste.tooLong', { at: format.number(pasted.at), most: format.number(limits.text) }));
      }
    },
    [t, format],
  );
}
