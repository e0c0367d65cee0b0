import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, language, orderKey, optionalDate, text } from './fields.ts';
import { conflict, notFound } from './errors.ts';

export const entryKinds = ['speech', 'note', 'proposal', 'decision', 'action'] as const;
export type EntryKind = (typeof entryKinds)[number];
export const actionStatuses = ['open', 'in_progress', 'done', 'cancelled'] as const;
export const textStatuses = ['draft', 'reviewed'] as const;

/**
 * The text of an entry in one language. `revision` counts the savings of this text (0 = never written);
 * `baseRevision` is the revision of the source-language text it was written against, null for the source itself.
 */
export const entryText = z.strictObject({
  text,
  revision: z.number().int().min(0),
  baseRevision: z.number().int().min(0).nullable(),
  status: z.enum(textStatuses),
});

export const ownerKinds = ['person', 'organization', 'side'] as const;
/** `ownerId` is a person's, an organisation's or a meeting side's id, by `kind`. */
export const actionOwner = z.strictObject({ id, kind: z.enum(ownerKinds), ownerId: id });

/** What an entry of kind `action` carries besides its text. No owner and no date is allowed, and stays visibly open. */
export const action = z.strictObject({
  owners: z.array(actionOwner).max(50),
  due: optionalDate,
  dueAtNextMeeting: z.boolean(),
  status: z.enum(actionStatuses),
});

/** One row of the minutes under an agenda item. `atMs` is the UTC instant at which it was taken down, null if unknown. */
export const entry = z.strictObject({
  id,
  meetingId: id,
  agendaItemId: id,
  kind: z.enum(entryKinds),
  speakerAttendanceId: id.nullable(),
  sourceLanguage: language,
  atMs: z.number().int().nullable(),
  orderKey,
  texts: z.strictObject({ en: entryText, ru: entryText, zh: entryText }),
  /** Kept when the kind changes away from action, so that converting back loses nothing; null if never an action. */
  action: action.nullable(),
});
export type Entry = z.infer<typeof entry>;
export type EntryText = z.infer<typeof entryText>;
export type Action = z.infer<typeof action>;
export type ActionOwner = z.infer<typeof actionOwner>;

export const entryRevision = z.object({ language, revision: z.number(), text: z.string(), atMs: z.number() });

export const entriesContract = {
  add: oc.input(entry).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  /** Everything but the texts. */
  update: oc
    .input(entry.omit({ texts: true, meetingId: true }).partial().extend({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound }),
  /**
   * Saves one text. Answers after a FULL-synchronous commit: only then may «Saved» be shown. `revision` is the one
   * the editor started from; if somebody wrote a newer one, CONFLICT names it and nothing is changed.
   */
  saveText: oc
    .input(z.strictObject({ entryId: id, language, text, revision: z.number().int().min(0) }))
    .output(z.object({ revision: z.number(), savedAtMs: z.number() }))
    .errors({ NOT_FOUND: notFound, CONFLICT: conflict }),
  history: oc
    .input(z.strictObject({ entryId: id }))
    .output(z.array(entryRevision))
    .errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
};
