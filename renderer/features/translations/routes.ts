import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';

export const translationsTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/review',
    loader: ({ params }) => {
      // Begins to read the minutes as soon as their code is there, while that of the grid is still being loaded.
      void import('../minutes/index.ts').then(({ readAhead }) => readAhead(params.meetingId));
    },
    component: lazyRouteComponent(() => import('./review-tab.tsx'), 'ReviewTab'),
  }),
] as const;
