import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissingRecord, TrashItem, TrashKey } from '#shared/contract/trash.ts';
import { api, query } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';

/** A record that cannot come back without others. */
export interface Wanting {
  item: TrashItem;
  missing: readonly MissingRecord[];
  /** All of them, in the order in which they come back; null: one is gone for good. */
  keys: readonly TrashKey[] | null;
}

export interface Restore {
  /** The record that is coming back. */
  busy: TrashItem | null;
  wanting: Wanting | null;
  restore: (item: TrashItem, keys?: readonly TrashKey[]) => void;
  giveUp: () => void;
}

/** Brings a record back, or says what has to come back before it. */
export function useRestore(): Restore {
  const { t } = useTranslation(['trash', 'common']);
  const client = useQueryClient();
  const [busy, setBusy] = useState<TrashItem | null>(null);
  const [wanting, setWanting] = useState<Wanting | null>(null);
  const run = async (item: TrashItem, keys: readonly TrashKey[]): Promise<void> => {
    setBusy(item);
    try {
      await flushAll();
      await api.trash.restore({ keys: [...keys] });
      setWanting(null);
      notify(t('trash:restored'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      const missing = missingOf(error);
      if (missing === null) {
        setWanting(null);
        notifyError(error);
      } else setWanting({ item, missing, keys: withMissing(keys, missing) });
    }
    setBusy(null);
    await client.invalidateQueries({ queryKey: query.trash.key() });
  };
  return {
    busy,
    wanting,
    restore: (item, keys = [{ kind: item.kind, id: item.id }]) => {
      if (busy === null) void run(item, keys);
    },
    giveUp: () => setWanting(null),
  };
}

function withMissing(keys: readonly TrashKey[], missing: readonly MissingRecord[]): TrashKey[] | null {
  const found = missing.flatMap(({ key }) => (key === null ? [] : [key]));
  return found.length === missing.length ? [...found, ...keys] : null;
}

/** The records that a refusal names; null for any other error. */
function missingOf(error: unknown): readonly MissingRecord[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'TRASH_REFUSED') return null;
  const { reason, missing } = error.data as { reason: string; missing: MissingRecord[] };
  return reason === 'missing' ? missing : null;
}
