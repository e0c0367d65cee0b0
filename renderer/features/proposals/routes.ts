import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { id } from '#shared/contract/fields.ts';
import { rootRoute } from '../../app/root-route.ts';

export const proposalsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/registers/proposals',
    /** `open`: the proposal in the pane; `group`: the working group whose proposals are shown. */
    validateSearch: (search): { open?: string; group?: string } => {
      const [open, group] = [id.safeParse(search.open), id.safeParse(search.group)];
      return { ...(open.success && { open: open.data }), ...(group.success && { group: group.data }) };
    },
    component: lazyRouteComponent(() => import('./proposals-page.tsx'), 'ProposalsPage'),
  }),
] as const;
