/** States of a meeting and of its minutes. */
export const meetingStatuses = ['planned', 'live', 'draft', 'circulated', 'agreed', 'amended'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/**
 * Where a meeting stands. While an amendment is under way the minutes are a draft again, but the meeting itself is
 * over: it can be neither planned anew nor resumed.
 */
export interface MeetingStage {
  status: MeetingStatus;
  isAmending: boolean;
}

/**
 * `choice`: the user says so, and nothing else happens. The others are made by an act of their own, with conditions:
 * `circulation` (recipients, a version), `agreement` (the last side agrees to the newest version; no comment open),
 * `amendment` (a reason).
 */
export type MoveBy = 'choice' | 'circulation' | 'agreement' | 'amendment';

export interface MeetingMove {
  name: MoveName;
  from: MeetingStatus;
  to: MeetingStatus;
  by: MoveBy;
  /** Absent: only before the minutes were first agreed. `only`: only during an amendment. `also`: before and during. */
  amending?: 'only' | 'also' | 'opens' | 'closes';
}

export const moveNames = [
  'start',
  'record',
  'cancel_start',
  'end',
  'resume',
  'replan',
  'circulate',
  'circulate_again',
  'withdraw',
  'agree',
  'agree_amendment',
  'amend',
  'drop_amendment',
] as const;
export type MoveName = (typeof moveNames)[number];

/** The whole life of a meeting: the one table that the back end, the screens and README follow. */
export const meetingMoves: readonly MeetingMove[] = [
  { name: 'start', from: 'planned', to: 'live', by: 'choice' },
  { name: 'record', from: 'planned', to: 'draft', by: 'choice' },
  { name: 'cancel_start', from: 'live', to: 'planned', by: 'choice' },
  { name: 'end', from: 'live', to: 'draft', by: 'choice' },
  { name: 'resume', from: 'draft', to: 'live', by: 'choice' },
  { name: 'replan', from: 'draft', to: 'planned', by: 'choice' },
  { name: 'circulate', from: 'draft', to: 'circulated', by: 'circulation', amending: 'also' },
  { name: 'circulate_again', from: 'circulated', to: 'circulated', by: 'circulation', amending: 'also' },
  { name: 'withdraw', from: 'circulated', to: 'draft', by: 'circulation', amending: 'also' },
  { name: 'agree', from: 'draft', to: 'agreed', by: 'agreement' },
  { name: 'agree', from: 'circulated', to: 'agreed', by: 'agreement' },
  { name: 'agree_amendment', from: 'draft', to: 'amended', by: 'agreement', amending: 'closes' },
  { name: 'agree_amendment', from: 'circulated', to: 'amended', by: 'agreement', amending: 'closes' },
  { name: 'amend', from: 'agreed', to: 'draft', by: 'amendment', amending: 'opens' },
  { name: 'amend', from: 'amended', to: 'draft', by: 'amendment', amending: 'opens' },
  { name: 'drop_amendment', from: 'draft', to: 'agreed', by: 'amendment', amending: 'closes' },
  { name: 'drop_amendment', from: 'draft', to: 'amended', by: 'amendment', amending: 'closes' },
];

/** Minutes that every side has agreed to: their text does not change any more. */
export function isLocked(status: MeetingStatus): boolean {
  return status === 'agreed' || status === 'amended';
}

/** What can happen next, in the order of the table. */
export function movesFrom({ status, isAmending }: MeetingStage): MeetingMove[] {
  return meetingMoves.filter(
    ({ from, amending }) =>
      from === status &&
      (amending === undefined || amending === 'opens' ? !isAmending : amending === 'also' || isAmending),
  );
}

/** Where a move leads; undefined if it is not possible at this stage. */
export function stageAfter(stage: MeetingStage, name: MoveName, to: MeetingStatus): MeetingStage | undefined {
  const move = movesFrom(stage).find((candidate) => candidate.name === name && candidate.to === to);
  if (move === undefined) return undefined;
  const isAmending = move.amending === 'opens' || (stage.isAmending && move.amending !== 'closes');
  return { status: move.to, isAmending };
}

/** The move that the user may make without further conditions, by where it leads. */
export function choiceTo(stage: MeetingStage, to: MeetingStatus): MeetingMove | undefined {
  return movesFrom(stage).find((move) => move.by === 'choice' && move.to === to);
}
