import { useTranslation } from 'react-i18next';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';

export type Act = (run: () => Promise<unknown>, done: string) => Promise<boolean>;

/** Makes a change after saving what is being typed, and says it with a way back. Answers whether it was made. */
export function useAct(): Act {
  const { t } = useTranslation('common');
  return async (run, done) => {
    try {
      await flushAll();
      await run();
    } catch (error) {
      notifyError(error);
      return false;
    }
    notify(done, { label: t('undo'), run: () => void undo() });
    return true;
  };
}
