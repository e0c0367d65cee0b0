import { oc } from '@orpc/contract';
import { z } from 'zod';
import { attendanceRoles } from './attendance.ts';
import { documentFormats, documentKinds, optionsUnsuitable } from './documents.ts';
import { documentFailed, notFound } from './errors.ts';
import { cleanLine } from '../domain/clean-text.ts';
import { date, id, language, limits, localizedText } from './fields.ts';

export const letterKinds = [
  'invitation',
  'reminder',
  'circulation',
  'circulation_reminder',
  'agreed',
  'documents',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** A letter to one recipient as it was drafted. The program sends nothing: `sentAtMs` is what the user said. */
export const letter = z.object({
  id,
  meetingId: id,
  circulationId: id.nullable(),
  kind: z.enum(letterKinds),
  attendanceId: id.nullable(),
  name: z.string(),
  email: z.string(),
  language,
  due: date.nullable(),
  note: z.string(),
  draftedAtMs: z.number(),
  sentAtMs: z.number().nullable(),
  /** Of the draft as it was handed out; letters of one draft share it. Empty: it was not kept. */
  draftSha256: z.string(),
});
export type Letter = z.infer<typeof letter>;

/** Somebody who can be written to. `languages`: what they read, best first; the first one is used unless changed. */
export const recipient = z.object({
  attendanceId: id,
  name: z.string(),
  email: z.string(),
  language,
  sideId: id.nullable(),
  response: z.enum(['none', 'invited', 'confirmed', 'declined']),
  roles: z.array(z.enum(attendanceRoles)),
});
export type Recipient = z.infer<typeof recipient>;

/** A document as an enclosure. */
export const letterDocument = z.strictObject({ kind: z.enum(documentKinds), format: z.enum(documentFormats) });

/** `recipient`: one draft for each. `language`: one draft per language, all who read it in its To line. */
export const draftGroupings = ['recipient', 'language'] as const;

/** What becomes a header of a mail: a line break or another control character is refused with its place (`control:7`). */
const subjectLine = z
  .string()
  .max(limits.line)
  .superRefine((value, context) => {
    const index = Array.from(value).findIndex((sign) => /\p{Cc}/u.test(sign));
    if (index >= 0) context.addIssue({ code: 'custom', message: `control:${String(index + 1)}` });
  })
  .transform(cleanLine);

const draftOptions = {
  meetingId: id,
  kind: z.enum(letterKinds),
  /** The circulation that a letter of kind `circulation` or `circulation_reminder` belongs to. */
  circulationId: id.nullable(),
  due: date.nullable(),
  /** A few words of the secretary's own, in the language of the letter. */
  notes: localizedText,
  /** Instead of the usual subject, where it is not empty. */
  subjects: z.strictObject({ en: subjectLine, ru: subjectLine, zh: subjectLine }).default({ en: '', ru: '', zh: '' }),
  /**
   * What a letter of kind `documents` carries, in the language of each recipient; an extract is that of the recipient's
   * own organisation. Other kinds have their enclosures by themselves.
   */
  documents: z.array(letterDocument).max(16).default([]),
  letterheadId: id.nullable().default(null),
  /** With the dated action items as `.ics`. */
  hasActionsCalendar: z.boolean().default(false),
};

export const lettersContract = {
  list: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(letter))
    .errors({ NOT_FOUND: notFound }),
  /** People of the meeting in protocol order, with the address and the language of each. */
  recipients: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(recipient))
    .errors({ NOT_FOUND: notFound }),
  /** What the letter says, and the pages of what goes with it, for one recipient; nothing is kept. */
  preview: oc
    .input(z.strictObject({ ...draftOptions, attendanceId: id, language }))
    .output(
      z.object({
        subject: z.string(),
        body: z.string(),
        attachments: z.array(z.string()),
        /** What was chosen and does not go to this recipient: an extract that has nothing of their organisation. */
        omitted: z.array(z.enum(documentKinds)),
        pages: z.array(z.string()),
        /** The same letter as a `mailto:` address; null where it is too long for one (2,000 characters). */
        mailto: z.string().nullable(),
      }),
    )
    .errors({ NOT_FOUND: notFound, OPTIONS_UNSUITABLE: optionsUnsuitable, DOCUMENT_FAILED: documentFailed }),
  /**
   * Keeps one letter per recipient and answers its draft (`.eml`, X-Unsent; standards D1), in the same order. An
   * invitation carries letter and agenda as PDF and the meeting as `.ics`; a circulation the minutes as PDF and as DOCX
   * to comment in. Recipients without an address get a draft without a To line. Each draft goes into the journal.
   */
  draft: oc
    .input(
      z.strictObject({
        ...draftOptions,
        grouping: z.enum(draftGroupings).default('recipient'),
        recipients: z
          .array(z.strictObject({ id, attendanceId: id, language }))
          .min(1)
          .max(1_000),
      }),
    )
    .output(z.array(z.object({ letters: z.array(letter), file: z.file() })))
    .errors({ NOT_FOUND: notFound, OPTIONS_UNSUITABLE: optionsUnsuitable, DOCUMENT_FAILED: documentFailed }),
  /** The draft of a letter once more, as it was; one of before the journal is written from the meeting as it is now. */
  draftAgain: oc
    .input(z.strictObject({ id }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound, DOCUMENT_FAILED: documentFailed }),
  /** Marks letters as sent, or as not sent after all; invitations make their recipients invited. */
  markSent: oc
    .input(z.strictObject({ ids: z.array(id).min(1).max(1_000), isSent: z.boolean() }))
    .output(z.object({ changed: z.number() }))
    .errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  calendar: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound }),
  /** Over all meetings: letters whose answer is due or late, for Home. `waiting`: how many have not answered. */
  waiting: oc.output(
    z.array(
      z.object({
        meetingId: id,
        title: z.strictObject({ en: z.string(), ru: z.string(), zh: z.string() }),
        kind: z.enum(['invitation', 'circulation']),
        due: date.nullable(),
        waiting: z.number(),
      }),
    ),
  ),
};
