import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';

export const agreementTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/agreement',
    component: lazyRouteComponent(() => import('./agreement-tab.tsx'), 'AgreementTab'),
  }),
] as const;
