import type { DuplicateKind, DuplicatePair } from '#shared/contract/duplicates.ts';
import { chooseText, emptyText } from '#shared/domain/language.ts';
import type { NameMatch, OrganizationMatch } from '#shared/domain/name-match.ts';
import type { Connection } from '../../db/connection.ts';
import { compareOrganizations, type OrganizationEntry } from './compare-organizations.ts';
import { comparePeople, type PersonEntry } from './compare-people.ts';
import { listDistinctPairs, orderPair } from './distinct.ts';
import { loadOrganizations } from './organizations-repository.ts';
import { type AnyMatch, type FoundPair, Pairs } from './pairs.ts';
import { loadPeople } from './people-repository.ts';
import { describeSide, type Side } from './sides.ts';
import { startSlices } from '../../slices.ts';

/** At most so many pairs of a kind are shown; a queue of more is worked off from the top. */
const maximumListed = 500;
const maximumCandidates = 5;

interface Memory {
  person: Pairs<PersonEntry, NameMatch>;
  organization: Pairs<OrganizationEntry, OrganizationMatch>;
  listed: Map<DuplicateKind, { state: string; pairs: DuplicatePair[] }>;
}

const memories = new WeakMap<Connection, Memory>();

function memoryOf(connection: Connection): Memory {
  let memory = memories.get(connection);
  if (memory === undefined) {
    memory = {
      person: new Pairs<PersonEntry, NameMatch>(connection, {
        table: 'person',
        owners: { person: 'id', person_name: 'person_id', person_alias: 'person_id', affiliation: 'person_id' },
        largestBlock: Number.POSITIVE_INFINITY,
        load: loadPeople,
        compare: comparePeople,
      }),
      organization: new Pairs<OrganizationEntry, OrganizationMatch>(connection, {
        table: 'organization',
        owners: { organization: 'id', organization_alias: 'organization_id' },
        largestBlock: 16,
        load: loadOrganizations,
        compare: compareOrganizations,
      }),
      listed: new Map(),
    };
    memories.set(connection, memory);
  }
  return memory;
}

/** The review queue of one kind, best first; the second call without a change in between answers at once. */
export async function listDuplicates(connection: Connection, kind: DuplicateKind): Promise<DuplicatePair[]> {
  const memory = memoryOf(connection);
  const found: FoundPair<AnyMatch>[] = await memory[kind].list();
  const state = `${String(memory[kind].revision)}/${String(lastChangeSet(connection))}`;
  const listed = memory.listed.get(kind);
  if (listed?.state === state) return listed.pairs;
  const distinct = distinctKeys(connection, kind);
  const open = found.filter((pair) => !distinct.has(orderPair(pair.aId, pair.bId).join()));
  const pairs = await describePairs(connection, kind, takeBest(open));
  memory.listed.set(kind, { state, pairs });
  return pairs;
}

export async function findPersonCandidates(connection: Connection, entry: PersonEntry): Promise<DuplicatePair[]> {
  return describeCandidates(connection, 'person', entry.id, await memoryOf(connection).person.candidates(entry));
}

export async function findOrganizationCandidates(
  connection: Connection,
  entry: OrganizationEntry,
): Promise<DuplicatePair[]> {
  const found = await memoryOf(connection).organization.candidates(entry);
  return describeCandidates(connection, 'organization', entry.id, found);
}

/** The records of one kind for whoever compares for itself. */
export interface Neighbourhood<Entry> {
  /** Resolves when everything written so far is in. */
  bringUpToDate(): Promise<void>;
  /** Those that share a key with this one, which need not be among them. */
  neighbours(entry: Entry): Entry[];
}

export const peopleNearby = (connection: Connection): Neighbourhood<PersonEntry> => memoryOf(connection).person;
export const organizationsNearby = (connection: Connection): Neighbourhood<OrganizationEntry> =>
  memoryOf(connection).organization;

function describeCandidates(
  connection: Connection,
  kind: DuplicateKind,
  id: string,
  found: FoundPair<AnyMatch>[],
): DuplicatePair[] {
  const distinct = distinctKeys(connection, kind);
  const own: Side = describeSide(connection, kind, id) ?? { id, label: emptyText(), detail: emptyText() };
  return found
    .filter((pair) => !distinct.has(orderPair(pair.aId, pair.bId).join()))
    .sort((a, b) => b.score - a.score || compareTexts(a.bId, b.bId))
    .slice(0, maximumCandidates)
    .flatMap((pair) => {
      const other = describeSide(connection, kind, pair.bId);
      return other === undefined ? [] : toPair(kind, pair, own, other);
    });
}

const distinctKeys = (connection: Connection, kind: DuplicateKind): Set<string> =>
  new Set(listDistinctPairs(connection, kind).map((pair) => pair.join()));

function lastChangeSet(connection: Connection): number {
  return connection.sql<{ seq: number | null }>('SELECT max(seq) AS seq FROM change_set')[0]?.seq ?? 0;
}

/** The best, and all that are as good as the last of them: which of those are shown, their labels decide. */
function takeBest(found: readonly FoundPair<AnyMatch>[]): FoundPair<AnyMatch>[] {
  const scores = Float64Array.from(found, ({ score }) => -score).sort();
  const worst = -(scores[maximumListed - 1] ?? 0);
  return found.filter(({ score }) => score >= worst);
}

async function describePairs(
  connection: Connection,
  kind: DuplicateKind,
  found: readonly FoundPair<AnyMatch>[],
): Promise<DuplicatePair[]> {
  const slices = startSlices();
  const sides = new Map<string, Side | undefined>();
  const described: DuplicatePair[] = [];
  for (const pair of found) {
    for (const id of [pair.aId, pair.bId]) if (!sides.has(id)) sides.set(id, describeSide(connection, kind, id));
    const [a, b] = [sides.get(pair.aId), sides.get(pair.bId)];
    // Merged or removed in a pause: gone from the queue as well.
    if (a !== undefined && b !== undefined) described.push(toPair(kind, pair, a, b));
    if (slices.areDue()) await slices.pause();
  }
  return described.sort(comparePairs).slice(0, maximumListed);
}

function toPair(kind: DuplicateKind, pair: FoundPair<AnyMatch>, a: Side, b: Side): DuplicatePair {
  // The match was made by the comparer of this very kind.
  return { kind, score: pair.score, match: pair.match, a, b, evidence: pair.evidence } as DuplicatePair;
}

function comparePairs(one: DuplicatePair, other: DuplicatePair): number {
  return (
    other.score - one.score ||
    compareTexts(labelOf(one.a), labelOf(other.a)) ||
    compareTexts(labelOf(one.b), labelOf(other.b)) ||
    compareTexts(one.a.id + one.b.id, other.a.id + other.b.id)
  );
}

const labelOf = (side: Side): string => chooseText(side.label, 'en').text;
const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
