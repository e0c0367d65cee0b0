import type { agreementKinds } from '#shared/contract/agreements.ts';
import type { actionStatuses } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';

/* Words for records that several screens name. Literal keys, so that the catalogue check sees each of them. */

/** In the order of a meeting's life. */
export const meetingStatusKeys = {
  planned: 'meetings:status.planned',
  live: 'meetings:status.live',
  draft: 'meetings:status.draft',
  circulated: 'meetings:status.circulated',
  agreed: 'meetings:status.agreed',
  amended: 'meetings:status.amended',
} as const satisfies Record<Meeting['status'], string>;

export const agreementKindKeys = {
  memorandum: 'meetings:agreementKind.memorandum',
  agreement: 'meetings:agreementKind.agreement',
  minutes_of_talks: 'meetings:agreementKind.minutesOfTalks',
  programme: 'meetings:agreementKind.programme',
  certificate: 'meetings:agreementKind.certificate',
  other: 'meetings:agreementKind.other',
} as const satisfies Record<(typeof agreementKinds)[number], string>;

export const actionStatusKeys = {
  open: 'registers:statuses.open',
  in_progress: 'registers:statuses.inProgress',
  done: 'registers:statuses.done',
  cancelled: 'registers:statuses.cancelled',
} as const satisfies Record<(typeof actionStatuses)[number], string>;
