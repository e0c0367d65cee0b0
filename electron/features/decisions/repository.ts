import type { DecisionState } from '#shared/contract/decisions.ts';
import type { Connection } from '../../db/connection.ts';
import type { DecisionRow } from '../../db/follow-up-rows.ts';
import { loadPlaced, type PlacedEntry } from '../links/index.ts';

/** A decision as the register knows it. */
export interface DecisionEntry extends PlacedEntry {
  state: DecisionState;
}

export function loadDecisions(connection: Connection, ids: readonly string[]): DecisionEntry[] {
  const state = "coalesce((SELECT state FROM decision WHERE entry_id = e.id), 'in_force')";
  return loadPlaced(connection, 'decision', ids, state).map((entry) => ({
    ...entry,
    state: entry.state as DecisionState,
  }));
}

/** What stands beside decisions; those that are in force and were never anything else may have no row. */
export function listDecisionRows(connection: Connection, ids: readonly string[]): Map<string, DecisionRow> {
  const rows = connection.sql<DecisionRow>(
    'SELECT * FROM decision WHERE entry_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.entry_id, row]));
}

/** How many actions and agreements each is linked to; without those that are linked to none. */
export function countLinks(connection: Connection, ids: readonly string[]): Map<string, number> {
  const rows = connection.sql<{ id: string; count: number }>(
    `SELECT from_id AS id, count(*) AS count FROM record_link
     WHERE from_kind = 'decision' AND from_id IN (SELECT value FROM json_each(?))
       AND (to_kind = 'agreement' OR EXISTS (SELECT 1 FROM entry WHERE id = to_id AND kind = 'action'))
     GROUP BY from_id`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The decision that took the place of each, as far as any did. */
export function findReplacement(connection: Connection, id: string): string | null {
  const [row] = connection.sql<{ id: string | null }>(
    'SELECT replaced_by_entry_id AS id FROM decision WHERE entry_id = ?',
    id,
  );
  return row?.id ?? null;
}

export function listReplaced(connection: Connection, id: string): string[] {
  return connection
    .sql<{ id: string }>('SELECT entry_id AS id FROM decision WHERE replaced_by_entry_id = ?', id)
    .map((row) => row.id);
}

export function listAdopted(connection: Connection, id: string): string[] {
  return connection
    .sql<{ id: string }>("SELECT entry_id AS id FROM proposal WHERE decision_entry_id = ? AND stage = 'adopted'", id)
    .map((row) => row.id);
}
