import { useTranslation } from 'react-i18next';
import type { Letter } from '#shared/contract/letters.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';

type Letters = readonly Pick<Letter, 'id'>[];

export interface LetterMarks {
  /** What the user says of letters: the program itself sends none. */
  markSent: (letters: Letters, isSent: boolean) => Promise<void>;
  remove: (letter: Pick<Letter, 'id'>) => Promise<void>;
}

export function useLetterMarks(): LetterMarks {
  const { t } = useTranslation(['letters', 'common']);
  const say = (words: string) => {
    notify(words, { label: t('common:undo'), run: () => void undo() });
  };
  return {
    async markSent(letters, isSent) {
      try {
        const { changed } = await api.letters.markSent({ ids: letters.map(({ id }) => id), isSent });
        if (changed === 0) return;
        say(isSent ? t('letters:sent.marked', { count: changed }) : t('letters:sent.unmarked', { count: changed }));
      } catch (error) {
        notifyError(error);
      }
    },
    async remove({ id }) {
      try {
        await api.letters.remove({ id });
        say(t('letters:letter.removed'));
      } catch (error) {
        notifyError(error);
      }
    },
  };
}
