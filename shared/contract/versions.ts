import { oc } from '@orpc/contract';
import { z } from 'zod';
import { attachment, contentDamaged } from './attachments.ts';
import { documentFailed, notFound, wrongStage } from './errors.ts';
import { date, id, language, line, text } from './fields.ts';

/** How a side said that it agrees. */
export const agreementManners = ['signature', 'letter', 'email', 'messenger', 'spoken'] as const;

export const sideAgreement = z.object({
  id,
  versionId: id,
  /** null: a meeting without sides, for which its chair agrees. */
  sideId: id.nullable(),
  agreedOn: date,
  byAttendanceId: id.nullable(),
  byName: z.string(),
  manner: z.enum(agreementManners),
  note: z.string(),
});
export type SideAgreement = z.infer<typeof sideAgreement>;

/** The text of the minutes as it stood at one moment. */
export const version = z.object({
  id,
  meetingId: id,
  number: z.number(),
  atMs: z.number(),
  /** Why the text was fixed; `import`: agreed minutes that came from elsewhere. */
  purpose: z.enum(['circulation', 'signature', 'import']),
  reason: z.string(),
  /** Of the content (shared/domain/versions/content.ts) as canonical JSON. */
  contentSha256: z.string(),
  agreedAtMs: z.number().nullable(),
  /** Record file always; PDF and DOCX in each language from the moment it is agreed. */
  files: z.array(attachment),
  agreements: z.array(sideAgreement),
});
export type Version = z.infer<typeof version>;

export const amendment = z.object({
  id,
  baseVersionId: id.nullable(),
  reason: z.string(),
  openedAtMs: z.number(),
  closedAtMs: z.number().nullable(),
  versionId: id.nullable(),
});
export type Amendment = z.infer<typeof amendment>;

/** Something kept is not as it was left: said loudly, nothing is mended in silence. */
export const damage = z.object({
  /** 0: a file that belongs to no version. */
  versionNumber: z.number(),
  /** `file`: its bytes do not match its hash; `content`: locked minutes in the database differ from the version. */
  kind: z.enum(['file', 'missing', 'content']),
  name: z.string(),
});
export type Damage = z.infer<typeof damage>;

export const agreeingState = z.object({
  /** Oldest first. */
  versions: z.array(version),
  amendments: z.array(amendment),
  /** The newest version has the text that stands in the minutes now. */
  isCurrent: z.boolean(),
  openComments: z.number(),
  /** Sides that must agree; a single null where the meeting has none. */
  sideIds: z.array(id.nullable()),
});
export type AgreeingState = z.infer<typeof agreeingState>;

/** Comments are open: each is accepted or declined first. */
export const commentsOpen = { status: 409, data: z.object({ count: z.number() }) };
/** The minutes were changed since the version was kept: a new version is needed. */
export const textChanged = { status: 409 };
/** Nobody took part for this side, so nobody can agree for it. */
export const sideEmpty = { status: 422, data: z.object({ sideIds: z.array(id) }) };
/** No row, or no agenda item. */
export const minutesEmpty = { status: 422 };
/** An amendment needs a reason. */
export const amendmentReason = { status: 422 };

/** A run of words: in both texts, or in one of them. */
export const diffPart = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type DiffPart = z.infer<typeof diffPart>;

/**
 * One line of a comparison: an entry, an agenda item, a participant or a field of the meeting, as it stood in both.
 * `before` or `after` null: it was not there. `number`: «3.1» and the like, empty where there is none.
 */
export const comparedRow = z.object({
  part: z.enum(['meeting', 'participants', 'agenda', 'entries', 'agreements']),
  id: z.string(),
  /** For `meeting`: the name of the field; for `entries`: the kind; else empty. */
  what: z.string(),
  change: z.enum(['same', 'changed', 'moved', 'added', 'removed']),
  before: z.object({ number: z.string(), text: z.string(), language }).nullable(),
  after: z.object({ number: z.string(), text: z.string(), language }).nullable(),
  /** Of the texts, for `changed`; else empty. */
  diff: z.array(diffPart),
});
export type ComparedRow = z.infer<typeof comparedRow>;

export const versionsContract = {
  state: oc
    .input(z.strictObject({ meetingId: id }))
    .output(agreeingState)
    .errors({ NOT_FOUND: notFound }),
  /** Keeps the text as it stands for signature; answers the newest version if that already has this text. */
  keep: oc
    .input(z.strictObject({ meetingId: id, reason: text }))
    .output(z.object({ versionId: id }))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage, MINUTES_EMPTY: minutesEmpty }),
  /**
   * Notes that a side agrees to the newest version. With the last side the minutes become agreed: PDF and DOCX of all
   * languages are made and kept with the record file, and the text is locked. All or nothing.
   */
  agree: oc
    .input(
      z.strictObject({
        id,
        meetingId: id,
        versionId: id,
        sideId: id.nullable(),
        agreedOn: date,
        byAttendanceId: id.nullable(),
        byName: line,
        manner: z.enum(agreementManners),
        note: text,
      }),
    )
    .output(z.object({ isAgreed: z.boolean() }))
    .errors({
      NOT_FOUND: notFound,
      WRONG_STAGE: wrongStage,
      COMMENTS_OPEN: commentsOpen,
      TEXT_CHANGED: textChanged,
      SIDE_EMPTY: sideEmpty,
      DOCUMENT_FAILED: documentFailed,
    }),
  /** Takes back what a side said, while the minutes are not agreed. */
  withdrawAgreement: oc
    .input(z.strictObject({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage }),
  /**
   * Opens agreed minutes for a change; the agreed version stays as it is. Minutes that were agreed elsewhere are kept
   * as a version first, with PDF and DOCX of all languages.
   */
  amend: oc
    .input(z.strictObject({ id, meetingId: id, reason: text }))
    .output(z.object({ id }))
    .errors({
      NOT_FOUND: notFound,
      WRONG_STAGE: wrongStage,
      REASON_MISSING: amendmentReason,
      DOCUMENT_FAILED: documentFailed,
    }),
  /** Gives the amendment up: the minutes are again, word for word, those of the agreed version. */
  dropAmendment: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.object({}))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage, CONTENT_DAMAGED: contentDamaged }),
  /** null stands for the minutes as they are now. Rows in the order of the newer text, removed ones where they stood. */
  compare: oc
    .input(z.strictObject({ meetingId: id, from: id.nullable(), to: id.nullable(), language }))
    .output(z.object({ rows: z.array(comparedRow), changed: z.number() }))
    .errors({ NOT_FOUND: notFound, CONTENT_DAMAGED: contentDamaged }),
  /** Checks every kept file against its hash, and locked minutes against their version. */
  verify: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(damage))
    .errors({ NOT_FOUND: notFound }),
};
