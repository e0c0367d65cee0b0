import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const glossaryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/glossary',
    component: lazyRouteComponent(() => import('./glossary-page.tsx'), 'GlossaryPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/glossary/import',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'GlossaryImportPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/glossary/$conceptId',
    /** `new`: the page made the id itself and the concept is created by the first thing that is typed. */
    validateSearch: (search): { new?: true } => (search.new === true ? { new: true } : {}),
    component: lazyRouteComponent(() => import('./concept-page.tsx'), 'ConceptPage'),
  }),
] as const;
