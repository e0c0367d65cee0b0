import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const glossaryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/glossary',
    component: lazyRouteComponent(() => import('./glossary-page.tsx'), 'GlossaryPage'),
  }),
] as const;
