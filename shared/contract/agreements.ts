import { oc } from '@orpc/contract';
import { z } from 'zod';
import { attachmentEmpty, attachmentTooLarge, contentDamaged } from './attachments.ts';
import { locked, notFound } from './errors.ts';
import { date, id, language, line, listOf, localizedLine, optionalDate, orderKey, text } from './fields.ts';
import {
  area,
  historyLine,
  meetingReference,
  pageInput,
  recordReference,
  registerPage,
  reportInput,
} from './follow-up.ts';

export const agreementKinds = [
  'memorandum',
  'agreement',
  'minutes_of_talks',
  'programme',
  'certificate',
  'other',
] as const;

/** A party is an organisation of the register, or, where a report does not name it, a description. */
export const agreementParty = z.strictObject({ id, organizationId: id.nullable(), description: localizedLine });

/**
 * Who signed. With an `attendanceId` name, office and organisation are those of the attendance; without one they stand
 * here, as of the signing, and stay when the person is deleted. What is absent is null or empty.
 */
export const agreementSignatory = z.strictObject({
  id,
  attendanceId: id.nullable(),
  personId: id.exactOptional(),
  /** The party for which they signed. */
  partyId: id.exactOptional(),
  name: localizedLine.exactOptional(),
  position: localizedLine.exactOptional(),
});
export type AgreementSignatory = z.infer<typeof agreementSignatory>;

/**
 * A signed document, as far as the minutes of its meeting tell of it; `meetingId` null: signed outside every meeting
 * that is known here. `several` marks a plural whose number the source does not give.
 */
export const agreement = z.strictObject({
  id,
  meetingId: id.nullable(),
  kind: z.enum(agreementKinds),
  title: localizedLine,
  signedOn: date.nullable(),
  several: z.boolean(),
  parties: listOf(agreementParty),
  /** Absent when nobody is named. */
  signatories: listOf(agreementSignatory).exactOptional(),
  orderKey,
});
export type Agreement = z.infer<typeof agreement>;
export type AgreementParty = z.infer<typeof agreementParty>;

export const textStandings = ['authentic', 'working', 'translation'] as const;
export const renewalKinds = ['none', 'automatic', 'by_agreement'] as const;

/** What the register keeps besides; it may be changed after the minutes are agreed. */
export const agreementTerms = z.strictObject({
  number: line,
  place: localizedLine,
  /** What each text is; a language without an entry has none. */
  languages: z.array(z.strictObject({ language, standing: z.enum(textStandings) })).max(3),
  /** Which text counts, as the document says. */
  authenticity: z.enum(['unsaid', 'equal', 'prevails', 'sole']),
  authenticLanguage: language.nullable(),
  /** The signed copies, and in which order the parties (ids) sign each. */
  copies: listOf(
    z.strictObject({
      id,
      keeperPartyId: id.nullable(),
      languages: z.array(language).max(3),
      signingOrder: z.array(id),
    }),
  ),
  validFrom: optionalDate,
  /** Last day as first agreed; null: without an end. */
  validTo: optionalDate,
  renewal: z.enum(renewalKinds),
  /** With `automatic`: by how many months at a time. */
  renewalMonths: z.number().int().min(1).max(1_200).nullable(),
  /** How many days before its end to remind; null: never. */
  noticeDays: z.number().int().min(0).max(3_650).nullable(),
  note: text,
});
export type AgreementTerms = z.infer<typeof agreementTerms>;

