import { useTranslation } from 'react-i18next';
import { desktop } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';

/** Has a file made and saves it where the user says; what goes wrong is said. */
export function useSaveMadeFile(): (make: () => Promise<File>) => Promise<void> {
  const { t } = useTranslation('letterheads');
  return async (make) => {
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
  };
}
