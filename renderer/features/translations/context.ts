import { createContext, useContext } from 'react';
import type { Store } from '../../app/store.ts';
import type { Review } from './model/review.ts';
import type { ReviewActions } from './use-review-commands.ts';
import type { ReviewWords } from './words.ts';

export interface ReviewParts {
  review: Review;
  words: ReviewWords;
  actions: ReviewActions;
  /** Texts stay as they are; what is said of them may change. */
  isReadOnly: boolean;
  /** What the source said when each outdated text was written, by `placeKey`; null where that is not kept. */
  bases: Store<ReadonlyMap<string, string | null>>;
}

export const ReviewContext = createContext<ReviewParts | null>(null);

export function useReview(): ReviewParts {
  const parts = useContext(ReviewContext);
  if (parts === null) throw new Error('outside of the grid');
  return parts;
}
