import { createContext, useContext } from 'react';
import { type Store } from '../../../app/store.ts';
import type { MinutesSession } from '../model/types.ts';
import type { FocusTarget, LiveView } from './view.ts';

/** What every part of the live screen works with. */
export interface Live {
  session: MinutesSession;
  view: Store<LiveView>;
  /** Makes the item of the row current and puts the caret into it. */
  goTo: (target: FocusTarget) => void;
  goToItem: (itemId: string) => void;
  /** Opens the documents of the meeting where the row stands in them. */
  showInDocument: (rowId: string) => void;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('outside of the live screen');
  return live;
}
