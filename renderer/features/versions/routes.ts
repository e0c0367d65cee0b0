import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';

export const versionsTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/versions',
    component: lazyRouteComponent(() => import('./versions-tab.tsx'), 'VersionsTab'),
  }),
] as const;
