import type { Organization } from '#shared/contract/organizations.ts';
import { emptyText } from '#shared/domain/language.ts';

export function emptyOrganization(id: string): Organization {
  return {
    id,
    name: emptyText(),
    abbreviation: emptyText(),
    aliases: [],
    kind: 'other',
    country: '',
    city: emptyText(),
    note: '',
    relations: [],
  };
}
