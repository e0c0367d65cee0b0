import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../electron/db/connection.ts';
import { findRecords } from '../../electron/features/search/find.ts';
import {
  bringUpToDate,
  entryBand,
  listRows,
  phraseFor,
  splitWords,
  vocabularyOf,
} from '../../electron/search-index/index.ts';
import { openBareBackend } from './bare-backend.ts';
import { fillRegister, generateEntryTexts, generateOrganizations, generatePeople } from './register.ts';
import { createRandom, type Random } from './register/random.ts';
import { type Line, quantile, ratioLine } from './statistics.ts';

const counts = { people: 20_000, organizations: 5_000, entries: 200_000 };
const queryCount = 300;
const limit = 20;

/**
 * Search over 20,000 people, 5,000 organisations and 200,000 entries, in process. The baselines run over the same index of entries:
 * the bare FTS5 query that the words come down to, newest twenty with their texts, ordered by rank for corrections;
 * LIKE over the texts for two characters that stand nowhere.
 */
export async function benchSearch(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(folder);
  const { connection } = backend.context;
  const organizations = generateOrganizations(counts.organizations);
  const people = generatePeople(counts.people, organizations);
  const entries = generateEntryTexts(counts.entries, people, organizations);
  fillRegister(connection, { people, organizations, entries });
  const start = performance.now();
  await bringUpToDate(backend.context);
  const buildSeconds = (performance.now() - start) / 1_000;
  const texts = entries.map(({ text }) => text);
  const lines = [
    ...benchTyping(connection, texts),
    benchHan(connection),
    ...benchTypos(connection, texts),
    measureSize(connection),
    {
      name: 'search index built',
      value: `${buildSeconds.toFixed(0)} s`,
      goal: 'other calls answered meanwhile',
      isMet: true,
    },
  ];
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
  return lines;
}

/** Words of minutes as they are being typed: their first three to six letters, a run of Han, every third after a whole word. */
function benchTyping(connection: Connection, texts: readonly string[]): Line[] {
  const random = createRandom(11);
  const queries = Array.from({ length: queryCount }, (_, index) => {
    const words = splitWords(random.pick(texts)).filter((word) => word.length > 2);
    const begun = random.pick(words).slice(0, 3 + random.below(4));
    return index % 3 === 0 ? `${random.pick(words).slice(0, 12)} ${begun}` : begun;
  });
  const [ours, bare] = takeTurns(
    queries,
    (query) => findRecords(connection, { query, limit }),
    (query) => listBare(connection, query),
  );
  const p95 = quantile(ours, 0.95);
  return [
    ratioLine('search as you type, p50', quantile(ours, 0.5), quantile(bare, 0.5), 'ms', 2),
    ratioLine('search as you type, p95', p95, quantile(bare, 0.95), 'ms', 2),
    { name: 'search as you type, p95', value: `${p95.toFixed(1)} ms`, goal: '≤ 25 ms', isMet: p95 <= 25 },
  ];
}

