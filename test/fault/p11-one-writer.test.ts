import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makePerson } from '../support/records.ts';
import { runCli } from '../support/run-cli.ts';
import { reportTrials } from '../support/trials.ts';

const run = promisify(execFile);

/** What a process of its own hears when it opens the folder. */
async function openElsewhere(folder: string): Promise<string> {
  const script = `
    import { openConnection } from '${join(projectFolder, 'electron/db/connection.ts')}';
    try { openConnection(process.argv[1]); console.log('opened') } catch (error) { console.log(error.code) }`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, folder]);
  return stdout.trim();
}

test('nobody else opens the data file, whatever this process has done beside it', async () => {
  const folder = makeFolder();
  const { backend } = openTestBackend(folder);
  const { client, context } = backend;
  let trials = 0;
  const look = async (after: string): Promise<void> => {
    expect(await openElsewhere(folder), after).toBe('folder-in-use');
    trials += 1;
  };
  await look('opening');
  await client.people.create(makePerson());
  await client.app.check();
  await look('a check');
  const made = await client.backups.make();
  await client.backups.list();
  await look('a backup');
  expect(await client.backups.verify({ name: made.name })).toEqual({ state: 'sound' });
  await look('a verification');
  const packed = await client.backups.pack({ name: made.name, passphrase: null });
  const download = await client.backups.download({ id: packed.id });
  const bytes = new Uint8Array(await download.arrayBuffer());
  await look('a backup that leaves');
  await client.people.create(makePerson());
  const preview = await client.backups.preview({ file: new File([bytes], 'from a stick'), passphrase: null });
  await look('a preview');
  await client.backups.restore({ id: preview.id });
  expect(await client.people.list()).toHaveLength(1);
  await look('a restore');
  const second = makeFolder();
  await context.backups.setSecondFolder(second);
  await client.people.create(makePerson());
  await client.backups.make();
  await client.backups.list();
  await look('a copy to a second folder');
  // Everything beside the data file, as Explorer or our own code might.
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const isData = entry.parentPath === folder && entry.name.startsWith('trilogue.db');
    if (entry.isFile() && !isData) readFileSync(join(entry.parentPath, entry.name));
  }
  await look('reading every other file');
  const { exitCode, stderr } = await runCli(['check', '--data', folder]);
  expect({ exitCode, isSaid: stderr.includes('already open') }).toEqual({ exitCode: 1, isSaid: true });
  await backend.close();
  expect(await openElsewhere(folder)).toBe('opened');
  reportTrials('P11', trials + 1);
});

test('what closes a second descriptor of the data file would let another one in: nothing of ours does', async (context) => {
  if (process.platform === 'win32') context.skip('Windows keeps its locks');
  const folder = makeFolder();
  openTestBackend(folder);
  expect(await openElsewhere(folder)).toBe('folder-in-use');
  // The very thing that must never be done, so that the test above is known to be able to fail.
  readFileSync(join(folder, 'trilogue.db'));
  expect(await openElsewhere(folder)).toBe('opened');
  reportTrials('P11', 1);
});

test('the terminal restores a file of any size by its path, and never the data file itself', async () => {
  const folder = makeFolder();
  const { backend } = openTestBackend(folder);
  await backend.client.people.create(makePerson());
  await backend.close();
  const out = join(makeFolder(), 'taken along');
  const secret = join(makeFolder(), 'passphrase');
  writeFileSync(secret, 'three plain words\n');
  const made = await runCli(['backup', '--out', out, '--passphrase-file', secret, '--data', folder]);
  expect(made).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readFileSync(out, 'latin1')).toMatch(/^age-encryption\.org/u);
  const other = makeFolder();
  const refused = await runCli(['restore', out, '--data', other]);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('encrypted');
  // As Windows writes it.
  writeFileSync(secret, Buffer.from('\uFEFFthree plain words\r\n', 'utf16le'));
  const seen = await runCli(['restore', out, '--passphrase-file', secret, '--data', other, '--dry-run']);
  expect(seen).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readdirSync(other)).toEqual([]);
  const restored = await runCli(['restore', out, '--passphrase-file', secret, '--data', other]);
  expect(restored).toMatchObject({ exitCode: 0, stderr: '' });
  const checked = JSON.parse((await runCli(['check', '--data', other])).stdout) as { counts: Record<string, number> };
  expect(checked.counts['person']).toBe(1);
  const itself = await runCli(['restore', join(folder, 'trilogue.db'), '--data', folder]);
  expect(itself).toMatchObject({ exitCode: 2, stdout: '' });
  const backups = JSON.parse((await runCli(['backup', 'list', '--data', other])).stdout) as { backups: unknown[] };
  expect(backups.backups.length).toBeGreaterThan(0);
  expect(existsSync(join(folder, 'running.json'))).toBe(false);
  reportTrials('P11', 2);
});