export const agreementFileKinds = ['scan', 'text', 'annex'] as const;
export const agreementFile = z.object({
  id,
  agreementId: id,
  kind: z.enum(agreementFileKinds),
  language: language.nullable(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  /** Of the content, lower-case hex. */
  sha256: z.string(),
  addedAtMs: z.number(),
});
export type AgreementFile = z.infer<typeof agreementFile>;

/** How an agreement stands on a day (shared/domain/agreement-standing.ts). */
export const agreementStandings = ['not_yet', 'in_force', 'expiring', 'expired', 'terminated', 'replaced'] as const;
export type AgreementStanding = (typeof agreementStandings)[number];

export const agreementListItem = z.object({
  agreementId: id,
  kind: z.enum(agreementKinds),
  number: z.string(),
  title: localizedLine,
  several: z.boolean(),
  parties: z.array(z.object({ id, organizationId: id.nullable(), name: localizedLine })),
  signedOn: optionalDate,
  place: localizedLine,
  standing: z.enum(agreementStandings),
  validFrom: optionalDate,
  /** Last day with all renewals; null: without an end. */
  validTo: optionalDate,
  /** The day from which it is «expiring»; null: no end, or no reminder wanted. */
  noticeOn: optionalDate,
  files: z.number(),
  areas: z.array(area),
  meeting: meetingReference.nullable(),
});
export type AgreementListItem = z.infer<typeof agreementListItem>;

/** A signatory with everything resolved; `hasLeftRegister`: the person was deleted after signing. */
export const signatoryLine = z.object({
  id,
  personId: id.nullable(),
  partyId: id.nullable(),
  name: localizedLine,
  position: localizedLine,
  organization: localizedLine,
  hasLeftRegister: z.boolean(),
});

export const agreementDetail = agreementListItem.extend({
  agreement,
  terms: agreementTerms,
  state: z.enum(['standing', 'terminated', 'replaced']),
  stateOn: optionalDate,
  replacedBy: recordReference.nullable(),
  replaces: z.array(recordReference),
  signatories: z.array(signatoryLine),
  renewals: z.array(z.object({ id, renewedOn: date, validTo: optionalDate, note: z.string() })),
  fileList: z.array(agreementFile),
  linked: z.array(recordReference),
  /** Groups that were founded by it. */
  founded: z.array(z.object({ groupId: id, name: localizedLine })),
  history: z.array(historyLine),
  /** The minutes of its meeting are agreed: kind, title, date, parties and signatories stay as they are. */
  isLocked: z.boolean(),
});
export type AgreementDetail = z.infer<typeof agreementDetail>;

export const agreementGroupings = ['standing', 'kind', 'partner', 'year', 'meeting'] as const;
export const agreementHead = z.discriminatedUnion('by', [
  z.object({ by: z.literal('standing'), standing: z.enum(agreementStandings) }),
  z.object({ by: z.literal('kind'), kind: z.enum(agreementKinds) }),
  z.object({ by: z.literal('partner'), organizationId: id.nullable(), name: localizedLine }),
  z.object({ by: z.literal('year'), year: z.string() }),
  z.object({ by: z.literal('meeting'), meeting: meetingReference.nullable() }),
]);

const found = { NOT_FOUND: notFound };
const written = { NOT_FOUND: notFound, LOCKED: locked };

export const agreementsContract = {
  add: oc.input(agreement).output(z.object({ id })).errors(written),
  update: oc.input(agreement.partial().extend({ id })).output(z.object({ id })).errors(written),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors(written),

  list: oc
    .input(
      z.strictObject({
        ...pageInput,
        standings: z.array(z.enum(agreementStandings)).max(6).default([]),
        kinds: z.array(z.enum(agreementKinds)).max(6).default([]),
        organizationId: id.nullable().default(null),
        areaId: id.nullable().default(null),
        groupId: id.nullable().default(null),
        /** Only those that end within so many days from today (or have ended). */
        expiringDays: z.number().int().min(0).max(36_500).nullable().default(null),
        grouping: z.enum(agreementGroupings).default('year'),
        isDescending: z.boolean().default(true),
      }),
    )
    .output(registerPage(agreementListItem, agreementHead)),
  get: oc
    .input(z.strictObject({ id, today: date }))
    .output(agreementDetail)
    .errors(found),
  saveTerms: oc.input(agreementTerms.partial().extend({ id })).output(z.object({ id })).errors(found),
  /**
   * Keeps it in force until a later day, or without an end. RENEWAL_TOO_EARLY when that day is not after the present
   * last one.
   */
  renew: oc
    .input(z.strictObject({ id, agreementId: id, validTo: optionalDate, ...reportInput }))
    .output(z.object({ id }))
    .errors({ ...found, RENEWAL_TOO_EARLY: { status: 422, data: z.object({ validTo: date }) } }),
  /** Takes it out of force, or back into it (`standing`). `replacedById` with `replaced` only. */
  setState: oc
    .input(
      z.strictObject({
        agreementId: id,
        state: z.enum(['standing', 'terminated', 'replaced']),
        replacedById: id.nullable(),
        ...reportInput,
      }),
    )
    .output(z.object({}))
    .errors({
      ...found,
      /** `chain`: agreements that would in the end take the place of themselves. */
      AGREEMENT_CYCLE: { status: 422, data: z.object({ chain: z.array(localizedLine) }) },
    }),

  addFile: oc
    .input(
      z.strictObject({
        id,
        agreementId: id,
        kind: z.enum(agreementFileKinds),
        language: language.nullable(),
        file: z.file(),
      }),
    )
    .output(agreementFile)
    .errors({ ...found, ATTACHMENT_TOO_LARGE: attachmentTooLarge, ATTACHMENT_EMPTY: attachmentEmpty }),
  updateFile: oc
    .input(
      z.strictObject({
        id,
        name: line.exactOptional(),
        kind: z.enum(agreementFileKinds).exactOptional(),
        language: language.nullable().exactOptional(),
      }),
    )
    .output(agreementFile)
    .errors(found),
  /** Undo brings it back. */
  removeFile: oc.input(z.strictObject({ id })).output(z.object({ id })).errors(found),
  /** The content, after its hash was checked. */
  downloadFile: oc
    .input(z.strictObject({ id }))
    .output(z.file())
    .errors({ ...found, CONTENT_DAMAGED: contentDamaged }),
  /** Reads every file of an agreement and compares it with its hash. */
  verifyFiles: oc
    .input(z.strictObject({ agreementId: id }))
    .output(z.array(z.object({ id, state: z.enum(['sound', 'changed', 'missing']) })))
    .errors(found),
};
