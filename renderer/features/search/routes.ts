import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const searchRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/search',
    /** `q`: what is searched, so that going back from a record finds the results again. Digits alone arrive as a number. */
    validateSearch: (search): { q?: string } =>
      typeof search.q === 'string' || typeof search.q === 'number' ? { q: String(search.q) } : {},
    component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
  }),
] as const;
