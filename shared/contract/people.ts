import { oc } from '@orpc/contract';
import { z } from 'zod';
import { country, id, line, listOf, localizedLine, optionalDate, text } from './fields.ts';
import { inUse, notFound } from './errors.ts';

export const nameSources = ['entered', 'passport', 'generated'] as const;

/** A name in one script, split; all parts may be empty. `sortKey` is editable and decides the order in that script. */
export const personName = z.strictObject({
  family: line,
  given: line,
  patronymic: line,
  display: line,
  source: z.enum(nameSources),
  sortKey: line,
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
  aliases: listOf(z.strictObject({ id, text: line })),
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

/** A row of the contacts list: composed names per language and the newest affiliation. */
export const personListItem = z.object({
  id,
  name: localizedLine,
  sortKey: localizedLine,
  position: localizedLine,
  organizationId: id.nullable(),
  organization: localizedLine,
  country,
  email: line,
});
export type PersonListItem = z.infer<typeof personListItem>;

export const peopleContract = {
  list: oc.output(z.array(personListItem)),
  get: oc.input(z.strictObject({ id })).output(person).errors({ NOT_FOUND: notFound }),
  create: oc.input(person).output(z.object({ id })),
  /** Patch of whole top-level fields; lists are replaced by id. */
  update: oc.input(person.partial().extend({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, IN_USE: inUse }),
};
