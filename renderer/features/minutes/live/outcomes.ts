import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { MinutesState } from '../model/types.ts';

export const outcomeKinds = ['decision', 'action', 'proposal'] as const satisfies readonly EntryKind[];
export type OutcomeKind = (typeof outcomeKinds)[number];

export interface OutcomeCounts {
  decisions: number;
  actions: number;
}
export const noCounts: OutcomeCounts = { decisions: 0, actions: 0 };

/** Decisions and action items, by agenda item; items with neither are absent. */
export function countOutcomes(entries: MinutesState['entries']): Map<string, OutcomeCounts> {
  const counts = new Map<string, OutcomeCounts>();
  for (const { kind, agendaItemId } of entries.values()) {
    if (kind !== 'decision' && kind !== 'action') continue;
    const count = counts.get(agendaItemId) ?? { ...noCounts };
    if (kind === 'decision') count.decisions += 1;
    else count.actions += 1;
    counts.set(agendaItemId, count);
  }
  return counts;
}

/** Decisions, action items and proposals, each in the order of the minutes. */
export function listOutcomes({
  agenda,
  rows,
  entries,
}: Pick<MinutesState, 'agenda' | 'rows' | 'entries'>): Record<OutcomeKind, Entry[]> {
  const lists: Record<OutcomeKind, Entry[]> = { decision: [], action: [], proposal: [] };
  for (const item of agenda) {
    for (const id of rows.get(item.id) ?? []) {
      const entry = entries.get(id);
      if (entry && entry.kind !== 'speech' && entry.kind !== 'note') lists[entry.kind].push(entry);
    }
  }
  return lists;
}
