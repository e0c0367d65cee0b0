import { oc } from '@orpc/contract';
import { z } from 'zod';
import { documentFailed, notFound } from './errors.ts';
import { date, id, language, text } from './fields.ts';

export const letterKinds = ['invitation', 'reminder', 'circulation', 'circulation_reminder', 'agreed'] as const;
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
});
export type Recipient = z.infer<typeof recipient>;

const draftOptions = {
  meetingId: id,
  kind: z.enum(letterKinds),
  /** The circulation that a letter of kind `circulation` or `circulation_reminder` belongs to. */
  circulationId: id.nullable(),
  due: date.nullable(),
  /** A few words of the secretary's own, in the language of the letter. */
  notes: z.strictObject({ en: text, ru: text, zh: text }),
};

/** Documents about a meeting that is to come, or about its circulation. */
export const letterDocumentKinds = ['invitation', 'agenda', 'circulation'] as const;

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
      z.object({ subject: z.string(), body: z.string(), attachments: z.array(z.string()), pages: z.array(z.string()) }),
    )
    .errors({ NOT_FOUND: notFound, DOCUMENT_FAILED: documentFailed }),
  /**
   * Keeps one letter per recipient and answers its draft (`.eml`, X-Unsent; standards D1), in the same order. An
   * invitation carries letter and agenda as PDF and the meeting as `.ics`; a circulation the minutes as PDF and as DOCX
   * to comment in. Recipients without an address get a draft without a To line.
   */
  draft: oc
    .input(
      z.strictObject({
        ...draftOptions,
        recipients: z
          .array(z.strictObject({ id, attendanceId: id, language }))
          .min(1)
          .max(1_000),
      }),
    )
    .output(z.array(z.object({ letter, file: z.file() })))
    .errors({ NOT_FOUND: notFound, DOCUMENT_FAILED: documentFailed }),
  /** The draft of a letter once more, from the meeting as it is now. */
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
  /** One document per language as PDF or DOCX, without a letter around it; `ics`: the meeting for a calendar. */
  documents: oc
    .input(
      z.strictObject({
        meetingId: id,
        kind: z.enum(letterDocumentKinds),
        languages: z.array(language).min(1).max(3),
        formats: z.array(z.enum(['pdf', 'docx'])).min(1),
        due: date.nullable(),
        notes: draftOptions.notes,
      }),
    )
    .output(z.array(z.file()))
    .errors({ NOT_FOUND: notFound, DOCUMENT_FAILED: documentFailed }),
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
