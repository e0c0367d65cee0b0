import type { Organization } from '#shared/contract/organizations.ts';
import { chooseText } from '#shared/domain/language.ts';
import { emptyOrganization } from '#shared/domain/empty-records.ts';
import type { RegisterRow } from '../../exchange/register-row.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { OrganizationEntry } from '../duplicates/index.ts';
import { insertOrganization, loadOrganizations, updateOrganization } from '../organizations/index.ts';
import type { Likenesses } from './likenesses.ts';
import { organizationLikenesses, toOrganizationEntry } from './organization-finder.ts';
import { applyOrganization, isNamed } from './organization-values.ts';
import type { Applied, Likeness, Register } from './register.ts';

/** The organisations of the register and, as the plan goes on, those of the file. */
export class OrganizationsRegister implements Register<Organization> {
  readonly stored: Map<string, Organization>;
  readonly #likenesses: Likenesses<OrganizationEntry>;
  readonly #newId: () => string;
  readonly #rows = new Map<string, Organization>();
  readonly #withOwnId = new Set<string>();

  constructor(connection: Connection, newId: () => string) {
    this.stored = new Map(loadOrganizations(connection).map((organization) => [organization.id, organization]));
    this.#likenesses = organizationLikenesses(connection);
    this.#newId = newId;
  }

  prepare(): Promise<void> {
    return this.#likenesses.prepare();
  }

  forgetRows(): void {
    this.#likenesses.forgetAdded();
    this.#rows.clear();
    this.#withOwnId.clear();
  }

  apply(base: Organization | null, id: string, row: RegisterRow): Promise<Applied<Organization>> {
    const { organization, changes } = applyOrganization(base ?? emptyOrganization(id), row.values, this.#newId);
    return Promise.resolve({ record: organization, changes });
  }

  isNamed(organization: Organization): boolean {
    return isNamed(organization);
  }

  label({ name, abbreviation }: Organization): string {
    return chooseText(name, 'en').text || chooseText(abbreviation, 'en').text;
  }

  /** Names alone leave room for doubt. */
  findCertain(): null {
    return null;
  }

  async findAlike(organization: Organization, hasOwnId: boolean): Promise<Likeness<Organization> | null> {
    const entry = toOrganizationEntry(organization);
    const found = await this.#likenesses.find(entry, (id) => hasOwnId && this.#withOwnId.has(id));
    if (found === null) return null;
    const record = this.stored.get(found.id) ?? this.#rows.get(found.id);
    return record === undefined ? null : { record, match: found.match };
  }

  add(organization: Organization, hasOwnId: boolean): void {
    this.#likenesses.add(toOrganizationEntry(organization));
    this.#rows.set(organization.id, organization);
    if (hasOwnId) this.#withOwnId.add(organization.id);
  }

  newOrganizations(): string[] {
    return [];
  }

  insert(write: Write, organization: Organization): void {
    insertOrganization(write, organization);
  }

  update(write: Write, stored: Organization, next: Organization): void {
    updateOrganization(write, stored, next);
  }

  insertReferenced(): void {
    // An organisation of a file refers to nothing.
  }
}
