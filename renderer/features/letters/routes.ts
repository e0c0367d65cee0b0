import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';

export const lettersTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/invitations',
    component: lazyRouteComponent(() => import('./invitations-tab.tsx'), 'InvitationsTab'),
  }),
] as const;
