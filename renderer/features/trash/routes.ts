import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const trashRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/settings/deleted',
    component: lazyRouteComponent(() => import('./trash-page.tsx'), 'TrashPage'),
  }),
] as const;
