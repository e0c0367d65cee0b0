import { oc } from '@orpc/contract';
import { z } from 'zod';
import { country, id, line, listOf, localizedLine, localizedText, nameLine, optionalDate, text } from './fields.ts';
import { nameSchemes } from '../domain/name-match.ts';
import { agreementKinds } from './agreements.ts';
import { attendanceRoles, presences } from './attendance.ts';
import { backup } from './backups.ts';
import { actionStatuses, entryKinds } from './entries.ts';
import { inUse, notFound } from './errors.ts';

export const nameSources = ['entered', 'passport', 'generated'] as const;

/** A name in one script, split; all parts may be empty. `sortKey` is editable and decides the order in that script. */
export const personName = z.strictObject({
  family: nameLine,
  given: nameLine,
  patronymic: nameLine,
  display: nameLine,
  source: z.enum(nameSources),
  /** The system of spelling; absent when it is not known. */
  scheme: z.enum(nameSchemes).exactOptional(),
  sortKey: nameLine,
});

export const affiliation = z.strictObject({
  id,
  organizationId: id,
  position: localizedLine,
  from: optionalDate,
  to: optionalDate,
});

/** A person of the register. What {@link peopleContract} saves and what a record file carries. */
export const person = z.strictObject({
  id,
  names: z.strictObject({ latin: personName, cyrillic: personName, han: personName }),
  aliases: listOf(z.strictObject({ id, text: nameLine })),
  gender: z.enum(['', 'f', 'm']),
  title: localizedLine,
  country,
  email: line,
  phone: line,
  messenger: line,
  languages: line,
  note: text,
  affiliations: listOf(affiliation),
});
export type Person = z.infer<typeof person>;
export type PersonName = z.infer<typeof personName>;
export type Affiliation = z.infer<typeof affiliation>;

/** As stored: the transforms of the fields above would clean 20,000 clean rows once more, 280 ms instead of 60 (measured). */
const storedText = z.object({ en: z.string(), ru: z.string(), zh: z.string() });

/** A row of the contacts list: composed names per language and the newest affiliation. */
export const personListItem = z.object({
  id: z.string(),
  name: storedText,
  sortKey: storedText,
  position: storedText,
  organizationId: z.string().nullable(),
  organization: storedText,
  country: z.string(),
  email: z.string(),
  /** Spellings under which the name is found in the list: aliases, other scripts and romanisations, folded, joined by spaces. */
  keys: z.string(),
});
export type PersonListItem = z.infer<typeof personListItem>;

/** What a person did, from the meetings kept here; newest first. Texts in their own languages. */
export const personRelated = z.object({
  meetings: z.array(
    z.object({
      meetingId: id,
      title: localizedLine,
      date: z.string(),
      roles: z.array(z.enum(attendanceRoles)),
      presence: z.enum(presences),
      position: localizedLine,
      organization: localizedLine,
    }),
  ),
  /** Entries with this person as the speaker, at most 200. */
  speeches: z.array(
    z.object({
      entryId: id,
      meetingId: id,
      kind: z.enum(entryKinds),
      title: localizedLine,
      date: z.string(),
      text: localizedText,
    }),
  ),
  actions: z.array(
    z.object({
      entryId: id,
      meetingId: id,
      text: localizedText,
      due: z.string().nullable(),
      status: z.enum(actionStatuses),
    }),
  ),
  signatures: z.array(
    z.object({
      agreementId: id,
      /** null: signed outside every meeting. */
      meetingId: id.nullable(),
      title: localizedLine,
      kind: z.enum(agreementKinds),
      signedOn: z.string().nullable(),
    }),
  ),
  groups: z.array(z.object({ groupId: id, name: localizedLine, role: z.string() })),
});
export type PersonRelated = z.infer<typeof personRelated>;

/**
 * Why a person cannot be erased yet. `attends`, `owns`, `mentioned`: in minutes that are not agreed; `amending`: in the
 * agreed text of minutes that are being amended; `assigned`: an action is to be done by this person now; `unlisted`:
 * agreed minutes give an action to this person without a participant of that name, so that they would lose it.
 */
export const eraseBlocks = ['attends', 'owns', 'mentioned', 'amending', 'assigned', 'unlisted'] as const;
export type EraseBlock = (typeof eraseBlocks)[number];

/**
 * Where the name stays. `agreed_minutes`, `signed_document`, `sent_letter`, `kept_version`, `handed_out`: as they were
 * agreed, signed, sent, kept, handed out. `text`: in words that somebody wrote; whoever wants them changed has to do it.
 */
export const eraseRemains = [
  'agreed_minutes',
  'signed_document',
  'sent_letter',
  'kept_version',
  'handed_out',
  'text',
] as const;
export type EraseRemain = (typeof eraseRemains)[number];

export const erasePreview = z.object({
  /** Empty: it can be done. */
  blocks: z.array(
    z.object({ reason: z.enum(eraseBlocks), meetingId: z.string(), title: storedText, date: z.string() }),
  ),
  /** What goes besides the record itself. */
  goes: z.object({ memberships: z.number(), reports: z.number(), letters: z.number() }),
  stays: z.array(
    z.object({
      kind: z.enum(eraseRemains),
      /** How many rows, letters, files; `first` are the places of some of them. */
      count: z.number(),
      first: z
        .array(z.object({ meetingId: z.string().nullable(), agreementId: z.string().nullable(), title: storedText }))
        .max(20),
    }),
  ),
  /** Backups that may hold the name; they are removed by {@link backupsContract.remove}. */
  backups: z.array(backup),
});
export type ErasePreview = z.infer<typeof erasePreview>;

/** Nothing was changed; `blocks` counts the reasons that {@link peopleContract.erasePreview} names. */
export const eraseRefused = { status: 409, data: z.object({ blocks: z.number() }) };

export const peopleContract = {
  list: oc.output(z.array(personListItem)),
  get: oc.input(z.strictObject({ id })).output(person).errors({ NOT_FOUND: notFound }),
  related: oc.input(z.strictObject({ id })).output(personRelated).errors({ NOT_FOUND: notFound }),
  create: oc.input(person).output(z.object({ id })),
  /** Patch of whole top-level fields; lists are replaced by id. */
  update: oc.input(person.partial().extend({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, IN_USE: inUse }),
  /** Reads the whole data file; changes nothing. */
  erasePreview: oc.input(z.strictObject({ id })).output(erasePreview).errors({ NOT_FOUND: notFound }),
  /**
   * For good: also from the change log, the search index and the journal of the file. It cannot be undone; what was
   * done before it can, as far as it was about others.
   */
  erase: oc
    .input(z.strictObject({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, ERASE_REFUSED: eraseRefused }),
};
