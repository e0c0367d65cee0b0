import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../../app/root-route.ts';

/** What the address of the import may carry. */
export interface AttendanceImportSearch {
  /** The screen to go back to; without it the Participants tab. */
  from?: 'live';
}

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$meetingId/attendance-import',
    validateSearch: (search): AttendanceImportSearch => (search.from === 'live' ? { from: 'live' } : {}),
    component: lazyRouteComponent(() => import('./import/attendance-import-page.tsx'), 'AttendanceImportPage'),
  }),
] as const;
