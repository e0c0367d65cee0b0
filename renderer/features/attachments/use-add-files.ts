import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Attachment } from '#shared/contract/attachments.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { refuseSize } from './refuse-size.ts';

/** What new files belong to. */
export type FilePlace = Pick<Attachment, 'meetingId' | 'agendaItemId' | 'versionId'> & { kind: 'document' | 'scan' };

export interface AddFiles {
  /** Names of the files that are on their way. */
  adding: readonly string[];
  /** One after another; each that is refused is said, the others are kept. */
  add: (files: readonly File[]) => Promise<void>;
}

export function useAddFiles(place: FilePlace): AddFiles {
  const { t } = useTranslation(['versions', 'common']);
  const [adding, setAdding] = useState<readonly string[]>([]);

  const add = async (files: readonly File[]) => {
    for (const file of files) {
      setAdding((names) => [...names, file.name]);
      try {
        refuseSize(file);
        const { name } = await api.attachments.add({ ...place, id: newId(), language: null, file });
        notify(t('versions:file.added', { name }), { label: t('common:undo'), run: () => void undo() });
      } catch (error) {
        notifyError(error);
      }
      setAdding((names) => names.toSpliced(names.indexOf(file.name), 1));
    }
  };

  return { adding, add };
}
