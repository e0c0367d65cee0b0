import type { RegisterCut } from './register.ts';
import type { Followed } from './follower.ts';

/**
 * The page as the contract answers it. `rows` and `heads` are asked for what the page shows alone, by id; an entry
 * without a row (its record went a moment ago) and a group without a head are left out.
 */
export function composePage<Entry extends Followed, Row, Head>(
  { all, shown, groups, rows }: RegisterCut<Entry>,
  composeRows: (entries: readonly Entry[]) => ReadonlyMap<string, Row>,
  composeHeads: (groupIds: readonly string[]) => ReadonlyMap<string, Head>,
): {
  all: number;
  shown: number;
  groups: { id: string; count: number }[];
  heads: Record<string, Head>;
  rows: { groupId: string; row: Row }[];
} {
  const made = composeRows([...new Map(rows.map(({ entry }) => [entry.id, entry])).values()]);
  return {
    all,
    shown,
    groups,
    heads: Object.fromEntries(composeHeads([...new Set(rows.map(({ groupId }) => groupId))])),
    rows: rows.flatMap(({ groupId, entry }) => {
      const row = made.get(entry.id);
      return row === undefined ? [] : { groupId, row };
    }),
  };
}
