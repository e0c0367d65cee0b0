import type { Organization } from '#shared/contract/organizations.ts';
import { languages, type LocalizedText } from '#shared/domain/language.ts';
import { emptyOrganization } from '#shared/domain/empty-records.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import {
  compareOrganizations,
  noFacts,
  type OrganizationEntry,
  organizationsNearby,
  readOrganizationNames,
} from '../duplicates/index.ts';
import { insertOrganization, loadOrganizations } from '../organizations/index.ts';
import { Likenesses } from './likenesses.ts';

export const organizationLikenesses = (connection: Connection): Likenesses<OrganizationEntry> =>
  new Likenesses(organizationsNearby(connection), compareOrganizations);

export const toOrganizationEntry = ({ id, name, abbreviation, aliases }: Organization): OrganizationEntry => ({
  id,
  ...readOrganizationNames(
    name,
    abbreviation,
    aliases.map(({ text }) => text),
  ),
  facts: noFacts,
});

/** Finds the organisations that the rows of a file name, and makes those that are not here yet. */
export class OrganizationFinder {
  readonly #byName = new Map<string, string>();
  /** Names as the rows have them: most rows name an organisation as one before did. */
  readonly #found = new Map<string, string>();
  /** Names that nothing here goes by. */
  readonly #missing = new Set<string>();
  readonly #likenesses: Likenesses<OrganizationEntry>;
  readonly #created = new Map<string, Organization>();
  readonly #newId: () => string;

  constructor(connection: Connection, newId: () => string) {
    this.#newId = newId;
    this.#likenesses = organizationLikenesses(connection);
    for (const { id, name, abbreviation, aliases } of loadOrganizations(connection)) {
      const texts = [...Object.values(name), ...Object.values(abbreviation), ...aliases.map(({ text }) => text)];
      for (const text of texts) this.#remember(text, id);
    }
  }

  /** The id of the organisation of these names: known under one of them, beyond doubt the same, or new. Null without a name. */
  async find(names: LocalizedText): Promise<string | null> {
    const given = textsOf(names);
    if (given.length === 0) return null;
    const found = this.#found.get(given.join('\n'));
    if (found !== undefined) return found;
    const id = (await this.findKnown(names)) ?? this.#create(names);
    this.#found.set(given.join('\n'), id);
    for (const text of given) this.#remember(text, id);
    // A later row may name a new organisation in one more language.
    const created = this.#created.get(id);
    if (created !== undefined) for (const language of languages) created.name[language] ||= names[language];
    return id;
  }

  /** As {@link find}, but makes none: null for an organisation that is not here. */
  async findKnown(names: LocalizedText): Promise<string | null> {
    const given = textsOf(names);
    if (given.length === 0) return null;
    const key = given.join('\n');
    const found = this.#found.get(key);
    if (found !== undefined) return found;
    if (this.#missing.has(key)) return null;
    const known = given.map((text) => this.#byName.get(foldName(text))).find((id) => id !== undefined);
    const id = known ?? (await this.#findAlike(names));
    if (id === null) this.#missing.add(key);
    else this.#found.set(key, id);
    return id;
  }

  /** New organisations among the given ids. */
  created(ids: ReadonlySet<string>): Organization[] {
    return [...this.#created.values()].filter(({ id }) => ids.has(id));
  }

  insert(write: Write, ids: ReadonlySet<string>): void {
    for (const organization of this.created(ids)) insertOrganization(write, organization);
  }

  async #findAlike(names: LocalizedText): Promise<string | null> {
    const found = await this.#likenesses.find(toOrganizationEntry({ ...emptyOrganization(''), name: names }));
    return found?.match.verdict === 'same' ? found.id : null;
  }

  #create(names: LocalizedText): string {
    const organization = { ...emptyOrganization(this.#newId()), name: { ...names } };
    this.#created.set(organization.id, organization);
    this.#missing.clear();
    this.#likenesses.add(toOrganizationEntry(organization));
    return organization.id;
  }

  #remember(text: string, id: string): void {
    const folded = foldName(text);
    if (folded !== '' && !this.#byName.has(folded)) this.#byName.set(folded, id);
  }
}

const textsOf = (names: LocalizedText): string[] =>
  languages.map((language) => names[language]).filter((text) => text !== '');

const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
