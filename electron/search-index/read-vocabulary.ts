import type { Connection } from '../db/connection.ts';
import { memoryOf } from './memory.ts';
import { textTables } from './store.ts';
import { Vocabulary } from './vocabulary.ts';

/** Words per query, a few milliseconds' work: FTS5 counts the records of each word by reading its whole list. */
const slice = 500;
/** Words in letters of Latin, Greek or Cyrillic and digits; marked tokens stand between the two, Han behind. */
const ranges = [
  ['', '\u0080'],
  ['\u00aa', '\u2e80'],
] as const;

/** Reads the words of the index into RAM once per open file, slice by slice so that other calls are answered. */
export async function readVocabulary(connection: Connection): Promise<void> {
  const memory = memoryOf(connection);
  if (memory.vocabulary !== undefined) return;
  memory.reading ??= readSlices(connection).then((vocabulary) => {
    memory.vocabulary ??= vocabulary;
    memory.reading = undefined;
  });
  await memory.reading;
}

async function readSlices(connection: Connection): Promise<Vocabulary> {
  const memory = memoryOf(connection);
  const vocabulary = new Vocabulary();
  memory.unread = vocabulary;
  for (const table of textTables) {
    connection.sql(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_of_${table} USING fts5vocab('main', '${table}', 'row')`,
    );
    for (const [from, to] of ranges) {
      let after: string = from;
      while (!memory.isStopped) {
        const words = connection.sql<{ term: string; doc: number }>(
          `SELECT term, doc FROM temp.word_of_${table} WHERE term > ? AND term < ? LIMIT ?`,
          after,
          to,
          slice,
        );
        for (const { term, doc } of words) vocabulary.add(term, doc);
        const last = words.at(-1);
        if (last === undefined) break;
        after = last.term;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  return vocabulary;
}

/** The words of the index, once {@link readVocabulary} has read them; kept current from then on. */
export function vocabularyOf(connection: Connection): Vocabulary {
  const { vocabulary } = memoryOf(connection);
  if (vocabulary === undefined) throw new Error('search index: its words are not read yet');
  return vocabulary;
}
