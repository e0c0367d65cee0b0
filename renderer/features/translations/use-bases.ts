import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { languages } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { createStore, type Store, useStorePart } from '../../app/store.ts';
import { placeKey } from './model/lines.ts';
import type { Review } from './model/review.ts';

/** What the source said when each outdated text was written; read while there are such texts. */
export function useBases(review: Review): Store<ReadonlyMap<string, string | null>> {
  const [store] = useState(() => createStore<ReadonlyMap<string, string | null>>(new Map()));
  const hasOutdated = useStorePart(review.counts, (counts) => languages.some((one) => counts[one].outdated > 0));
  const { meetingId } = review.session;
  const { data } = useQuery({
    ...query.translations.bases.queryOptions({ input: { meetingId } }),
    enabled: hasOutdated,
  });
  useEffect(() => {
    if (data) store.set(new Map(data.map((base) => [placeKey(base), base.baseText])));
  }, [data, store]);
  return store;
}
