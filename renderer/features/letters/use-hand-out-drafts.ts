import { useTranslation } from 'react-i18next';
import { desktop } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';

/** Opens a single draft where it can be sent; saves it where nothing opens it, and several in any case. */
export function useHandOutDrafts(): (files: readonly File[], to: 'mail' | 'file') => Promise<void> {
  const { t } = useTranslation('letters');
  const showIn = (location: string | undefined) =>
    location === undefined
      ? undefined
      : { label: t('draft.show'), run: () => void desktop.showInFolder(location).catch(notifyError) };

  const save = async (files: readonly File[]): Promise<void> => {
    const [first] = files;
    const { saved, location } =
      files.length === 1 && first !== undefined ? await desktop.saveFile(first) : await desktop.saveFiles(files);
    if (Number(saved) > 0) notify(t('draft.saved', { count: files.length }), showIn(location));
    else notify(t('draft.notSaved', { count: files.length }), { label: t('draft.save'), run: () => trySave(files) });
  };
  const trySave = (files: readonly File[]): void => void save(files).catch(notifyError);

  return async (files, to) => {
    const [first] = files;
    if (files.length === 1 && first !== undefined && to === 'mail') {
      const { opened } = await desktop.openDraft(first);
      if (opened) {
        notify(t('draft.opened'));
        return;
      }
    }
    await save(files);
  };
}
