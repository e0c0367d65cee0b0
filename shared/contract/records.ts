import { oc } from '@orpc/contract';
import { z } from 'zod';
import { recordRefused, notFound } from './errors.ts';
import { id, language, localizedLine } from './fields.ts';
import { group } from './groups.ts';
import { agendaItem } from './agenda.ts';
import { agreement } from './agreements.ts';
import { attendance } from './attendance.ts';
import { entry, entryText } from './entries.ts';
import { meeting } from './meetings.ts';
import { organization } from './organizations.ts';
import { person } from './people.ts';
import { recordFollowUp } from './record-follow-up.ts';
import { headingKinds, textKinds } from './translations.ts';

const textState = entryText.omit({ text: true });

/** What is said of a title or the like; languages of which nothing is said are absent. */
const headingState = z.strictObject({
  kind: z.enum(headingKinds),
  id,
  /** Absent: the first working language in which it is written. */
  sourceLanguage: language.exactOptional(),
  texts: z.strictObject({
    en: textState.exactOptional(),
    ru: textState.exactOptional(),
    zh: textState.exactOptional(),
  }),
});
export type HeadingState = z.infer<typeof headingState>;

/** Something that the consistency check finds in a text, and that somebody has found right. */
const acceptedFinding = z.strictObject({
  kind: z.enum(textKinds),
  id,
  language,
  code: z.string().max(100),
  detail: z.string().max(2_000),
});
export type AcceptedFinding = z.infer<typeof acceptedFinding>;

/**
 * The public record format, version 1: one meeting with its group and with every person and organisation that is
 * referred to, directly or through an affiliation or relation. JSON, UTF-8. Lists stand in stored order; import and
 * export give the same bytes back.
 */
export const meetingRecord = z.strictObject({
  format: z.literal('trilogue-record'),
  version: z.literal(1),
  meeting,
  attendance: z.array(attendance).max(5_000),
  agenda: z.array(agendaItem).max(1_000),
  entries: z.array(entry).max(20_000),
  agreements: z.array(agreement).max(1_000),
  /** Absent when there is nothing to say, as the next. */
  headingStates: z.array(headingState).max(20_000).exactOptional(),
  acceptedFindings: z.array(acceptedFinding).max(100_000).exactOptional(),
  followUp: recordFollowUp.exactOptional(),
  group: group.nullable(),
  people: z.array(person).max(5_000),
  organizations: z.array(organization).max(5_000),
});
export type MeetingRecord = z.infer<typeof meetingRecord>;

/** Largest accepted record file, in bytes. */
export const maxRecordBytes = 50 * 1024 * 1024;

/** What an import would do; `kept` counts records that are in the register already, differ, and stay as they are. */
export const importPreview = z.object({
  meeting: z.object({ id, title: localizedLine, date: z.string() }),
  /** `same`: this very record is here already, nothing to do. */
  outcome: z.enum(['new', 'same']),
  people: z.object({ created: z.number(), same: z.number(), kept: z.number() }),
  organizations: z.object({ created: z.number(), same: z.number(), kept: z.number() }),
  group: z.enum(['none', 'created', 'same', 'kept']),
  entries: z.number(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const recordsContract = {
  export: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound }),
  preview: oc
    .input(z.strictObject({ file: z.file() }))
    .output(importPreview)
    .errors({ RECORD_REFUSED: recordRefused }),
  /** All or nothing, one change set. */
  import: oc
    .input(z.strictObject({ file: z.file() }))
    .output(importPreview)
    .errors({ RECORD_REFUSED: recordRefused }),
  /** Loads the sample meetings that are not here yet; answers how many were added. */
  loadSample: oc.output(z.object({ added: z.number() })),
};
