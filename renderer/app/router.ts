import { createHashHistory, createRouter } from '@tanstack/react-router';
import { featureRoutes } from '../features/index.ts';
import { PageError } from './page-error.tsx';
import { rootRoute } from './root-route.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren(featureRoutes),
  history: createHashHistory(),
  defaultErrorComponent: PageError,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
