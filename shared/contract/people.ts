import { oc } from '@orpc/contract';
import { z } from 'zod';
import { country, id, line, listOf, localizedLine, localizedText, nameLine, optionalDate, text } from './fields.ts';
import { nameSchemes } from '../domain/name-match.ts';
import { agreementKinds } from './agreements.ts';
import { attendanceRoles, presences } from './attendance.ts';
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

export const peopleContract = {
  list: oc.output(z.array(personListItem)),
  get: oc.input(z.strictObject({ id })).output(person).errors({ NOT_FOUND: notFound }),
  related: oc.input(z.strictObject({ id })).output(personRelated).errors({ NOT_FOUND: notFound }),
  create: oc.input(person).output(z.object({ id })),
  /** Patch of whole top-level fields; lists are replaced by id. */
  update: oc.input(person.partial().extend({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, IN_USE: inUse }),
};
