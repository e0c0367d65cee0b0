import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/index.ts';
import { StoreError } from '../../electron/db/store-error.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { makePerson } from '../support/records.ts';
import { runCli } from '../support/run-cli.ts';
import { reportTrials } from '../support/trials.ts';

/** Every file of a folder, byte by byte. */
function readAll(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name)).toString('hex')]),
  );
}

/** A folder of a program that has so many migrations more; closed, or cut off with all of it still in the journal. */
async function makeNewer(steps: number, isCutOff: boolean): Promise<string> {
  const folder = makeFolder();
  const { backend } = openTestBackend(folder);
  await backend.client.people.create(makePerson());
  await backend.close();
  const connection = openConnection(folder);
  const later = Array.from({ length: steps }, (_one, index) => `CREATE TABLE later_${String(index)} (id TEXT)`);
  migrate(connection, folder, [...migrations, ...later]);
  connection.sql("INSERT INTO later_0 VALUES ('new')");
  if (!isCutOff) {
    connection.close();
    return folder;
  }
  const left = makeFolder();
  cpSync(folder, left, { recursive: true });
  connection.close();
  return left;
}

function open(folder: string): string {
  try {
    openTestBackend(folder);
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error);
  }
  return 'opened';
}

test.each([
  [1, false],
  [3, false],
  [1, true],
])(
  'a data file of a program %i steps newer (cut off: %s) is refused, and no byte of it changes',
  async (steps, isCutOff) => {
    const folder = await makeNewer(steps, isCutOff);
    const before = readAll(folder);
    expect(open(folder)).toBe('newer-version');
    for (const words of [['check'], ['serve']]) {
      const { exitCode, stdout, stderr } = await runCli([...words, '--data', folder]);
      expect({ words, exitCode, stdout }).toEqual({ words, exitCode: 1, stdout: '' });
      expect(stderr).toContain('newer Trilogue');
      expect(readAll(folder)).toEqual(before);
    }
    reportTrials('P9', 3);
  },
);

test('a newer backup is refused, and the newer program still reads its own', async () => {
  const folder = await makeNewer(1, false);
  const { client, context } = openTestBackend().backend;
  const file = new File([new Uint8Array(readFileSync(join(folder, 'trilogue.db')))], 'newer.db');
  await expect(client.backups.preview({ file, passphrase: null })).rejects.toMatchObject({
    code: 'BACKUP_REFUSED',
    data: { reason: 'newer-version' },
  });
  expect(readdirSync(join(context.dataFolder, 'restoring'))).toEqual([]);
  const connection = openConnection(folder);
  expect(connection.sql('SELECT id FROM later_0')).toEqual([{ id: 'new' }]);
  connection.close();
  reportTrials('P9', 1);
});
