import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';
import { readSearch } from './view.ts';

export const registersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers',
    /** Leads to the first register. */
    beforeLoad: (): void => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- how TanStack Router is told to go elsewhere
      throw redirect({ href: '/registers/actions', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/actions',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./actions-page.tsx'), 'ActionsPage'),
  }),
] as const;
