import { useMemo } from 'react';
import type { Entry } from '#shared/contract/entries.ts';
import { useStorePart } from '../../../app/store.ts';
import { useLive } from '../live/context.ts';
import { type FindQuery, findInEntries, type TextMatch } from './matches.ts';

/** All matches of the query in the minutes, in the order of the document, as the texts are now. */
export function useMatches(query: FindQuery): TextMatch[] {
  const { session } = useLive();
  const entries = useStorePart(session.state, (state) => state.entries);
  const rows = useStorePart(session.state, (state) => state.rows);
  const agenda = useStorePart(session.state, (state) => state.agenda);
  return useMemo(() => {
    const ordered = agenda.flatMap((item) =>
      (rows.get(item.id) ?? []).map((id) => entries.get(id)).filter((entry): entry is Entry => entry !== undefined),
    );
    return findInEntries(ordered, query);
  }, [agenda, rows, entries, query]);
}
