import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, openTestBackend } from '../../support/backend.ts';
import { makeBundle } from '../../support/bundles.ts';
import { addMinutes } from '../../support/follow-up.ts';
import { repack } from '../../support/repack-bundle.ts';
import { runCli } from '../../support/run-cli.ts';

test('what a stranger has written into a bundle is no order to the terminal', async () => {
  const { client } = openTestBackend().backend;
  const { meeting } = await addMinutes(client, [['speech', 'Сказано.']]);
  // Clears the screen, gives the window another title, in one and in two signs, and turns the writing round.
  const orders = '\u001B[2J\u001B]0;x\u0007\u009B1m\u202E\r';
  const bundle = await repack(await makeBundle(client, [meeting.id]), (path, text) => {
    if (path !== 'manifest.json') return text;
    const manifest = JSON.parse(text) as { meetings: { record: string }[] };
    manifest.meetings[0]!.record = `a${orders}b.json`;
    return JSON.stringify(manifest);
  });
  const [data, file] = [makeFolder(), join(makeFolder(), 'stranger.zip')];
  writeFileSync(file, new Uint8Array(await bundle.arrayBuffer()));
  const { exitCode, stdout, stderr } = await runCli(['import', 'bundle', file, '--data', data]);
  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain('a\uFFFD[2J\uFFFD]0;x\uFFFD\uFFFD1m\uFFFD\uFFFDb.json\n');
  expect(stderr).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
});
