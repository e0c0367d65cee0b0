import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { refuseSize } from './refuse-size.ts';

export interface AddFiles {
  /** Names of the files that are on their way. */
  adding: readonly string[];
  /** One after another; each that is refused is said, the others are kept. */
  add: (files: readonly File[]) => Promise<void>;
}

/** @param send keeps one file and answers the name under which it is kept */
export function useAddFiles(send: (file: File) => Promise<{ name: string }>): AddFiles {
  const { t } = useTranslation(['versions', 'common']);
  const [adding, setAdding] = useState<readonly string[]>([]);

  const add = async (files: readonly File[]) => {
    for (const file of files) {
      setAdding((names) => [...names, file.name]);
      try {
        refuseSize(file);
        const { name } = await send(file);
        notify(t('versions:file.added', { name }), { label: t('common:undo'), run: () => void undo() });
      } catch (error) {
        notifyError(error);
      }
      setAdding((names) => names.toSpliced(names.indexOf(file.name), 1));
    }
  };

  return { adding, add };
}
