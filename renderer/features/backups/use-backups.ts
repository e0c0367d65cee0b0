import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { BackupList } from '#shared/contract/backups.ts';
import { query } from '../../app/api.ts';

/** Read whenever it is shown: a backup writes nothing of which the page would hear. */
export function useBackups(): UseQueryResult<BackupList> {
  return useQuery(query.backups.list.queryOptions({ staleTime: 0 }));
}
