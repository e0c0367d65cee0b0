import { oc } from '@orpc/contract';
import { z } from 'zod';
import { changeGroup, id, language, listOf, orderKey, optionalDate, text } from './fields.ts';
import { conflict, locked, notFound } from './errors.ts';

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
  /** It stays empty, and that is no gap; absent where it is one. */
  isNotNeeded: z.literal(true).exactOptional(),
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
  /** People of the register who are named in the text; absent when there are none. */
  mentions: listOf(id).exactOptional(),
});
export type Entry = z.infer<typeof entry>;
export type EntryText = z.infer<typeof entryText>;
export type Action = z.infer<typeof action>;
export type ActionOwner = z.infer<typeof actionOwner>;

export const entryRevision = z.object({ language, revision: z.number(), text: z.string(), atMs: z.number() });

/** Most rows that one call may add or change: a pasted report, a selection over a whole meeting. */
export const maxEntries = 5_000;

/** Everything of a row that is not its text. */
export const entryChange = entry.omit({ texts: true, meetingId: true }).partial().extend({ id });
export type EntryChange = z.infer<typeof entryChange>;

const revision = z.number().int().min(0);
const changed = z.object({ position: z.number() });

/**
 * Every call is one change set and answers its number as `position` (0 when nothing differed). Calls with the same
 * `group`, one after the other, become one change set: what is typed without a pause is undone as one word or phrase.
 * A call that is sent again because its answer was lost does nothing the second time. Of agreed minutes only the status
 * of actions and the mentions change, anything else is LOCKED.
 */
export const entriesContract = {
  /** All in the same meeting. Rows that are here already are passed over. */
  add: oc
    .input(z.strictObject({ entries: z.array(entry).min(1).max(maxEntries), group: changeGroup }))
    .output(changed)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /** Everything but the texts: kind, speaker, place, owners, due date … NOT_FOUND changes nothing. */
  update: oc
    .input(z.strictObject({ changes: z.array(entryChange).min(1).max(maxEntries), group: changeGroup }))
    .output(changed)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /**
   * Saves one text. Answers after a FULL-synchronous commit: only then may «Saved» be shown. `revision` is the one
   * the editor started from; if somebody wrote a newer one that reads differently, CONFLICT names it and nothing is
   * changed.
   */
  saveText: oc
    .input(z.strictObject({ entryId: id, language, text, revision, group: changeGroup }))
    .output(changed.extend({ revision: z.number(), savedAtMs: z.number() }))
    .errors({ NOT_FOUND: notFound, CONFLICT: conflict, LOCKED: locked }),
  /** Several texts in one change set, or none: CONFLICT when one of them is newer than its `revision`. */
  saveTexts: oc
    .input(
      z.strictObject({
        meetingId: id,
        texts: z
          .array(z.strictObject({ entryId: id, language, text, revision }))
          .min(1)
          .max(maxEntries),
      }),
    )
    .output(changed.extend({ revisions: z.array(z.number()), savedAtMs: z.number() }))
    .errors({ NOT_FOUND: notFound, CONFLICT: conflict, LOCKED: locked }),
  /** Cuts a row in two: `text` stays in `language`, `entry` is the new row below it with the rest. */
  split: oc
    .input(z.strictObject({ id, language, text, revision, entry }))
    .output(changed.extend({ revision: z.number(), savedAtMs: z.number() }))
    .errors({ NOT_FOUND: notFound, CONFLICT: conflict, LOCKED: locked }),
  /** Joins `fromId` to the end of `id` (rule: domain/minutes/merge-entries.ts); `fromId` is gone afterwards. */
  merge: oc
    .input(z.strictObject({ id, fromId: id }))
    .output(changed)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  history: oc
    .input(z.strictObject({ entryId: id }))
    .output(z.array(entryRevision))
    .errors({ NOT_FOUND: notFound }),
  /** Rows that are gone already are passed over; NOT_FOUND when none is left. */
  remove: oc
    .input(z.strictObject({ ids: z.array(id).min(1).max(maxEntries) }))
    .output(changed)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
};
