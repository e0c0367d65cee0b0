import type { Organization } from '#shared/contract/organizations.ts';
import { languages, type LocalizedText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { insertOrganization, loadOrganizations } from '../organizations/index.ts';
import { OrganizationIndex } from './organization-likeness.ts';
import { emptyOrganization } from './organization-values.ts';

/** Finds the organisations that the rows of a person file name, and makes those that are not here yet. */
export class OrganizationFinder {
  readonly #index = new OrganizationIndex();
  readonly #created = new Map<string, Organization>();
  readonly #found = new Map<string, string>();
  readonly #newId: () => string;

  constructor(connection: Connection, newId: () => string) {
    this.#newId = newId;
    for (const organization of loadOrganizations(connection)) this.#index.add(organization, true);
  }

  /** The id of the organisation of these names: known under one of them, beyond doubt the same, or new. Null without a name. */
  find(names: LocalizedText): string | null {
    if (languages.every((language) => names[language] === '')) return null;
    const key = languages.map((language) => names[language]).join('\n');
    let id = this.#found.get(key);
    if (id === undefined) {
      id = this.#findKnown(names)?.id ?? this.#create(names);
      this.#found.set(key, id);
      this.#complete(id, names);
    }
    return id;
  }

  /** New organisations among the given ids. */
  created(ids: ReadonlySet<string>): Organization[] {
    return [...this.#created.values()].filter(({ id }) => ids.has(id));
  }

  insert(write: Write, ids: ReadonlySet<string>): void {
    for (const organization of this.created(ids)) insertOrganization(write, organization);
  }

  #findKnown(names: LocalizedText): Organization | null {
    for (const language of languages) {
      const exact = names[language] === '' ? null : this.#index.findExact(names[language]);
      if (exact !== null) return exact;
    }
    const alike = this.#index.findAlike({ ...emptyOrganization(''), name: names }, () => true);
    return alike?.match.verdict === 'same' ? alike.record : null;
  }

  #create(names: LocalizedText): string {
    const organization = { ...emptyOrganization(this.#newId()), name: { ...names } };
    this.#created.set(organization.id, organization);
    this.#index.add(organization, false);
    return organization.id;
  }

  /** A later row may name a new organisation in one more language. */
  #complete(id: string, names: LocalizedText): void {
    const organization = this.#created.get(id);
    if (organization === undefined) return;
    for (const language of languages) organization.name[language] ||= names[language];
    this.#index.add(organization, false);
  }
}
