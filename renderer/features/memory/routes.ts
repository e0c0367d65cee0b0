import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';

export const memoryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/memory',
    component: lazyRouteComponent(() => import('./memory-page.tsx'), 'MemoryPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/memory/import',
    component: lazyRouteComponent(() => import('./tmx-import-page.tsx'), 'TmxImportPage'),
  }),
] as const;
