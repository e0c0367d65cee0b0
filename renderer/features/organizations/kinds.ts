import type { Organization } from '#shared/contract/organizations.ts';

/** Literal keys, so that the catalogue check sees each of them. */
export const kindKeys = {
  government: 'kinds.government',
  institute: 'kinds.institute',
  university: 'kinds.university',
  academy: 'kinds.academy',
  company: 'kinds.company',
  consulate: 'kinds.consulate',
  association: 'kinds.association',
  media: 'kinds.media',
  other: 'kinds.other',
} as const satisfies Record<Organization['kind'], string>;

export const relationKeys = {
  part_of: 'relations.kinds.partOf',
  founder: 'relations.kinds.founder',
  co_founder: 'relations.kinds.coFounder',
  member: 'relations.kinds.member',
  partner: 'relations.kinds.partner',
} as const satisfies Record<Organization['relations'][number]['kind'], string>;

/** The same relations as the other one has them to this. */
export const fromRelationKeys = {
  part_of: 'relations.fromKinds.partOf',
  founder: 'relations.fromKinds.founder',
  co_founder: 'relations.fromKinds.coFounder',
  member: 'relations.fromKinds.member',
  partner: 'relations.fromKinds.partner',
} as const satisfies Record<Organization['relations'][number]['kind'], string>;
