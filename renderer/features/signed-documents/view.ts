import {
  type agreementGroupings,
  type agreementKinds,
  type AgreementStanding,
  agreementStandings,
} from '#shared/contract/agreements.ts';
import { id } from '#shared/contract/fields.ts';

/** Ends within so many days, as a choice. */
export const spans = ['30', '90', '180', '365'] as const;

/** What the register shows, and how; null leaves all. */
export interface AgreementsView {
  standing: AgreementStanding | null;
  kind: (typeof agreementKinds)[number] | null;
  organizationId: string | null;
  areaId: string | null;
  groupId: string | null;
  expiring: (typeof spans)[number] | null;
  grouping: (typeof agreementGroupings)[number];
  isDescending: boolean;
}

export const firstView: AgreementsView = {
  standing: null,
  kind: null,
  organizationId: null,
  areaId: null,
  groupId: null,
  expiring: null,
  grouping: 'year',
  isDescending: true,
};

/** What a link to the register says: the document in the pane, and what it is to show. */
export interface AgreementsSearch {
  open?: string;
  standing?: AgreementStanding;
  group?: string;
}

export function readSearch(search: Record<string, unknown>): AgreementsSearch {
  const [open, group] = [id.safeParse(search.open), id.safeParse(search.group)];
  const standing = agreementStandings.find((code) => code === search.standing);
  return {
    ...(open.success && { open: open.data }),
    ...(standing && { standing }),
    ...(group.success && { group: group.data }),
  };
}

/** The view that a link asks for; null: it asks for none, so the register stays as it was left. */
export function linkedView({ standing, group }: AgreementsSearch): AgreementsView | null {
  if (standing === undefined && group === undefined) return null;
  return { ...firstView, standing: standing ?? null, groupId: group ?? null };
}

/** The part of the view that the back end is asked for. */
export function askFor({ standing, kind, expiring, ...view }: AgreementsView) {
  return {
    ...view,
    standings: standing === null ? [] : [standing],
    kinds: kind === null ? [] : [kind],
    expiringDays: expiring === null ? null : Number(expiring),
  };
}
