import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingRoute } from '../meetings/index.ts';
import type { DocumentsSearch } from './search.ts';

export const documentsTabs = [
  createRoute({
    getParentRoute: () => meetingRoute,
    path: '/export',
    validateSearch: (search): DocumentsSearch => ({ ...(typeof search.row === 'string' && { row: search.row }) }),
    component: lazyRouteComponent(() => import('./documents-tab.tsx'), 'DocumentsTab'),
  }),
] as const;
