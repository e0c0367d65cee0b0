import {
  Ban,
  Check,
  CheckCheck,
  CircleDashed,
  CircleX,
  Clock,
  FolderCheck,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  Replace,
  ScanSearch,
  ShieldCheck,
  Timer,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { AgreementStanding } from '#shared/contract/agreements.ts';
import type { DecisionState } from '#shared/contract/decisions.ts';
import type { Action } from '#shared/contract/entries.ts';
import type { FollowedKind } from '#shared/contract/follow-up.ts';
import type { ProposalStage } from '#shared/contract/proposals.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';
import { useStateWords } from './record-words.ts';

interface Sign {
  icon: LucideIcon;
  tone: NonNullable<BadgeProps['tone']>;
}

const inForce: Sign = { icon: ShieldCheck, tone: 'info' };
const replaced: Sign = { icon: Replace, tone: 'neutral' };

const signs = {
  action: {
    open: { icon: CircleDashed, tone: 'neutral' },
    in_progress: { icon: Timer, tone: 'info' },
    done: { icon: Check, tone: 'good' },
    cancelled: { icon: Ban, tone: 'neutral' },
  } satisfies Record<Action['status'], Sign>,
  decision: {
    in_force: inForce,
    fulfilled: { icon: CheckCheck, tone: 'good' },
    superseded: replaced,
  } satisfies Record<DecisionState, Sign>,
  proposal: {
    proposed: { icon: Lightbulb, tone: 'neutral' },
    under_review: { icon: ScanSearch, tone: 'info' },
    adopted: { icon: ListChecks, tone: 'good' },
    declined: { icon: CircleX, tone: 'warning' },
    withdrawn: { icon: Undo2, tone: 'neutral' },
    project: { icon: FolderCheck, tone: 'good' },
  } satisfies Record<ProposalStage, Sign>,
  agreement: {
    standing: inForce,
    not_yet: { icon: Clock, tone: 'neutral' },
    in_force: inForce,
    expiring: { icon: TriangleAlert, tone: 'warning' },
    expired: { icon: CircleX, tone: 'bad' },
    terminated: { icon: Ban, tone: 'neutral' },
    replaced,
  } satisfies Record<AgreementStanding | 'standing', Sign>,
} as const satisfies Record<FollowedKind, Record<string, Sign>>;

const iconSize = 14;

export interface RecordStateProps {
  kind: FollowedKind;
  state: string;
}

/** How a record stands, by word and sign; colour only repeats them. */
export function RecordState({ kind, state }: RecordStateProps): ReactElement {
  const word = useStateWords();
  const sign = (signs[kind] as Readonly<Partial<Record<string, Sign>>>)[state];
  return (
    <Badge tone={sign?.tone ?? 'neutral'}>
      {sign && <sign.icon aria-hidden size={iconSize} />}
      {word(kind, state)}
    </Badge>
  );
}
