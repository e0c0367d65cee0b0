import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { duplicateKinds } from '#shared/contract/duplicates.ts';
import { rootRoute } from '../../app/root-route.ts';
import type { DuplicatesSearch } from './search.ts';

export const duplicatesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/duplicates',
    validateSearch: (search): DuplicatesSearch => {
      const kind = duplicateKinds.find((known) => known === search.kind);
      return {
        ...(typeof search.a === 'string' && typeof search.b === 'string' && { a: search.a, b: search.b }),
        ...(kind && { kind }),
      };
    },
    component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
  }),
] as const;
