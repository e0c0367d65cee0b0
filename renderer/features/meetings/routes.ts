import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';
import type { FocusSearch } from './focus-search.ts';

export const meetingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/meetings/$meetingId',
  validateSearch: (search): FocusSearch => ({
    ...(typeof search.focus === 'string' && { focus: search.focus }),
    ...((search.language === 'en' || search.language === 'ru' || search.language === 'zh') && {
      language: search.language,
    }),
  }),
  component: lazyRouteComponent(() => import('./meeting-page.tsx'), 'MeetingPage'),
});

const meetingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./meetings-page.tsx'), 'MeetingsPage'),
});

/** The parts of a meeting that are of this feature. */
const meetingTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/',
    // The return type is written out because the router's own types are made from it.
    beforeLoad: ({ params, search }): never => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
      throw redirect({ to: '/meetings/$meetingId/overview', params, search, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/overview',
    component: lazyRouteComponent(() => import('./overview-tab.tsx'), 'OverviewTab'),
  }),
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/agenda',
    component: lazyRouteComponent(() => import('./agenda-tab.tsx'), 'AgendaTab'),
  }),
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/participants',
    component: lazyRouteComponent(() => import('./participants-tab.tsx'), 'ParticipantsTab'),
  }),
] as const;

/** With the tabs that other features put into a meeting. */
export const meetingsRoutes = <const Tabs extends readonly AnyRoute[]>(tabs: Tabs) =>
  [meetingsRoute, meetingRoute.addChildren([...meetingTabs, ...tabs])] as const;
