import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { id } from '#shared/contract/fields.ts';
import { rootRoute } from '../../app/root-route.ts';

export const decisionsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/decisions',
    /** `open`: the decision in the pane; `group`: the working group whose decisions are shown. */
    validateSearch: (search): { open?: string; group?: string } => {
      const [open, group] = [id.safeParse(search.open), id.safeParse(search.group)];
      return { ...(open.success && { open: open.data }), ...(group.success && { group: group.data }) };
    },
    component: lazyRouteComponent(() => import('./decisions-page.tsx'), 'DecisionsPage'),
  }),
] as const;
