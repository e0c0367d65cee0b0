import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../../app/store.ts';
import { Button } from '../../../ui/button.tsx';
import { useLive } from '../live/context.ts';
import { saidStore } from './announcer.ts';
import styles from './people.module.css';

/** What was done last, for eyes and screen readers, with the way back. */
export function SaidLine(): ReactElement {
  const { t } = useTranslation('common');
  const { session } = useLive();
  const store = saidStore(session);
  const said = useStore(store);
  const takeBack = said?.takeBack;
  return (
    <div className={styles.said}>
      <span role="status">{said?.text}</span>
      {takeBack && (
        <Button
          kind="quiet"
          onPress={() => {
            takeBack();
            store.set(null);
          }}
        >
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
