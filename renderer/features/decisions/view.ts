import type { decisionGroupings, DecisionState } from '#shared/contract/decisions.ts';

/** By what the register of decisions is chosen, grouped and ordered, its text aside. */
export interface DecisionView {
  grouping: (typeof decisionGroupings)[number];
  state: DecisionState | null;
  groupId: string | null;
  areaId: string | null;
  isDescending: boolean;
}

const first: DecisionView = {
  grouping: 'meeting',
  state: null,
  groupId: null,
  areaId: null,
  isDescending: true,
};

/** Stays while the user is on another screen. */
export const remembered = { view: first };

/** @param groupId the working group from whose page the user comes: all of it is shown */
export function startView(groupId: string | undefined): DecisionView {
  if (groupId !== undefined) remembered.view = { ...first, groupId };
  return remembered.view;
}
