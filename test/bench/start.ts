import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { openConnection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { projectFolder } from '../support/project-folder.ts';
import { type Line, median, ratioLine } from './statistics.ts';

const runs = 11;
const entryCount = 200_000;
const meetingCount = 100;

/** From the start of a process to the answer of `meetings list`, against a bare process that opens the same file and reads one row. */
export async function benchStart(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const [empty, full] = [join(folder, 'empty'), join(folder, 'full')];
  fill(empty, 0);
  fill(full, entryCount);
  const bareScript = join(projectFolder, 'node_modules', '.cache', 'bench-bare.mjs');
  writeFileSync(
    bareScript,
    `import Database from 'better-sqlite3';
     const database = new Database(process.argv[2] + '/trilogue.db');
     database.pragma('locking_mode = EXCLUSIVE');
     database.prepare('SELECT * FROM meeting LIMIT 1').get();
     process.stdout.write('ready');`,
  );
  const cli = join(projectFolder, 'dist', 'cli', 'index.js');
  const times = { bare: [] as number[], onEmpty: [] as number[], onFull: [] as number[] };
  for (let run = 0; run < runs + 1; run++) {
    const bare = await timeToOutput([bareScript, full]);
    const onFull = await timeToOutput([cli, 'meetings', 'list', '--data', full]);
    const onEmpty = await timeToOutput([cli, 'meetings', 'list', '--data', empty]);
    if (run === 0) continue;
    times.bare.push(bare);
    times.onFull.push(onFull);
    times.onEmpty.push(onEmpty);
  }
  rmSync(folder, { recursive: true, force: true });
  rmSync(bareScript);
  return [
    ratioLine('back end ready, 200,000 entries', median(times.onFull), median(times.bare), 'ms', 2.5),
    ratioLine('the same against an empty file', median(times.onFull), median(times.onEmpty), 'ms', 1.05),
  ];
}

/** A migrated data folder with a hundred meetings that share as many entries. */
function fill(folder: string, entries: number): void {
  const connection = openConnection(folder);
  migrate(connection, folder, migrations);
  connection.transaction(() => {
    const columns = connection.sql<{ name: string; notnull: number; type: string }>(
      'SELECT name, type, "notnull" FROM pragma_table_info(\'meeting\')',
    );
    for (let index = 0; index < meetingCount; index++) {
      const meetingId = newId();
      const itemId = newId();
      const values: Record<string, unknown> = Object.fromEntries(columns.map(({ name }) => [name, '']));
      Object.assign(values, {
        id: meetingId,
        group_id: null,
        end_date: null,
        start_time: null,
        end_time: null,
        head_count: null,
        next_meeting_date: null,
        parent_id: null,
        calendar_sequence: 0,
        kind: 'bilateral',
        minutes_kind: 'minutes',
        zone: 'Asia/Shanghai',
        format: 'online',
        status: 'draft',
        date: '2026-01-01',
        title_en: `Meeting ${String(index)}`,
        working_languages: '[]',
      });
      connection.sql(
        `INSERT INTO meeting (${Object.keys(values).join(', ')}) VALUES (${Object.keys(values)
          .map(() => '?')
          .join(', ')})`,
        ...Object.values(values),
      );
      connection.sql(
        `INSERT INTO agenda_item (id, meeting_id, title_en, title_ru, title_zh, state, order_key)
         VALUES (?, ?, '', '', '', 'open', 'a0')`,
        itemId,
        meetingId,
      );
      for (let row = 0; row < entries / meetingCount; row++) {
        const id = newId();
        connection.sql("INSERT INTO entry VALUES (?, ?, ?, 'speech', NULL, 'ru', NULL, 'a0')", id, meetingId, itemId);
        connection.sql(
          "INSERT INTO entry_text VALUES (?, 'ru', ?, 1, NULL, 'draft')",
          id,
          'Доложил о ходе работ по проекту. '.repeat(3),
        );
      }
    }
  });
  connection.close();
}

function timeToOutput(words: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    child.once('error', reject);
    child.stdout.once('data', () => {
      resolve(performance.now() - start);
      child.stdout.resume();
    });
    child.once('close', (code) => {
      if (code !== 0) reject(new Error(`${words.join(' ')} ended with ${String(code)}`));
    });
  });
}
