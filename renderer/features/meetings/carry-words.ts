import type { CarriedItem } from '#shared/contract/preparation.ts';

/** Why an item of an earlier meeting is carried over, of the namespace `preparation`. */
export const reasonKeys = {
  recurring: 'reason.recurring',
  not_discussed: 'reason.notDiscussed',
  open_action: 'reason.openAction',
} as const satisfies Record<CarriedItem['reasons'][number], string>;
