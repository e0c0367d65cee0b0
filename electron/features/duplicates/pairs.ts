import type { NameMatch, OrganizationMatch } from '#shared/domain/name-match.ts';
import type { Connection } from '../../db/connection.ts';
import type { BlockKeys } from './blocks.ts';
import { type Evidence, type Facts, findEvidence, weigh } from './evidence.ts';
import { Register, type RegisterKind } from './register.ts';
import { startSlices } from '../../slices.ts';

export type AnyMatch = NameMatch | OrganizationMatch;

interface Comparable {
  id: string;
  keys: BlockKeys;
  facts: Facts;
}

export interface PairKind<Entry extends Comparable, Match extends AnyMatch> extends RegisterKind<Entry> {
  /** Undefined when the two are different. */
  compare(a: Entry, b: Entry): Match | undefined;
}

/** Two records that may be one; `aId` < `bId`. */
export interface FoundPair<Match extends AnyMatch> {
  aId: string;
  bId: string;
  score: number;
  match: Match;
  evidence: Evidence[];
}

/**
 * The suspected doubles of a register. Every record that came or changed since the last time waits in `#pending`, at
 * first all of them, and is compared with its neighbours that do not wait: each pair once, after a change only those of
 * the changed record.
 */
export class Pairs<Entry extends Comparable, Match extends AnyMatch> {
  readonly #kind: PairKind<Entry, Match>;
  readonly #register: Register<Entry>;
  readonly #pending = new Set<string>();
  readonly #found = new Map<string, Map<string, FoundPair<Match>>>();
  #revision = 0;
  #scanning: Promise<void> | undefined;

  constructor(connection: Connection, kind: PairKind<Entry, Match>) {
    this.#kind = kind;
    this.#register = new Register(connection, kind, (id) => {
      this.#forget(id);
      this.#pending.add(id);
    });
  }

  /** Rises whenever the pairs change. */
  get revision(): number {
    return this.#revision;
  }

  /** All pairs, in no order. */
  async list(): Promise<FoundPair<Match>[]> {
    do {
      await this.bringUpToDate();
      this.#scanning ??= this.#scan().finally(() => {
        this.#scanning = undefined;
      });
      await this.#scanning;
    } while (this.#pending.size > 0);
    return [...this.#found.values()].flatMap((pairs) => [...pairs.values()]).filter(({ aId, bId }) => aId < bId);
  }

  /** What the register has that may be this record, which need not be in it. `aId` is the record's own. */
  async candidates(entry: Entry): Promise<FoundPair<Match>[]> {
    await this.bringUpToDate();
    return this.neighbours(entry).flatMap((other) => this.#compare(entry, other) ?? []);
  }

  bringUpToDate(): Promise<void> {
    return this.#register.bringUpToDate();
  }

  /** What the register has that is worth comparing with this record, which need not be in it. */
  neighbours(entry: Entry): Entry[] {
    return this.#register.neighbours(entry);
  }

  async #scan(): Promise<void> {
    const slices = startSlices();
    for (const id of this.#pending) {
      this.#pending.delete(id);
      const entry = this.#register.get(id);
      if (entry === undefined) continue;
      for (const other of this.#register.neighbours(entry)) {
        // Either may have changed in a pause: then it waits again, and the pair comes later.
        if (this.#pending.has(id)) break;
        if (!this.#pending.has(other.id)) this.#keep(this.#compare(entry, other));
        if (slices.areDue()) await slices.pause();
      }
      if (slices.areDue()) await slices.pause();
    }
  }

  #compare(entry: Entry, other: Entry): FoundPair<Match> | undefined {
    const match = this.#kind.compare(entry, other);
    if (match === undefined) return undefined;
    const evidence = findEvidence(entry.facts, other.facts);
    return { aId: entry.id, bId: other.id, score: weigh(match.score, evidence), match, evidence };
  }

  #keep(pair: FoundPair<Match> | undefined): void {
    if (pair === undefined) return;
    this.#revision += 1;
    const turned = { ...pair, aId: pair.bId, bId: pair.aId, match: turn(pair.match) };
    for (const one of [pair, turned]) {
      const known = this.#found.get(one.aId) ?? new Map<string, FoundPair<Match>>();
      this.#found.set(one.aId, known.set(one.bId, one));
    }
  }

  #forget(id: string): void {
    const pairs = this.#found.get(id);
    if (pairs === undefined) return;
    this.#revision += 1;
    this.#found.delete(id);
    for (const other of pairs.keys()) this.#found.get(other)?.delete(id);
  }
}

/** The same match seen from the other record. */
function turn<Match extends AnyMatch>(match: Match): Match {
  const { a = '', b = '' } = match.reason.parts;
  return { ...match, reason: { ...match.reason, parts: { ...match.reason.parts, a: b, b: a } } };
}
