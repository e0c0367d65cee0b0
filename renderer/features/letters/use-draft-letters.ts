import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Letter } from '#shared/contract/letters.ts';
import type { Language } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { journalChanged } from '../documents/index.ts';
import { useHandOutDrafts } from './use-hand-out-drafts.ts';

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
  const handOut = useHandOutDrafts();
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
