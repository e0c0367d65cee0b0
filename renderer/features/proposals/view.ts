import type { proposalGroupings, ProposalStage } from '#shared/contract/proposals.ts';

/** By what the register of proposals is chosen, grouped and ordered, its text aside. */
export interface ProposalView {
  grouping: (typeof proposalGroupings)[number];
  stage: ProposalStage | null;
  groupId: string | null;
  areaId: string | null;
  organizationId: string | null;
  isDescending: boolean;
}

const first: ProposalView = {
  grouping: 'meeting',
  stage: null,
  groupId: null,
  areaId: null,
  organizationId: null,
  isDescending: true,
};

/** Stays while the user is on another screen. */
export const remembered = { view: first };

/** @param groupId the working group from whose page the user comes: all of it is shown */
export function startView(groupId: string | undefined): ProposalView {
  if (groupId !== undefined) remembered.view = { ...first, groupId };
  return remembered.view;
}
