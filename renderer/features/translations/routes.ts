import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';

export const translationsTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/review',
    component: lazyRouteComponent(() => import('./review-tab.tsx'), 'ReviewTab'),
  }),
] as const;
