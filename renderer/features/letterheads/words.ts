import type { Placeholder, TemplateProblem } from '#shared/contract/letterheads.ts';

/** Literal keys for every code of the contract, so that the catalogue check sees each of them. */
export const placeholderKeys = {
  body: 'placeholder.body',
  organization: 'placeholder.organization',
  address: 'placeholder.address',
  phone: 'placeholder.phone',
  email: 'placeholder.email',
  website: 'placeholder.website',
  title: 'placeholder.title',
  number: 'placeholder.number',
  date: 'placeholder.date',
  place: 'placeholder.place',
} as const satisfies Record<Placeholder, string>;

export const problemKeys = {
  'not-a-docx': 'problem.notADocx',
  'too-large': 'problem.tooLarge',
  macros: 'problem.macros',
  'external-link': 'problem.externalLink',
  'embedded-object': 'problem.embeddedObject',
  dde: 'problem.dde',
  doctype: 'problem.doctype',
  'placeholder-missing': 'problem.placeholderMissing',
  'placeholder-unknown': 'problem.placeholderUnknown',
  'placeholder-twice': 'problem.placeholderTwice',
  'placeholder-split': 'problem.placeholderSplit',
} as const satisfies Record<TemplateProblem['code'], string>;

/** As it stands in the file: `{{body}}`. */
export const writePlaceholder = (name: string): string => `{{${name.replace(/[{}\s]/gu, '')}}}`;
