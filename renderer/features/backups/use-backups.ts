import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { BackupList } from '#shared/contract/backups.ts';
import { query } from '../../app/api.ts';

/** Read whenever it is shown: a backup writes nothing of which the page would hear. */
export function useBackups(): UseQueryResult<BackupList> {
  return useQuery(query.backups.list.queryOptions({ staleTime: 0 }));
}

export interface BackupsStale {
  /** Backups may have come or gone. */
  forgetList: () => void;
  /** A backup was made of a sound data file: another place says when that was last. */
  forgetNewest: () => void;
}

/** For those who make backups: what is on the screen of them is read again. */
export function useBackupsStale(): BackupsStale {
  const client = useQueryClient();
  return {
    forgetList: () => void client.invalidateQueries({ queryKey: query.backups.key() }),
    forgetNewest: () => void client.invalidateQueries({ queryKey: query.overview.key() }),
  };
}
