import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from './api.ts';
import { notify, notifyError } from './notify.ts';

/** Has a file made and saves it where the user says; what became of it, or went wrong, is said. */
export function useSaveFile(): (make: () => Promise<File>) => Promise<void> {
  const { t } = useTranslation('common');
  return useCallback(
    async (make) => {
      try {
        const file = await make();
        const { saved, location } = await desktop.saveFile(file);
        if (!saved) return;
        notify(
          t('file.saved', { name: file.name }),
          location === undefined
            ? undefined
            : { label: t('file.show'), run: () => void desktop.showInFolder(location).catch(notifyError) },
        );
      } catch (error) {
        notifyError(error);
      }
    },
    [t],
  );
}
