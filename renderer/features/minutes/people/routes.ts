import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../../app/root-route.ts';
import type { AttendanceImportSearch } from './import/search.ts';

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$meetingId/attendance-import',
    validateSearch: (search): AttendanceImportSearch => (search.from === 'live' ? { from: 'live' } : {}),
    component: lazyRouteComponent(() => import('./import/attendance-import-page.tsx'), 'AttendanceImportPage'),
  }),
] as const;
