import { type SearchHit, type SearchKind, searchKinds } from '#shared/contract/search.ts';
import type { Connection } from '../../db/connection.ts';
import {
  type FoundRow,
  isHan,
  kindOfRow,
  loadRecords,
  type RecordSource,
  splitWords,
  type Vocabulary,
  vocabularyOf,
} from '../../search-index/index.ts';
import { isEntryKind, listCandidates, listNamed, shareOfEntries } from './candidates.ts';
import { type Grade, gradeRecord, nameBegins } from './grade.ts';
import { looksMistyped, switchLayout } from './keyboard-layout.ts';
import { parseQuery, type QueryWord } from './query.ts';

/** A query on one layout, read when it is first needed: most answers stand in what was typed. */
class Reading {
  readonly query: string;
  readonly #vocabulary: Vocabulary;
  #words: readonly QueryWord[] | undefined;

  constructor(vocabulary: Vocabulary, query: string) {
    this.query = query;
    this.#vocabulary = vocabulary;
  }

  get words(): readonly QueryWord[] {
    return (this.#words ??= parseQuery(this.#vocabulary, this.query));
  }
}

interface Asked {
  typed: Reading;
  /** Null when the other layout has nothing to say. */
  switched: Reading | null;
  kinds: readonly SearchKind[];
  limit: number;
  /** By row of the index, what earlier attempts have found. */
  known: ReadonlyMap<number, Found>;
}

interface Found {
  hit: SearchHit;
  row: number;
  isSure: boolean;
  labelLength: number;
}

/** Fewer answers than these, and none that is sure: perhaps something else was meant. */
const few = 5;
const mostCorrections = 8;
/** What was not typed counts less than anything that was; but a name less only than a name or an alias. */
const layoutFactor = 0.38;
const layoutFactorOfNames = 0.8;
/** So many letters stand somewhere on either layout: who is called so on the other one is always looked for. */
const fewLetters = { from: 2, to: 3 };
/** So many letters on the wrong layout are not by chance one letter away from a word. */
const manyLetters = 6;
const namedKinds: readonly SearchKind[] = ['person', 'organization'];
const mostNamed = 10;
const longestQuery = 200;

/**
 * Answers a query over an index that is up to date: as typed, together with other scripts and other forms of the words;
 * with each word unfinished; as meant on the other keyboard layout; with one wrong letter put right. The later attempts
 * only when the earlier ones bring little, but names on the other layout also for a few letters.
 */
export function findRecords(
  connection: Connection,
  input: { query: string; kinds?: readonly SearchKind[] | undefined; limit?: number | undefined },
): SearchHit[] {
  const query = input.query.slice(0, longestQuery);
  const vocabulary = vocabularyOf(connection);
  const switched = switchLayout(query.trim());
  const found = new Map<number, Found>();
  const asked: Asked = {
    typed: new Reading(vocabulary, query.trim()),
    switched: switched === null || looksMistyped(switched) ? null : new Reading(vocabulary, switched),
    kinds: input.kinds ?? searchKinds,
    limit: input.limit ?? 100,
    known: found,
  };
  const guesses = query.length < manyLetters ? [onOtherLayout, withCorrections] : [withCorrections, onOtherLayout];
  const attempts = looksMistyped(query)
    ? [onOtherLayout, asTyped, eachUnfinished, withCorrections]
    : [asTyped, eachUnfinished, ...guesses, onOtherLayoutWithCorrections];
  for (const attempt of attempts) {
    for (const one of attempt(connection, asked)) found.set(one.row, one);
    const all = [...found.values()];
    if (all.length >= few || all.some(({ isSure }) => isSure)) break;
  }
  for (const one of namesOnOtherLayout(connection, asked)) {
    if (one.hit.score > (found.get(one.row)?.hit.score ?? 0)) found.set(one.row, one);
  }
  return choose([...found.values()].sort(compare), asked.limit).map(({ hit }) => hit);
}

/** So many of the newest are graded. */
const mostGraded = 30;

/**
 * Records of one kind in whose names each word begins one, just as typed; best first. For lists that are asked at every
 * keystroke: nothing is corrected and no other form is looked for.
 */
export function findNamed(connection: Connection, query: string, kind: SearchKind, limit: number): SearchHit[] {
  const words = splitWords(query).map((text) => ({
    text,
    isPrefix: !isHan(text),
    keys: [],
    forms: [],
    inflections: [],
    corrections: [],
  }));
  if (words.length === 0) return [];
  return gradeRows(connection, listNamed(connection, words, [kind], Math.max(mostGraded, limit)), words, query)
    .sort(compare)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

type Attempt = (connection: Connection, asked: Asked) => Found[];

const asTyped: Attempt = (connection, asked) => answer(connection, asked, asked.typed.words, asked.typed.query);

const eachUnfinished: Attempt = (connection, asked) => {
  const { words, query } = asked.typed;
  const unfinished = words.map((word) => ({ ...word, isPrefix: !isHan(word.text) }));
  return words.length > 1 ? answer(connection, asked, unfinished, query) : [];
};

const withCorrections: Attempt = (connection, asked) => {
  const words = correct(vocabularyOf(connection), asked.typed.words);
  return words === null ? [] : answer(connection, asked, words, null);
};

const onOtherLayout: Attempt = (connection, asked) =>
  asked.switched === null ? [] : asTyped(connection, { ...asked, typed: asked.switched }).map(asLayout);

const onOtherLayoutWithCorrections: Attempt = (connection, asked) =>
  asked.switched === null ? [] : withCorrections(connection, { ...asked, typed: asked.switched }).map(asLayout);

/** Also of people and organisations that are known by less than their names. */
function namesOnOtherLayout(connection: Connection, { typed, switched, kinds }: Asked): Found[] {
  const { length } = typed.query;
  if (switched === null || length < fewLetters.from || length > fewLetters.to) return [];
  const { words, query } = switched;
  if (words.length !== 1) return [];
  const named = namedKinds.filter((kind) => kinds.includes(kind));
  return gradeRows(connection, listNamed(connection, words, named, mostNamed), words, query)
    .filter(beginsName)
    .map(asLayout);
}

const beginsName = ({ hit }: Found): boolean => namedKinds.includes(hit.kind) && hit.score >= nameBegins;

function asLayout(one: Found): Found {
  const { score, matchedOn } = one.hit;
  const factor = beginsName(one) ? layoutFactorOfNames : layoutFactor;
  return {
    ...one,
    hit: { ...one.hit, score: score * factor, matchedOn: { ...matchedOn, reason: 'keyboard_layout' } },
  };
}

/** Null when no word has anything near it. */
function correct(vocabulary: Vocabulary, words: readonly QueryWord[]): QueryWord[] | null {
  const corrected = words.map((word) => {
    const whole = vocabulary.corrections(word.text, mostCorrections);
    const corrections =
      whole.length > 0 || !word.isPrefix ? whole : vocabulary.continuations(word.text, mostCorrections);
    return { ...word, corrections };
  });
  return corrected.some(({ corrections }) => corrections.length > 0) ? corrected : null;
}

/** What is not known yet. `meant` null: the query with its words put right. */
function answer(connection: Connection, asked: Asked, words: readonly QueryWord[], meant: string | null): Found[] {
  if (words.length === 0) return [];
  const candidates = listCandidates(connection, words, asked.kinds, asked.limit);
  return gradeRows(
    connection,
    candidates.filter(({ row }) => !asked.known.has(row)),
    words,
    meant,
  );
}

function gradeRows(
  connection: Connection,
  candidates: readonly FoundRow[],
  words: readonly QueryWord[],
  meant: string | null,
): Found[] {
  const found: Found[] = [];
  for (const [source, ofSource] of bySource(candidates)) {
    const byId = new Map(ofSource.map((candidate) => [candidate.id, candidate]));
    for (const record of loadRecords(connection, source, [...byId.keys()])) {
      const candidate = byId.get(record.id);
      const grade = gradeRecord(record, candidate?.keys ?? null, words);
      if (grade === null || candidate === undefined) continue;
      const { kind, id, entryKind, meetingId, label, detail } = record;
      found.push({
        hit: { kind, id, entryKind, meetingId, label, detail, score: grade.score, matchedOn: matchedOn(grade, meant) },
        row: candidate.row,
        isSure: grade.isSure,
        labelLength: Math.max(label.en.length, label.ru.length, label.zh.length),
      });
    }
  }
  return found;
}

const matchedOn = ({ reason, text, query }: Grade, meant: string | null): SearchHit['matchedOn'] => ({
  reason,
  text,
  query: meant ?? query,
});

function bySource(candidates: readonly FoundRow[]): Map<RecordSource, FoundRow[]> {
  const groups = new Map<RecordSource, FoundRow[]>();
  for (const candidate of candidates) {
    const kind = kindOfRow(candidate.row);
    const source = kind === 'action' ? 'entry' : kind;
    const group = groups.get(source);
    if (group === undefined) groups.set(source, [candidate]);
    else group.push(candidate);
  }
  return groups;
}

const isEntry = ({ hit }: Found): boolean => isEntryKind(hit.kind);

/** Register records by how well they answer, people first among equals; then entries, the newest first. */
function compare(a: Found, b: Found): number {
  if (isEntry(a) !== isEntry(b)) return isEntry(a) ? 1 : -1;
  if (isEntry(a)) return b.row - a.row;
  return (
    b.hit.score - a.hit.score ||
    searchKinds.indexOf(a.hit.kind) - searchKinds.indexOf(b.hit.kind) ||
    a.labelLength - b.labelLength ||
    b.row - a.row
  );
}

/** When the register alone would fill the answer, some room stays for entries. */
function choose(found: readonly Found[], limit: number): Found[] {
  if (found.length <= limit) return [...found];
  const entries = found.filter(isEntry);
  const register = found.slice(0, found.length - entries.length);
  const room = Math.max(limit - register.length, Math.min(entries.length, Math.ceil(limit * shareOfEntries)));
  return [...register.slice(0, limit - room), ...entries.slice(0, room)];
}
