import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type DuplicateKind, duplicateKinds } from '#shared/contract/duplicates.ts';
import { rootRoute } from '../../app/root-route.ts';

export interface DuplicatesSearch {
  /** The two records that are compared, also when they are not proposed. */
  a?: string;
  b?: string;
  /** Shows the pairs of one kind only. */
  kind?: DuplicateKind;
}

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
