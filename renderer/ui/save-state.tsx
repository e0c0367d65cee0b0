import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { flushAll, savingState } from '../app/saving.ts';
import { useStore } from '../app/store.ts';
import { Button } from './button.tsx';
import styles from './save-state.module.css';

/** «Saving…», «Saved 14:32:07», «Not saved — retry». Stands in the top bar of every page. */
export function SaveState(): ReactElement {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { unsaved, saving, failed, savedAtMs } = useStore(savingState);
  if (failed) {
    return (
      <span role="alert">
        <Button kind="danger" onPress={() => void flushAll()}>
          {t('saving.failed')}
        </Button>
      </span>
    );
  }
  const words = saving
    ? t('saving.now')
    : unsaved
      ? t('saving.unsaved')
      : savedAtMs === null
        ? ''
        : t('saving.saved', { time: format.clock(savedAtMs) });
  return <span className={styles.state}>{words}</span>;
}
