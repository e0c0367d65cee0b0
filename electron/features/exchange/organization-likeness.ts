import type { Organization } from '#shared/contract/organizations.ts';
import { languages } from '#shared/domain/language.ts';
import { matchOrganizations, organizationBlockingKeys, type OrganizationNames } from '#shared/domain/names/index.ts';
import type { OrganizationMatch } from '#shared/domain/name-match.ts';

interface Known {
  organization: Organization;
  names: OrganizationNames;
  hasOwnId: boolean;
}

/** Organisations by their names: exactly, capitals, quotes and spaces aside, or by likeness. */
export class OrganizationIndex {
  readonly #byName = new Map<string, Organization>();
  readonly #byKey = new Map<string, Known[]>();

  add(organization: Organization, hasOwnId: boolean): void {
    const names = namesOf(organization);
    for (const name of [...names.names, ...names.abbreviations, ...names.aliases]) {
      const folded = foldName(name);
      if (folded !== '' && !this.#byName.has(folded)) this.#byName.set(folded, organization);
    }
    const known = { organization, names, hasOwnId };
    for (const key of new Set(organizationBlockingKeys(names))) {
      const list = this.#byKey.get(key);
      if (list === undefined) this.#byKey.set(key, [known]);
      else list.push(known);
    }
  }

  findExact(name: string): Organization | null {
    return this.#byName.get(foldName(name)) ?? null;
  }

  findAlike(
    organization: Organization,
    isCompared: (other: Organization, hasOwnId: boolean) => boolean,
  ): { record: Organization; match: OrganizationMatch } | null {
    const names = namesOf(organization);
    const candidates = new Set(organizationBlockingKeys(names).flatMap((key) => this.#byKey.get(key) ?? []));
    let best: { record: Organization; match: OrganizationMatch } | null = null;
    for (const known of candidates) {
      if (!isCompared(known.organization, known.hasOwnId)) continue;
      const match = matchOrganizations(names, known.names);
      if (match.verdict === 'different' || (best !== null && best.match.score >= match.score)) continue;
      best = { record: known.organization, match };
    }
    return best;
  }
}

function namesOf({ name, abbreviation, aliases }: Organization): OrganizationNames {
  const filled = (texts: Organization['name']): string[] =>
    languages.map((language) => texts[language]).filter((text) => text !== '');
  return { names: filled(name), abbreviations: filled(abbreviation), aliases: aliases.map(({ text }) => text) };
}

const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
