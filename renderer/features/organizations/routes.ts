import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const organizationsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/organizations',
    component: lazyRouteComponent(() => import('./organizations-page.tsx'), 'OrganizationsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/organizations/$organizationId',
    /** `new`: the page made the id itself and the organisation is created by the first thing that is typed. */
    validateSearch: (search): { new?: true } => (search.new === true ? { new: true } : {}),
    component: lazyRouteComponent(() => import('./organization-page.tsx'), 'OrganizationPage'),
  }),
] as const;
