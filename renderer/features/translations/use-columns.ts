import { type Language, languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import type { Review } from './model/review.ts';

export interface Columns {
  hide: (language: Language) => void;
  /** At least one stays. */
  set: (columns: readonly Language[]) => void;
}

/** Which languages are shown; the next meeting is opened with the same. */
export function useColumns(review: Review): Columns {
  const set = (wanted: readonly Language[]) => {
    const columns = languages.filter((language) => wanted.includes(language));
    if (columns.length === 0) return;
    review.view.set({ ...review.view.get(), columns });
    api.settings.update({ reviewColumns: columns }).catch(notifyError);
  };
  return { set, hide: (language) => set(review.view.get().columns.filter((one) => one !== language)) };
}
