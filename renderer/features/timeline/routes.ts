import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';
import { readSearch } from './search.ts';

export const timelineRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/timeline',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./timeline-page.tsx'), 'TimelinePage'),
  }),
] as const;
