import type { agreementGroupings, agreementKinds, AgreementStanding } from '#shared/contract/agreements.ts';

/** Ends within so many days, as a choice. */
export const spans = ['30', '90', '180', '365'] as const;

/** How the register is looked at, the group aside, which stands in the address. */
export interface AgreementsView {
  standing: AgreementStanding | null;
  kind: (typeof agreementKinds)[number] | null;
  organizationId: string | null;
  areaId: string | null;
  expiring: (typeof spans)[number] | null;
  grouping: (typeof agreementGroupings)[number];
  isDescending: boolean;
}

/** The register keeps its view while the user is on another screen. */
export const remembered: { view: AgreementsView } = {
  view: {
    standing: null,
    kind: null,
    organizationId: null,
    areaId: null,
    expiring: null,
    grouping: 'year',
    isDescending: true,
  },
};

/** What the back end is asked for, window and text aside. */
export function askFor({ standing, kind, expiring, ...view }: AgreementsView, groupId: string | null, today: string) {
  return {
    ...view,
    standings: standing === null ? [] : [standing],
    kinds: kind === null ? [] : [kind],
    expiringDays: expiring === null ? null : Number(expiring),
    groupId,
    today,
  };
}
