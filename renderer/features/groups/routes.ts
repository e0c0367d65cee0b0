import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const groupsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/groups',
    component: lazyRouteComponent(() => import('./groups-page.tsx'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/groups/$groupId',
    /** `new`: the page made the id itself and the group is created by the first thing that is typed. */
    validateSearch: (search): { new?: true } => (search.new === true ? { new: true } : {}),
    component: lazyRouteComponent(() => import('./group-page.tsx'), 'GroupPage'),
  }),
] as const;
