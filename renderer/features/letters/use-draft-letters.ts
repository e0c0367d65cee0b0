import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Letter } from '#shared/contract/letters.ts';
import type { Language } from '#shared/domain/language.ts';
import { api, desktop } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { journalChanged } from '../documents/index.ts';

type DraftInput = Parameters<typeof api.letters.draft>[0];

/** As the contract has it; each recipient gets the id of its letter here. */
export interface DraftRequest extends Omit<DraftInput, 'recipients'> {
  recipients: readonly { attendanceId: string; language: Language }[];
}

export interface DraftLetters {
  isDrafting: boolean;
  /** Keeps the letters and hands out their drafts; a failure is told to the user, and answered as null. */
  draftLetters: (request: DraftRequest) => Promise<readonly Letter[] | null>;
  /** The draft of a kept letter once more. */
  draftAgain: (letter: Pick<Letter, 'id'>, to?: 'mail' | 'file') => Promise<void>;
}

/** Makes drafts: one is opened in the mail program, several are saved into a folder. The user sends them. */
export function useDraftLetters(): DraftLetters {
  const handOut = useHandOut();
  const [isDrafting, setDrafting] = useState(false);
  const busily = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    setDrafting(true);
    try {
      await flushAll();
      return await work();
    } catch (error) {
      notifyError(error);
      return null;
    } finally {
      setDrafting(false);
    }
  };
  return {
    isDrafting,
    draftLetters: ({ recipients, ...options }) =>
      busily(async () => {
        const made = await api.letters.draft({
          ...options,
          recipients: recipients.map((recipient) => ({ ...recipient, id: newId() })),
        });
        void journalChanged();
        await handOut(
          made.map(({ file }) => file),
          'mail',
        );
        return made.flatMap(({ letters }) => letters);
      }),
    draftAgain: async ({ id }, to = 'mail') => {
      await busily(async () => handOut([await api.letters.draftAgain({ id })], to));
    },
  };
}

/** Opens a single draft where it can be sent; saves it where nothing opens it, and several in any case. */
function useHandOut(): (files: readonly File[], to: 'mail' | 'file') => Promise<void> {
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
