import type { NamePart } from './name-keys.ts';

/** A typed word: `text` may be unfinished, `others` are what it sounds like, whole. All folded. */
export interface TypedWord {
  text: string;
  others: readonly string[];
}

/** How well a name answers, best first. */
export const tiers = {
  familyWhole: 0,
  familyBegins: 1,
  otherWhole: 2,
  otherBegins: 3,
  /** In another spelling of what was typed. */
  sound: 4,
  initials: 5,
} as const;
export type Tier = (typeof tiers)[keyof typeof tiers];
const tierCount = 6;
const notFound = 255;

/** Keys that begin with the same two UTF-16 units, in alphabetical order once somebody has asked for them. */
interface Bucket {
  keys: string[];
  isSorted: boolean;
  /** By key: number of the name × 5 + part. */
  postings: Map<string, number[]>;
}

const partCount = 5;
const bucketLength = 2;

/**
 * Names by the beginnings of their keys, in RAM. The search index in the file cannot do this: FTS5 reads all rows of a
 * beginning before it gives the first, in order of making, and does not know which word is the family name. A bucket
 * holds a few hundred keys, so that nothing has to be sorted as a whole while others wait.
 */
export class NameIndex {
  readonly #ids: (string | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #buckets = new Map<string, Bucket>();
  /** Names of buckets by their first unit. */
  readonly #beginnings = new Map<string, string[]>();

  /** Share of numbers that nobody has any more; their postings stay until the index is built anew. */
  get waste(): number {
    return 1 - this.#numbers.size / Math.max(1, this.#ids.length);
  }

  put(id: string, keys: ReadonlyMap<string, NamePart>): void {
    this.remove(id);
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    for (const [key, part] of keys) {
      const bucket = this.#bucketOf(key);
      const posting = number * partCount + part;
      const postings = bucket.postings.get(key);
      if (postings !== undefined) postings.push(posting);
      else {
        bucket.postings.set(key, [posting]);
        bucket.keys.push(key);
        bucket.isSorted = false;
      }
    }
  }

  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#ids[number] = undefined;
    this.#numbers.delete(id);
  }

  /** Names in which each word begins a key; the best first, equals by the alphabet of what the first word met. */
  *find(words: readonly TypedWord[]): Generator<{ id: string; tier: Tier }> {
    const [first, ...others] = words;
    if (first === undefined) return;
    const visits: number[] = [];
    const best = this.#grade(first, visits);
    const graded = [best, ...others.map((word) => this.#grade(word, null))];
    const ranked = others.length === 0 ? visits : rankByAll(visits, graded);
    for (let tier = 0; tier < tierCount; tier++) {
      for (const visit of ranked) {
        const number = Math.floor(visit / tierCount);
        // Of a name that was met more than once, only the best visit counts.
        if (best[number] !== visit % tierCount || tierOfAll(number, graded) !== tier) continue;
        const id = this.#ids[number];
        if (id !== undefined) yield { id, tier: tier as Tier };
      }
    }
  }

  /** The tier of each number; into `visits`, in order, each number × 6 + tier that was better than before. */
  #grade({ text, others }: TypedWord, visits: number[] | null): Uint8Array {
    const graded = new Uint8Array(this.#ids.length).fill(notFound);
    const visit = (postings: readonly number[], tierOf: readonly number[]): void => {
      for (const posting of postings) {
        const number = Math.floor(posting / partCount);
        const tier = tierOf[posting % partCount] ?? notFound;
        if (tier >= (graded[number] ?? notFound)) continue;
        graded[number] = tier;
        visits?.push(number * tierCount + tier);
      }
    };
    const whole = tiersOf(tiers.familyWhole, tiers.otherWhole, text);
    const beginning = tiersOf(tiers.familyBegins, tiers.otherBegins, text);
    for (const bucket of this.#bucketsFor(text)) {
      sortKeys(bucket);
      for (const key of bucket.keys) {
        if (key.startsWith(text)) visit(bucket.postings.get(key) ?? [], key.length === text.length ? whole : beginning);
      }
    }
    for (const other of others) {
      const postings = this.#buckets.get(other.slice(0, bucketLength))?.postings.get(other);
      if (postings !== undefined) visit(postings, soundTiers);
    }
    return graded;
  }

  #bucketsFor(text: string): Bucket[] {
    const names =
      text.length < bucketLength ? (this.#beginnings.get(text) ?? []).sort() : [text.slice(0, bucketLength)];
    return names.flatMap((name) => this.#buckets.get(name) ?? []);
  }

  #bucketOf(key: string): Bucket {
    const name = key.slice(0, bucketLength);
    const known = this.#buckets.get(name);
    if (known !== undefined) return known;
    const bucket: Bucket = { keys: [], isSorted: true, postings: new Map() };
    this.#buckets.set(name, bucket);
    const beginning = this.#beginnings.get(name.charAt(0));
    if (beginning === undefined) this.#beginnings.set(name.charAt(0), [name]);
    else beginning.push(name);
    return bucket;
  }
}

/**
 * Of several words the one that meets the family name counts, unless one is only like something: «Li Wei» is not Lisitsyn
 * Viktor, though Viktor is Weiketuo in Chinese.
 */
function tierOfAll(number: number, graded: readonly Uint8Array[]): number {
  let [least, most] = [notFound, 0];
  for (const tiersOfWord of graded) {
    const tier = tiersOfWord[number] ?? notFound;
    if (tier < least) least = tier;
    if (tier > most) most = tier;
  }
  return most >= tiers.sound ? most : least;
}

/** The visits of the first word whose names all words met: the nearest first, among equals in the order as typed. */
function rankByAll(visits: readonly number[], graded: readonly Uint8Array[]): number[] {
  return visits
    .flatMap((visit) => {
      const number = Math.floor(visit / tierCount);
      const sum = graded.reduce((all, tiersOfWord) => all + (tiersOfWord[number] ?? notFound), 0);
      return sum >= notFound ? [] : { visit, rank: sum * tierCount + (visit % tierCount) };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ visit }) => visit);
}

/** By part: family, other, piece, initials, sound. One letter is nobody's initials. */
const tiersOf = (family: Tier, other: Tier, text: string): readonly number[] => [
  family,
  other,
  tiers.otherBegins,
  text.length > 1 ? tiers.initials : notFound,
  tiers.sound,
];
const soundTiers = [tiers.sound, tiers.sound, tiers.sound, notFound, tiers.sound] as const;

function sortKeys(bucket: Bucket): void {
  if (bucket.isSorted) return;
  bucket.keys.sort();
  bucket.isSorted = true;
}
