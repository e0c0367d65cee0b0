import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';
import { type AgreementsSearch, readSearch } from './view.ts';

export const signedDocumentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/agreements',
    // The type is written out because the router's own types are made from it.
    validateSearch: (search): AgreementsSearch => readSearch(search),
    component: lazyRouteComponent(() => import('./agreements-page.tsx'), 'AgreementsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/agreements/$agreementId',
    /** `new`: it was made by the page that leads here; the caret waits in its title. */
    validateSearch: (search): { new?: true } => (search.new === true ? { new: true } : {}),
    component: lazyRouteComponent(() => import('./agreement-page.tsx'), 'AgreementPage'),
  }),
] as const;
