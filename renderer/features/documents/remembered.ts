import type { Language } from '#shared/domain/language.ts';
import { createStore, type Store } from '../../app/store.ts';
import type { PageSpot } from '../../ui/page-spots.ts';
import type { Zoom } from '../../ui/zoom-select.tsx';
import type { Draft } from './option-rules.ts';

/** What the tab of a meeting looked like when it was left. */
interface Remembered {
  draft: Draft;
  spot?: PageSpot;
}

const tabs = new Map<string, Remembered>();

/** The way from a paragraph to its row and back finds the same choices and the same place; for as long as the page lives. */
export const remembered = {
  of: (meetingId: string): Remembered | undefined => tabs.get(meetingId),
  draft(meetingId: string, draft: Draft): void {
    tabs.set(meetingId, { ...tabs.get(meetingId), draft });
  },
  spot(meetingId: string, spot: PageSpot): void {
    const known = tabs.get(meetingId);
    if (known) tabs.set(meetingId, { ...known, spot });
  },
};

export const zoomStore: Store<Zoom> = createStore<Zoom>('fit');

/** The preview beside the minutes. */
export const paneStore: Store<{ isShown: boolean; language: Language | null; zoom: Zoom }> = createStore<{
  isShown: boolean;
  language: Language | null;
  zoom: Zoom;
}>({ isShown: false, language: null, zoom: 'fit' });
