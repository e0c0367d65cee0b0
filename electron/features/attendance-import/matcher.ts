import type { AttendanceRow } from '#shared/contract/attendance-import.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyPerson } from '#shared/domain/empty-records.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { NameMatch } from '#shared/domain/name-match.ts';
import { match } from '#shared/domain/names/index.ts';
import { chooseName, composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import {
  comparePeople,
  findEvidence,
  type Neighbourhood,
  peopleNearby,
  type PersonEntry,
  readEmails,
  readPhones,
} from '../duplicates/index.ts';
import { applyPerson, hasName, listAddresses, type OrganizationFinder, organizationOf } from '../exchange/index.ts';
import { findPerson } from '../people/index.ts';
import { entryOf, HereAlready } from './here-already.ts';
import type { ListLine } from './read-list.ts';

/** A line, and what happens to it unless somebody decides otherwise. */
export interface MatchedLine {
  source: ListLine;
  /** The line as a person who would be new; without an office. */
  draft: Person;
  organization: LocalizedText;
  /** Of the register; null where it has no such organisation. */
  organizationId: string | null;
  fate: AttendanceRow['fate'];
  personId: string | null;
  match: NameMatch | null;
}

interface Candidate {
  id: string;
  match: NameMatch;
  isSupported: boolean;
  isContradicted: boolean;
}

type Verdict = Pick<MatchedLine, 'fate' | 'personId' | 'match'>;
type UnjudgedLine = Omit<MatchedLine, keyof Verdict>;

const verdict = (fate: Verdict['fate']): Verdict => ({ fate, personId: null, match: null });

/** Tells line by line who is meant: somebody of the register, somebody who attends already, or somebody new. */
export class Matcher {
  readonly #connection: Connection;
  readonly #organizations: OrganizationFinder;
  readonly #newId: () => string;
  readonly #people: Neighbourhood<PersonEntry>;
  readonly #byEmail = new Map<string, string[]>();
  readonly #here: HereAlready;

  constructor(
    connection: Connection,
    attendance: readonly Attendance[],
    organizations: OrganizationFinder,
    newId: () => string,
  ) {
    this.#connection = connection;
    this.#organizations = organizations;
    this.#newId = newId;
    this.#people = peopleNearby(connection);
    this.#here = new HereAlready(attendance);
    for (const { id, email: field } of listAddresses(connection)) {
      for (const email of readEmails(field)) this.#byEmail.set(email, [...(this.#byEmail.get(email) ?? []), id]);
    }
  }

  /** Reads the names of the register, in slices. */
  prepare(): Promise<void> {
    return this.#people.bringUpToDate();
  }

  async match(source: ListLine): Promise<MatchedLine> {
    const { values } = source;
    const draft = applyPerson(emptyPerson(this.#newId()), values, null, this.#newId).person;
    const named = organizationOf(values);
    // The card of an organisation may have its name where a person's stands.
    const organization = source.isOrganization && isEmpty(named) ? composedNames(draft.names) : named;
    const organizationId = await this.#organizations.findKnown(organization);
    const entry: PersonEntry = {
      ...entryOf(draft),
      facts: {
        emails: readEmails(values.email ?? ''),
        phones: readPhones(values.phone ?? ''),
        organizationIds: organizationId === null ? [] : [organizationId],
        cities: [],
        country: values.country ?? '',
      },
    };
    const line = { source, draft, organization, organizationId };
    const isNamed = !source.isOrganization && hasName(draft);
    return { ...line, ...(isNamed ? this.#matchNamed(line, entry) : this.#matchUnnamed(line, entry)) };
  }

  /** Nobody is named: a person by the address, a delegation, or nothing. */
  #matchUnnamed({ source, organization, organizationId }: UnjudgedLine, entry: PersonEntry): Verdict {
    if (!source.isOrganization) {
      const known = this.#findById(source) ?? onlyOne(this.#findByEmail(entry));
      if (known !== null) return this.#settle(known.id, null);
    }
    if (isEmpty(organization)) return verdict('empty');
    const isHere = this.#here.hasDelegation(organization, organizationId, source.headCount);
    return verdict(isHere ? 'attending' : 'delegation');
  }

  #matchNamed(line: UnjudgedLine, entry: PersonEntry): Verdict {
    const { source, organization, organizationId } = line;
    const byId = this.#findById(source);
    if (byId !== null) return this.#settle(byId.id, null);
    if (this.#here.takeGuest(entry, organization, organizationId)) return verdict('attending');
    const judged = this.#matchByName(line, entry);
    if (judged.fate === 'known' && judged.personId !== null) return this.#settle(judged.personId, judged.match);
    return this.#here.addLine(entry, organization, organizationId) ? verdict('attending') : judged;
  }

  #matchByName(line: UnjudgedLine, entry: PersonEntry): Verdict {
    const addressed = this.#findByEmail(entry).flatMap((person) => {
      const names = comparePeople(entry, entryOf(person));
      return names === undefined ? [] : { id: person.id, match: names };
    });
    const [owner] = addressed.sort((a, b) => b.match.score - a.match.score);
    if (owner !== undefined) return { fate: 'known', personId: owner.id, match: owner.match };

    const candidates = this.#listCandidates(line, entry);
    const same = candidates.filter((one) => one.match.verdict === 'same' && !one.isContradicted);
    const supported = same.filter(({ isSupported }) => isSupported);
    const sure = onlyOne(supported) ?? (supported.length === 0 && same.length === 1 ? (same[0] ?? null) : null);
    if (sure !== null && (sure.isSupported || isTelling(sure.match, entry.isChinese))) {
      return { fate: 'known', personId: sure.id, match: sure.match };
    }
    const [best] = candidates;
    if (best !== undefined) return { fate: 'suspected', personId: best.id, match: best.match };
    // Another name at the same address: a name that was changed, or an office that shares its mailbox.
    const [addressee] = this.#findByEmail(entry);
    if (addressee === undefined) return verdict('guest');
    const names = match(personLabel(line.draft), personLabel(addressee));
    return { fate: 'suspected', personId: addressee.id, match: names };
  }

  /** Whoever of the register may be meant, the likeliest first. */
  #listCandidates({ organization }: UnjudgedLine, entry: PersonEntry): Candidate[] {
    const found = this.#people.neighbours(entry).flatMap((other): Candidate | [] => {
      const names = comparePeople(entry, other);
      if (names === undefined) return [];
      const evidence = findEvidence(entry.facts, other.facts);
      const shares = evidence.includes('same_organization');
      const isReachable = evidence.includes('same_email') || evidence.includes('same_phone');
      const isElsewhere = !shares && !isEmpty(organization) && other.facts.organizationIds.length > 0;
      return {
        id: other.id,
        match: names,
        isSupported: shares || isReachable || this.#here.hasPerson(other.id),
        isContradicted: !isReachable && (isElsewhere || evidence.includes('other_country')),
      };
    });
    const rank = (one: Candidate): number =>
      one.match.score +
      (one.match.verdict === 'same' ? 1 : 0) +
      (one.isSupported ? 0.2 : 0) -
      (one.isContradicted ? 0.2 : 0);
    return found.sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  }

  /** Somebody beyond doubt, who may be on the list already, or on an earlier line. */
  #settle(personId: string, names: NameMatch | null): Verdict {
    return { fate: this.#here.addPerson(personId) ? 'known' : 'attending', personId, match: names };
  }

  #findById({ values }: ListLine): Person | null {
    const id = values.id ?? '';
    return id === '' ? null : (findPerson(this.#connection, id) ?? null);
  }

  #findByEmail({ facts }: PersonEntry): Person[] {
    const ids = new Set(facts.emails.flatMap((email) => this.#byEmail.get(email) ?? []));
    return [...ids].flatMap((id) => findPerson(this.#connection, id) ?? []);
  }
}

export const personLabel = (person: Person): string => chooseName(person.names, 'en').text;

const onlyOne = <Item>(items: readonly Item[]): Item | null => (items.length === 1 ? (items[0] ?? null) : null);

const isEmpty = (text: LocalizedText): boolean => Object.values(text).every((part) => part === '');

const tellingCodes = new Set<NameMatch['reason']['code']>(['identical', 'same_spelling', 'other_order', 'same_han']);

/**
 * Whether the names alone leave no doubt where the register has only one such person: the same letters, and of a Chinese
 * name the same characters, because a few hundred syllables of pinyin serve a billion people.
 */
function isTelling({ reason }: NameMatch, isChinese: boolean): boolean {
  if (!tellingCodes.has(reason.code)) return false;
  const written = [reason.parts.a ?? '', reason.parts.b ?? ''];
  if (isChinese) return written.every((name) => /\p{Script=Han}/u.test(name));
  return written.every((name) => /[\s\p{Script=Han}]/u.test(name.trim()));
}
