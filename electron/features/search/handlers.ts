import { os } from '../../implement.ts';
import { listSearchable } from './repository.ts';
import { foldForSearch } from './rules.ts';

const maxHits = 100;

export const searchHandlers = {
  /** Every word of the query must stand somewhere in the record. */
  find: os.search.find.handler(({ context, input }) => {
    const words = foldForSearch(input.query).split(/\s+/u).filter(Boolean);
    if (words.length === 0) return [];
    return listSearchable(context.connection)
      .filter((hit) => {
        const text = foldForSearch([...Object.values(hit.label), ...Object.values(hit.detail), hit.extra].join(' '));
        return words.every((word) => text.includes(word));
      })
      .slice(0, maxHits)
      .map(({ kind, id, meetingId, label, detail }) => ({
        kind,
        id,
        meetingId,
        label,
        detail,
        score: 1,
        matchedOn: { reason: 'name' as const, text: '', query: input.query },
      }));
  }),
};
