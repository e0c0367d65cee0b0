import { useTranslation } from 'react-i18next';
import type { AgreementStanding } from '#shared/contract/agreements.ts';
import type { DecisionState } from '#shared/contract/decisions.ts';
import type { FollowedKind } from '#shared/contract/follow-up.ts';
import type { ProposalStage } from '#shared/contract/proposals.ts';
import { actionStatusKeys } from '../../app/record-words.ts';

/* Literal keys, so that the catalogue check sees each of them. */

const decisionStateKeys = {
  in_force: 'follow-up:states.decision.inForce',
  fulfilled: 'follow-up:states.decision.fulfilled',
  superseded: 'follow-up:states.decision.superseded',
} as const satisfies Record<DecisionState, string>;

const proposalStageKeys = {
  proposed: 'follow-up:states.proposal.proposed',
  under_review: 'follow-up:states.proposal.underReview',
  adopted: 'follow-up:states.proposal.adopted',
  declined: 'follow-up:states.proposal.declined',
  withdrawn: 'follow-up:states.proposal.withdrawn',
  project: 'follow-up:states.proposal.project',
} as const satisfies Record<ProposalStage, string>;

/** `standing`: neither terminated nor replaced, its dates not being looked at. */
const agreementStandingKeys = {
  standing: 'follow-up:states.agreement.inForce',
  not_yet: 'follow-up:states.agreement.notYet',
  in_force: 'follow-up:states.agreement.inForce',
  expiring: 'follow-up:states.agreement.expiring',
  expired: 'follow-up:states.agreement.expired',
  terminated: 'follow-up:states.agreement.terminated',
  replaced: 'follow-up:states.agreement.replaced',
} as const satisfies Record<AgreementStanding | 'standing', string>;

type StateKey =
  | (typeof actionStatusKeys)[keyof typeof actionStatusKeys]
  | (typeof decisionStateKeys)[keyof typeof decisionStateKeys]
  | (typeof proposalStageKeys)[keyof typeof proposalStageKeys]
  | (typeof agreementStandingKeys)[keyof typeof agreementStandingKeys];

const stateKeys: Record<FollowedKind, Readonly<Partial<Record<string, StateKey>>>> = {
  action: actionStatusKeys,
  decision: decisionStateKeys,
  proposal: proposalStageKeys,
  agreement: agreementStandingKeys,
};

export const kindKeys = {
  action: 'follow-up:kinds.action',
  decision: 'follow-up:kinds.decision',
  proposal: 'follow-up:kinds.proposal',
  agreement: 'follow-up:kinds.agreement',
} as const satisfies Record<FollowedKind, string>;

/** Says a status, state, stage or standing in words; one that is not known says itself. */
export function useStateWords(): (kind: FollowedKind, state: string) => string {
  const { t } = useTranslation(['follow-up', 'registers']);
  return (kind, state) => {
    const key = stateKeys[kind][state];
    return key === undefined ? state : t(key);
  };
}
