import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import { api, desktop } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';

/** Saves a copy of a kept file where the user says; its content is checked against its hash first. */
export function useSaveCopy(): (file: Pick<Attachment, 'id'>) => Promise<void> {
  const { t } = useTranslation('versions');
  return async ({ id }) => {
    try {
      const file = await api.attachments.download({ id });
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
