import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type ExchangeKind, exchangeKinds } from '#shared/contract/exchange.ts';
import { rootRoute } from '../../app/root-route.ts';

export const exchangeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/import',
    validateSearch: (search): { kind?: ExchangeKind } => {
      const kind = exchangeKinds.find((known) => known === search.kind);
      return kind ? { kind } : {};
    },
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
] as const;
