import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasePreview } from '#shared/contract/people.ts';
import { api, query } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';

export interface Erase {
  preview: ErasePreview | undefined;
  error: unknown;
  /** @param backups names of those that are removed as well */
  run: (backups: readonly string[]) => Promise<void>;
}

/** What would go and what would stay, and the deed. */
export function useErase(personId: string): Erase {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const isRunning = useRef(false);
  const input = { id: personId };
  // What was read before may have changed since: each opening reads anew.
  const { data, error } = useQuery({
    ...query.people.erasePreview.queryOptions({ input }),
    gcTime: 0,
    retry: false,
  });
  const run = async (backups: readonly string[]): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    // Away first: the page would otherwise ask for a person who is just going.
    await navigate({ to: '/contacts' });
    notify(t('erase.running'));
    try {
      await api.people.erase(input);
    } catch (failure) {
      notifyError(failure);
      await navigate({ to: `/contacts/${personId}` });
      return;
    }
    try {
      if (backups.length > 0) await api.backups.remove({ names: [...backups] });
      notify(t(backups.length > 0 ? 'erase.doneWithBackups' : 'erase.done'));
    } catch (failure) {
      notify(t('erase.done'));
      notifyError(failure);
    }
  };
  return { preview: data, error, run };
}
