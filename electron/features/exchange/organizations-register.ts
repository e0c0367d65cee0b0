import type { Organization } from '#shared/contract/organizations.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { RegisterRow } from '../../exchange/register-row.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { insertOrganization, loadOrganizations, updateOrganization } from '../organizations/index.ts';
import { OrganizationIndex } from './organization-likeness.ts';
import { applyOrganization, emptyOrganization, isNamed } from './organization-values.ts';
import type { Applied, Likeness, Register } from './register.ts';

/** The organisations of the register and, as the plan goes on, those of the file. */
export class OrganizationsRegister implements Register<Organization> {
  readonly stored: Map<string, Organization>;
  readonly #index = new OrganizationIndex();
  readonly #newId: () => string;
  readonly #waiting: Organization[];

  constructor(connection: Connection, newId: () => string) {
    this.stored = new Map(loadOrganizations(connection).map((organization) => [organization.id, organization]));
    this.#newId = newId;
    this.#waiting = [...this.stored.values()];
  }

  prepare(count: number): boolean {
    for (const organization of this.#waiting.splice(-count)) this.#index.add(organization, true);
    return this.#waiting.length > 0;
  }

  apply(base: Organization | null, id: string, row: RegisterRow): Applied<Organization> {
    const { organization, changes } = applyOrganization(base ?? emptyOrganization(id), row.values, this.#newId);
    return { record: organization, changes };
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

  findAlike(organization: Organization, hasOwnId: boolean): Likeness<Organization> | null {
    return this.#index.findAlike(
      organization,
      (other, otherHasId) => this.stored.has(other.id) || !(hasOwnId && otherHasId),
    );
  }

  add(organization: Organization, hasOwnId: boolean): void {
    this.#index.add(organization, hasOwnId);
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
