import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';

export const preparationTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/preparation',
    component: lazyRouteComponent(() => import('./preparation-tab.tsx'), 'PreparationTab'),
  }),
] as const;
