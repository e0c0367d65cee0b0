import { useTranslation } from 'react-i18next';
import { desktop, query } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { queryClient } from '../../app/query-client.ts';
import { flushAll } from '../../app/saving.ts';

/** The journal stands outside of what changes by hand: nobody else says that it has another line. */
export async function journalChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: query.documents.journal.key() });
}

/** Makes one file, saves it where the user says and tells so; `words` gets its name. */
export function useHandOut(): (make: () => Promise<File>, words: (name: string) => string) => Promise<void> {
  const { t } = useTranslation('export');
  return async (make, words) => {
    try {
      await flushAll();
      const file = await make();
      void journalChanged();
      const { saved, location } = await desktop.saveFile(file);
      if (!saved) return;
      notify(
        words(file.name),
        location === undefined
          ? undefined
          : { label: t('save.show'), run: () => void desktop.showInFolder(location).catch(notifyError) },
      );
    } catch (error) {
      notifyError(error);
    }
  };
}
