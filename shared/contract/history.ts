import { oc } from '@orpc/contract';
import { z } from 'zod';
import { changedSince, locked, nothingToUndo } from './errors.ts';

/** What a change set did, as a code; its words are in resources/locales/<language>/history.json. */
export const changeNames = [
  'person.create',
  'person.update',
  'person.remove',
  'organization.create',
  'organization.update',
  'organization.remove',
  'person.merge',
  'person.distinct',
  'organization.merge',
  'organization.distinct',
  'people.import',
  'organizations.import',
  'group.create',
  'group.update',
  'group.remove',
  'meeting.create',
  'meeting.update',
  'meeting.remove',
  'attendance.add',
  'attendance.update',
  'attendance.presence',
  'attendance.import',
  'attendance.refresh',
  'attendance.remove',
  'agenda.add',
  'agenda.update',
  'agenda.remove',
  'entry.add',
  'entry.update',
  'entry.kind',
  'entry.speaker',
  'entry.action',
  'entry.move',
  'entry.text',
  'entry.replace',
  'entry.split',
  'entry.merge',
  'entry.paste',
  'entry.remove',
  'agreement.add',
  'agreement.update',
  'agreement.remove',
  'meeting.prepare',
  'meeting.carry',
  'meeting.parent',
  'meeting.move',
  'attendance.arrange',
  'action.review',
  'letter.draft',
  'letter.sent',
  'letter.remove',
  'letterhead.update',
  'letterhead.logo',
  'letterhead.template',
  'circulation.open',
  'circulation.close',
  'circulation.withdraw',
  'comment.add',
  'comment.update',
  'comment.settle',
  'comment.import',
  'comment.remove',
  'version.keep',
  'version.agree',
  'version.unagree',
  'version.amend',
  'version.dropAmendment',
  'attachment.add',
  'attachment.update',
  'attachment.remove',
  'settings.update',
  'record.import',
  'sample.load',
] as const;
export type ChangeName = (typeof changeNames)[number];

export const changeSetSummary = z.object({
  seq: z.number(),
  name: z.enum(changeNames),
  /** The record's own name at the time of the change, in whatever language it had; may be empty. */
  label: z.string(),
  atMs: z.number(),
});
export type ChangeSetSummary = z.infer<typeof changeSetSummary>;

export const historyContract = {
  /** What Undo and Redo would do now; null where there is nothing. */
  state: oc.output(z.object({ undo: changeSetSummary.nullable(), redo: changeSetSummary.nullable() })),
  /** LOCKED: it would change agreed minutes; nothing is changed. */
  undo: oc
    .output(changeSetSummary)
    .errors({ NOTHING_TO_UNDO: nothingToUndo, CHANGED_SINCE: changedSince, LOCKED: locked }),
  redo: oc
    .output(changeSetSummary)
    .errors({ NOTHING_TO_UNDO: nothingToUndo, CHANGED_SINCE: changedSince, LOCKED: locked }),
};
