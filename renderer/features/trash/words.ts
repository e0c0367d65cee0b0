import type { TrashItem, TrashKind } from '#shared/contract/trash.ts';

/* Literal keys, so that the catalogue check sees each of them. */

export const kindKeys = {
  person: 'kinds.person',
  organization: 'kinds.organization',
  working_group: 'kinds.workingGroup',
  meeting: 'kinds.meeting',
  attendance: 'kinds.attendance',
  agenda_item: 'kinds.agendaItem',
  entry: 'kinds.entry',
  agreement: 'kinds.agreement',
  agreement_file: 'kinds.agreementFile',
  attachment: 'kinds.attachment',
  letter: 'kinds.letter',
  comment: 'kinds.comment',
  glossary_concept: 'kinds.glossaryConcept',
  memory_source: 'kinds.memorySource',
  area: 'kinds.area',
} as const satisfies Record<TrashKind, string>;

/** Records that can be a part of another one, with their number. */
export const partKeys = {
  attendance: 'parts.attendance',
  agenda_item: 'parts.agendaItem',
  entry: 'parts.entry',
  agreement: 'parts.agreement',
  agreement_file: 'parts.agreementFile',
  attachment: 'parts.attachment',
  letter: 'parts.letter',
  comment: 'parts.comment',
} as const satisfies Partial<Record<TrashKind, string>>;

export const isPartKind = (kind: TrashKind): kind is keyof typeof partKeys => Object.hasOwn(partKeys, kind);

export const keyOf = ({ kind, id }: Pick<TrashItem, 'kind' | 'id'>): string => `${kind}/${id}`;
