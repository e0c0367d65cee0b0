import type { ReadinessLine } from '#shared/contract/preparation.ts';

type Code = ReadinessLine['code'];

/** What is still to do. Keys with a count are plural. */
export const openKeys = {
  'title-missing': 'readiness.open.title',
  'time-missing': 'readiness.open.time',
  'place-missing': 'readiness.open.place',
  'agenda-empty': 'readiness.open.agenda',
  'agenda-title-missing': 'readiness.open.agendaTitle',
  'presenter-missing': 'readiness.open.presenter',
  'presenter-declined': 'readiness.open.presenterDeclined',
  'minutes-missing': 'readiness.open.minutes',
  'too-little-time': 'readiness.open.tooLittleTime',
  'nobody-expected': 'readiness.open.people',
  'chair-missing': 'readiness.open.chair',
  'secretary-missing': 'readiness.open.secretary',
  'interpreter-missing': 'readiness.open.interpreter',
  'head-missing': 'readiness.open.head',
  'not-invited': 'readiness.open.invited',
  'not-answered': 'readiness.open.answered',
  'quorum-not-confirmed': 'readiness.open.quorum',
  'email-missing': 'readiness.open.email',
} as const satisfies Record<Code, string>;

/** What is done, in the same words turned round. */
export const doneKeys = {
  'title-missing': 'readiness.done.title',
  'time-missing': 'readiness.done.time',
  'place-missing': 'readiness.done.place',
  'agenda-empty': 'readiness.done.agenda',
  'agenda-title-missing': 'readiness.done.agendaTitle',
  'presenter-missing': 'readiness.done.presenter',
  'presenter-declined': 'readiness.done.presenterDeclined',
  'minutes-missing': 'readiness.done.minutes',
  'too-little-time': 'readiness.done.tooLittleTime',
  'nobody-expected': 'readiness.done.people',
  'chair-missing': 'readiness.done.chair',
  'secretary-missing': 'readiness.done.secretary',
  'interpreter-missing': 'readiness.done.interpreter',
  'head-missing': 'readiness.done.head',
  'not-invited': 'readiness.done.invited',
  'not-answered': 'readiness.done.answered',
  'quorum-not-confirmed': 'readiness.done.quorum',
  'email-missing': 'readiness.done.email',
} as const satisfies Record<Code, string>;

/** Where the gap is filled, as the fields of the tabs carry it in `data-focus`. */
const fields: Partial<Record<Code, string>> = {
  'title-missing': 'title',
  'time-missing': 'startTime',
  'place-missing': 'venues',
  'agenda-empty': 'new',
  'nobody-expected': 'add',
};

/** The field of an agenda item that is meant, where it is not the first one. */
const fieldsOfItem: Partial<Record<Code, string>> = {
  'presenter-missing': '-presenter',
  'presenter-declined': '-presenter',
  'minutes-missing': '-minutes',
};

/** The address of what a line is about. */
export function placeOf({ code, place }: ReadinessLine, meetingId: string): string {
  const field = place.id === null ? fields[code] : `${place.id}${fieldsOfItem[code] ?? ''}`;
  const focus = field === undefined ? '' : `?focus=${encodeURIComponent(field)}`;
  return `/meetings/${meetingId}/${place.tab}${focus}`;
}
