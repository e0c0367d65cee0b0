import type { Attendance } from '#shared/contract/attendance.ts';
import type { Person } from '#shared/contract/people.ts';
import { languages, type LocalizedText, scriptOfLanguage } from '#shared/domain/language.ts';
import { emptyPerson } from '#shared/domain/empty-records.ts';
import { Blocks, comparePeople, noFacts, type PersonEntry, readForms } from '../duplicates/index.ts';

/** A name that more than so many share is compared with none of them. */
const largestBlock = 200;

interface Guest {
  entry: PersonEntry;
  organization: LocalizedText;
  organizationId: string | null;
}

export function entryOf({ id, names, aliases }: Person): PersonEntry {
  const forms = readForms(
    names,
    aliases.map(({ text }) => text),
  );
  return { id, ...forms, facts: noFacts };
}

/** Who stands on the list of a meeting, and who has been found on the lines before. */
export class HereAlready {
  readonly #people = new Set<string>();
  readonly #delegations = new Set<string>();
  readonly #guests = new Crowd();
  readonly #lines = new Crowd();

  constructor(attendance: readonly Attendance[]) {
    for (const { id, personId, organizationId, name, organization } of attendance) {
      if (personId !== null) this.#people.add(personId);
      else if (languages.some((language) => name[language] !== '')) {
        this.#guests.add({ entry: readSnapshot(id, name), organization, organizationId });
      } else for (const key of organizationKeys(organization, organizationId)) this.#delegations.add(key);
    }
  }

  hasPerson(id: string): boolean {
    return this.#people.has(id);
  }

  /** False for somebody who is here already. */
  addPerson(id: string): boolean {
    const isNew = !this.#people.has(id);
    this.#people.add(id);
    return isNew;
  }

  /** Whether the delegation is here; two lines with a number of heads each are two delegations of one organisation. */
  hasDelegation(organization: LocalizedText, organizationId: string | null, headCount: number | null): boolean {
    const keys = organizationKeys(organization, organizationId);
    if (keys.some((key) => this.#delegations.has(key))) return true;
    if (headCount === null) for (const key of keys) this.#delegations.add(key);
    return false;
  }

  /**
   * Whether the line is a guest on the list. Each guest answers for one line only: of two people of one name, both of
   * whom are on the list, neither comes twice.
   */
  takeGuest(entry: PersonEntry, organization: LocalizedText, organizationId: string | null): boolean {
    const found = this.#guests.find(entry, (guest) => !isOtherOrganization(guest, { organization, organizationId }));
    if (found === undefined) return false;
    this.#guests.remove(found);
    return true;
  }

  /** Remembers a line. True when an earlier one has the same name and the same organisation or address. */
  addLine(entry: PersonEntry, organization: LocalizedText, organizationId: string | null): boolean {
    const own = new Set(organizationKeys(organization, organizationId));
    const found = this.#lines.find(
      entry,
      (line) =>
        organizationKeys(line.organization, line.organizationId).some((key) => own.has(key)) ||
        line.entry.facts.emails.some((email) => entry.facts.emails.includes(email)),
    );
    if (found === undefined) this.#lines.add({ entry, organization, organizationId });
    return found !== undefined;
  }
}

/** People to be found by their names. */
class Crowd {
  readonly #blocks = new Blocks(largestBlock);
  readonly #byId = new Map<string, Guest>();

  add(guest: Guest): void {
    this.#blocks.add(guest.entry.id, guest.entry.keys);
    this.#byId.set(guest.entry.id, guest);
  }

  remove({ entry }: Guest): void {
    this.#blocks.remove(entry.id, entry.keys);
    this.#byId.delete(entry.id);
  }

  /** The first of the same name that will do. */
  find(entry: PersonEntry, willDo: (guest: Guest) => boolean): Guest | undefined {
    for (const id of this.#blocks.find(entry.keys)) {
      const guest = this.#byId.get(id);
      if (guest === undefined || !willDo(guest)) continue;
      if (comparePeople(entry, guest.entry)?.verdict === 'same') return guest;
    }
    return undefined;
  }
}

/** The names of a snapshot, each in its script. */
function readSnapshot(id: string, name: LocalizedText): PersonEntry {
  const person = emptyPerson(id);
  for (const language of languages) person.names[scriptOfLanguage[language]].display = name[language];
  return entryOf(person);
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function organizationKeys(organization: LocalizedText, organizationId: string | null): string[] {
  const names = languages.map((language) => fold(organization[language])).filter((name) => name !== '');
  return organizationId === null ? names : [...names, `=${organizationId}`];
}

/** Both name an organisation, and not the same one. */
function isOtherOrganization(
  a: { organization: LocalizedText; organizationId: string | null },
  b: { organization: LocalizedText; organizationId: string | null },
): boolean {
  const [left, right] = [
    organizationKeys(a.organization, a.organizationId),
    organizationKeys(b.organization, b.organizationId),
  ];
  return left.length > 0 && right.length > 0 && !left.some((key) => right.includes(key));
}