function listBare(connection: Connection, query: string): unknown {
  const words = splitWords(query).map(phraseFor);
  const last = words.at(-1) ?? '';
  const expression = [...words.slice(0, -1), last.endsWith('*') ? last : `${last} *`].join(' AND ');
  const ids = listRows(connection, expression, entryBand, limit).map(({ id }) => id);
  return connection.sql(
    'SELECT text FROM entry_text WHERE entry_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
}

function benchHan(connection: Connection): Line {
  const absent = ['嘫嘫', '龍亀', '鑫犇', '麤鱻'];
  const [indexed] = takeTurns(
    absent.flatMap((query) => Array.from({ length: 50 }, () => query)),
    (query) => listRows(connection, phraseFor(query), entryBand, limit),
    () => undefined,
  );
  const [scanned] = takeTurns(
    absent,
    (query) => connection.sql('SELECT entry_id FROM entry_text WHERE text LIKE ? LIMIT 20', `%${query}%`),
    () => undefined,
  );
  const times = quantile(scanned, 0.5) / quantile(indexed, 0.5);
  const figures = `${quantile(indexed, 0.5).toFixed(3)} / ${quantile(scanned, 0.5).toFixed(0)} ms`;
  return {
    name: 'two Han characters that stand nowhere',
    value: `${times.toFixed(0)} × faster than LIKE (${figures})`,
    goal: '≥ 500 ×',
    isMet: times >= 500,
  };
}

function benchTypos(connection: Connection, texts: readonly string[]): Line[] {
  const random = createRandom(12);
  const vocabulary = vocabularyOf(connection);
  const pairs: { typed: string; meant: string }[] = [];
  while (pairs.length < queryCount) {
    const words = splitWords(random.pick(texts)).filter((word) => /^(?:[a-z]{6,}|[а-я]{6,})$/u.test(word));
    if (words.length === 0) continue;
    const meant = random.pick(words);
    const typed = misspell(random, meant);
    if (!vocabulary.has(typed) && typed !== meant) pairs.push({ typed, meant });
  }
  let found = 0;
  const meantOf = new Map(pairs.map(({ typed, meant }) => [typed, meant]));
  for (const { typed, meant } of pairs) {
    const hits = findRecords(connection, { query: typed, limit: 100 });
    if (hits.some(({ label }) => splitWords(Object.values(label).join(' ')).includes(meant))) found++;
  }
  const [ours, ranked] = takeTurns(
    pairs.map(({ typed }) => typed),
    (query) => findRecords(connection, { query, limit }),
    (query) =>
      connection.sql(
        'SELECT rowid FROM search_entry WHERE search_entry MATCH ? ORDER BY rank LIMIT 20',
        phraseFor(meantOf.get(query) ?? ''),
      ),
  );
  const share = found / pairs.length;
  return [
    {
      name: 'words with one wrong letter found',
      value: `${(share * 100).toFixed(1)} %`,
      goal: '≥ 99 %',
      isMet: share >= 0.99,
    },
    ratioLine('one wrong letter against ranked, p50', quantile(ours, 0.5), quantile(ranked, 0.5), 'ms', 2),
  ];
}

/** A letter left out, put in, replaced, or swapped with the next; never the first. */
function misspell(random: Random, word: string): string {
  const letters = /[a-z]/u.test(word) ? 'abcdefghijklmnopqrstuvwxyz' : 'абвгдежзиклмнопрстуфхцчшщыьэюя';
  const at = 1 + random.below(word.length - 2);
  const letter = letters.charAt(random.below(letters.length));
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}

const indexedTexts = {
  entry_text: ['text'],
  person: ['title_en', 'title_ru', 'title_zh', 'email', 'phone', 'messenger', 'note'],
  person_name: ['family', 'given', 'patronymic', 'display'],
  affiliation: ['position_en', 'position_ru', 'position_zh'],
  organization: ['name', 'abbreviation', 'city'].flatMap((name) => [`${name}_en`, `${name}_ru`, `${name}_zh`]),
};

/** All tables of the index, merged as `scrub` leaves them, against the bytes of the texts in it. */
function measureSize(connection: Connection): Line {
  for (const table of ['search_register', 'search_entry']) {
    connection.sql(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  }
  const [index] = connection.sql<{ bytes: number }>(
    "SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'search%'",
  );
  const texts = Object.entries(indexedTexts).map(([table, columns]) => {
    const sum = columns.map((column) => `length(CAST(${column} AS BLOB))`).join(' + ');
    return connection.sql<{ bytes: number }>(`SELECT sum(${sum}) AS bytes FROM ${table}`)[0]?.bytes ?? 0;
  });
  const textBytes = texts.reduce((all, bytes) => all + bytes, 0);
  return ratioLine('search index against the texts', (index?.bytes ?? 0) / 1e6, textBytes / 1e6, 'MB', 1.4);
}

/** Milliseconds of each, after one round to warm up. */
function takeTurns(
  queries: readonly string[],
  first: (query: string) => unknown,
  second: (query: string) => unknown,
): [number[], number[]] {
  const times: [number[], number[]] = [[], []];
  for (const isWarm of [false, true]) {
    for (const query of queries) {
      for (const [index, work] of [first, second].entries()) {
        const start = performance.now();
        work(query);
        if (isWarm) times[index]?.push(performance.now() - start);
      }
    }
  }
  return times;
}
