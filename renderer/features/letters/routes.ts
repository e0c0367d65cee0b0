import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';

export const lettersTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/invitations',
    component: lazyRouteComponent(() => import('./letters-tab.tsx'), 'LettersTab'),
  }),
] as const;
