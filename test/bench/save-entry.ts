import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeAgendaItem, makeEntry, makeMeeting } from '../support/records.ts';
import { openBareBackend } from './bare-backend.ts';
import { type Line, quantile, ratioLine } from './statistics.ts';

const blocks = 30;
const savesPerBlock = 40;
const paragraph =
  'Доложил о ходе работ по проекту, отметил необходимость согласования сроков и состава рабочей группы. '.repeat(3);

/**
 * One saved edit through the contract, in process, against the same statements (text, revision, change set with its
 * images) in one bare better-sqlite3 transaction at synchronous=FULL; the two take turns, block by block.
 */
export async function benchSaveEntry(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(join(folder, 'app'));
  const { client } = backend;
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const item = makeAgendaItem(meeting.id);
  await client.agenda.add(item);
  const entries = Array.from({ length: 50 }, (_, index) =>
    makeEntry(meeting.id, item.id, { orderKey: `a${String(index)}` }),
  );
  await client.entries.add({ entries });
  const revisions = new Map(entries.map(({ id }) => [id, 0]));
  const bare = openBare(
    join(folder, 'bare.db'),
    entries.map(({ id }) => id),
  );

  const measured: number[] = [];
  const baseline: number[] = [];
  let count = 0;
  for (let block = 0; block < blocks + 2; block++) {
    for (let index = 0; index < savesPerBlock; index++) {
      const entryId = entries[index % entries.length]?.id ?? '';
      const text = `${paragraph}${String(count++)}`;
      const start = performance.now();
      const { revision } = await client.entries.saveText({
        entryId,
        language: 'ru',
        text,
        revision: revisions.get(entryId) ?? 0,
      });
      if (block >= 2) measured.push((performance.now() - start) * 1_000);
      revisions.set(entryId, revision);
    }
    for (let index = 0; index < savesPerBlock; index++) {
      const start = performance.now();
      bare.save(entries[index % entries.length]?.id ?? '', `${paragraph}${String(count++)}`);
      if (block >= 2) baseline.push((performance.now() - start) * 1_000);
    }
  }
  bare.close();
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    ratioLine('one saved edit, p50', quantile(measured, 0.5), quantile(baseline, 0.5), 'µs', 1.4),
    ratioLine('one saved edit, p95', quantile(measured, 0.95), quantile(baseline, 0.95), 'µs', 2),
  ];
}

function openBare(path: string, entryIds: readonly string[]) {
  const database = new Database(path);
  for (const setting of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'foreign_keys = ON',
  ]) {
    database.pragma(setting);
  }
  database.exec(`
    CREATE TABLE entry (id TEXT PRIMARY KEY NOT NULL, source_language TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE entry_text (entry_id TEXT NOT NULL REFERENCES entry (id), language TEXT NOT NULL, text TEXT NOT NULL, revision INTEGER NOT NULL,
      base_revision INTEGER, status TEXT NOT NULL, PRIMARY KEY (entry_id, language)) STRICT;
    CREATE TABLE entry_revision (entry_id TEXT NOT NULL, language TEXT NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL,
      at_ms INTEGER NOT NULL, PRIMARY KEY (entry_id, language, revision)) STRICT;
    CREATE TABLE change_set (seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, label TEXT NOT NULL, at_ms INTEGER NOT NULL,
      kind TEXT NOT NULL, target_seq INTEGER, state TEXT NOT NULL) STRICT;
    CREATE INDEX change_set_stack ON change_set (kind, state, seq);
    CREATE TABLE change (change_set_seq INTEGER NOT NULL REFERENCES change_set (seq), position INTEGER NOT NULL, table_name TEXT NOT NULL,
      row_key TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (change_set_seq, position)) STRICT;
    CREATE INDEX change_row ON change (table_name, row_key, change_set_seq);`);
  const addEntry = database.prepare("INSERT INTO entry VALUES (?, 'ru')");
  const addText = database.prepare("INSERT INTO entry_text VALUES (?, 'ru', '', 0, NULL, 'draft')");
  for (const id of entryIds) {
    addEntry.run(id);
    addText.run(id);
  }
  const read = database.prepare("SELECT * FROM entry_text WHERE entry_id = ? AND language = 'ru'");
  const change = database.prepare(
    "UPDATE entry_text SET text = ?, revision = ? WHERE entry_id = ? AND language = 'ru'",
  );
  const keep = database.prepare("INSERT INTO entry_revision VALUES (?, 'ru', ?, ?, ?)");
  const head = database.prepare(
    "INSERT INTO change_set (name, label, at_ms, kind, target_seq, state) VALUES ('entry.text', ?, ?, 'do', NULL, 'done')",
  );
  const image = database.prepare("INSERT INTO change VALUES (?, 0, 'entry_text', ?, ?, ?)");
  const save = database.transaction((entryId: string, text: string) => {
    const before = read.get(entryId) as { text: string; revision: number };
    const after = { ...before, text, revision: before.revision + 1 };
    const atMs = Date.now();
    change.run(text, after.revision, entryId);
    keep.run(entryId, after.revision, text, atMs);
    const { lastInsertRowid } = head.run(text.slice(0, 60), atMs);
    image.run(lastInsertRowid, `${entryId}/ru`, JSON.stringify(before), JSON.stringify(after));
  });
  return {
    save: (entryId: string, text: string) => {
      save.immediate(entryId, text);
    },
    close: () => {
      database.close();
    },
  };
}
