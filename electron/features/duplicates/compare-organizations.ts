import type { LocalizedText } from '#shared/domain/language.ts';
import type { OrganizationMatch } from '#shared/domain/name-match.ts';
import { matchOrganizations, organizationBlockingKeys, type OrganizationNames } from '#shared/domain/names/index.ts';
import type { BlockKeys } from './blocks.ts';
import type { Facts } from './evidence.ts';
import { writtenTexts } from './join-fields.ts';

/** An organisation as the search for duplicates sees one. */
export interface OrganizationEntry {
  id: string;
  names: OrganizationNames;
  keys: BlockKeys;
  facts: Facts;
}

export function readOrganizationNames(
  name: LocalizedText,
  abbreviation: LocalizedText,
  aliases: readonly string[],
): Pick<OrganizationEntry, 'names' | 'keys'> {
  const names = { names: writtenTexts(name), abbreviations: writtenTexts(abbreviation), aliases: [...aliases] };
  const keys = organizationBlockingKeys(names);
  return { names, keys: { own: keys, sought: keys } };
}

/** Undefined when the names are different. */
export function compareOrganizations(a: OrganizationEntry, b: OrganizationEntry): OrganizationMatch | undefined {
  const found = matchOrganizations(a.names, b.names);
  return found.verdict === 'different' ? undefined : found;
}
