import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const contactsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts',
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/$personId',
    /** `new`: the page made the id itself and the person is created by the first thing that is typed. */
    validateSearch: (search): { new?: true } => (search.new === true ? { new: true } : {}),
    component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
  }),
] as const;
