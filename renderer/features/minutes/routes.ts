import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';
import { meetingRoute } from '../meetings/index.ts';
import { readAhead } from './model/read-ahead.ts';
import { peopleRoutes } from './people/routes.ts';

/** What the address of the live screen may carry. */
export interface LiveSearch {
  /** The entry that shall have the caret. */
  row?: string;
}

const loadLivePage = () => import('./live/live-page.tsx');

/** Has the live screen loaded before somebody opens it, when the page has come to rest. */
export function prepareLiveScreen(): void {
  requestIdleCallback(() => {
    loadLivePage().catch(() => undefined);
  });
}

export const minutesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$meetingId/live',
    validateSearch: (search): LiveSearch => ({ ...(typeof search.row === 'string' && { row: search.row }) }),
    loader: ({ params }) => readAhead(params.meetingId),
    component: lazyRouteComponent(loadLivePage, 'LivePage'),
  }),
  ...peopleRoutes,
] as const;

/** The minutes in three languages, among the parts of a meeting. */
export const minutesTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/minutes',
    loader: ({ params }) => readAhead(params.meetingId),
    component: lazyRouteComponent(() => import('./texts/minutes-tab.tsx'), 'MinutesTab'),
  }),
] as const;
