import type { NameMatch, OrganizationMatch } from '#shared/domain/name-match.ts';
import { type BlockKeys, Blocks, type Neighbourhood } from '../duplicates/index.ts';

interface Keyed {
  id: string;
  keys: BlockKeys;
}

export interface Found {
  id: string;
  match: NameMatch | OrganizationMatch;
}

/** A key that more rows of a file share is no hint. */
const largestBlock = 100;

/** What a record of a file may be: one of the register, whose likes are kept in memory, or one of the rows before. */
export class Likenesses<Entry extends Keyed> {
  readonly #stored: Neighbourhood<Entry>;
  readonly #compare: (a: Entry, b: Entry) => Found['match'] | undefined;
  #blocks = new Blocks(largestBlock);
  readonly #added = new Map<string, Entry>();
  #reading: Promise<void> | undefined;

  constructor(stored: Neighbourhood<Entry>, compare: (a: Entry, b: Entry) => Found['match'] | undefined) {
    this.#stored = stored;
    this.#compare = compare;
  }

  /** The register is read once: an import that it changed under is planned again, with new likenesses. */
  prepare(): Promise<void> {
    return (this.#reading ??= this.#stored.bringUpToDate());
  }

  forgetAdded(): void {
    this.#blocks = new Blocks(largestBlock);
    this.#added.clear();
  }

  add(entry: Entry): void {
    this.#blocks.add(entry.id, entry.keys);
    this.#added.set(entry.id, entry);
  }

  /** The most alike of those that are neither `different` nor left out. */
  async find(entry: Entry, isLeftOut: (id: string) => boolean = () => false): Promise<Found | null> {
    await this.prepare();
    const added = [...this.#blocks.find(entry.keys)].flatMap((id) => this.#added.get(id) ?? []);
    let best: Found | null = null;
    for (const other of [...this.#stored.neighbours(entry), ...added]) {
      if (isLeftOut(other.id)) continue;
      const match = this.#compare(entry, other);
      if (match === undefined || (best !== null && best.match.score >= match.score)) continue;
      best = { id: other.id, match };
      if (match.verdict === 'same') break;
    }
    return best;
  }
}
