import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useBackups, useBackupsStale } from './use-backups.ts';
import type { RestoreSource } from './words.ts';

/** The way back where there is no list of backups; nothing where there is no backup. */
export function RestoreNewest(): ReactElement | null {
  const { t } = useTranslation('backups');
  const { data } = useBackups();
  const { forgetList } = useBackupsStale();
  const [restored, setRestored] = useState<RestoreSource | null>(null);
  const newest = data?.backups[0];
  if (!newest) return null;
  return (
    <>
      <Button onPress={() => setRestored(newest)}>{t('recovery.newest')}</Button>
      {restored && (
        <RestoreDialog
          source={restored}
          onClose={() => {
            setRestored(null);
            forgetList();
          }}
        />
      )}
    </>
  );
}
