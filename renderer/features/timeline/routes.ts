import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.ts';
import { readSearch, toInput } from './search.ts';
import { readAhead } from './use-timeline.ts';

export const timelineRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/timeline',
    validateSearch: readSearch,
    loader: ({ cause, location }) => {
      if (cause === 'enter') readAhead(toInput(readSearch(location.search)));
    },
    component: lazyRouteComponent(() => import('./timeline-page.tsx'), 'TimelinePage'),
  }),
] as const;
