import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../support/backend.ts';
import { jsonType } from '../support/raw-door.ts';
import { send } from '../support/raw-http.ts';
import { makePerson } from '../support/records.ts';
import { startCli } from '../support/run-cli.ts';
import { reportTrials } from '../support/trials.ts';

/* P14: others who use the same machine. */

const isLinux = process.platform === 'linux';

test.skipIf(!isLinux)(
  'nothing of the code or the token is in the process list, the log or the data folder',
  async () => {
    const dataFolder = makeFolder();
    const child = startCli(['serve', '--data', dataFolder]);
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    const { value } = (await lines.next()) as { value: string };
    const { origin, hash } = new URL((JSON.parse(value) as { url: string }).url);
    const code = hash.replace('#code=', '');
    const answer = await send(Number(new URL(origin).port), '/session', {
      method: 'POST',
      headers: jsonType,
      body: JSON.stringify({ code }),
    });
    const { token } = JSON.parse(answer.body) as { token: string };
    const authorization = `Bearer ${token}`;
    for (const [path, body] of [
      ['people/create', JSON.stringify({ json: makePerson() })],
      ['people/get', '{'],
      ['backups/list', '{}'],
    ]) {
      await send(Number(new URL(origin).port), `/rpc/${path!}`, {
        method: 'POST',
        headers: { ...jsonType, authorization },
        body: body!,
      });
    }
    const places: Record<string, string> = { stderr: said };
    for (const file of ['cmdline', 'environ', 'comm']) {
      places[`/proc/${file}`] = readFileSync(`/proc/${String(child.pid)}/${file}`, 'latin1');
    }
    const exited = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    await exited;
    for (const entry of readdirSync(dataFolder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      // Others who use this machine see neither the files nor their names.
      expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
      if (entry.isFile()) places[path] = readFileSync(path, 'latin1');
    }
    places['stderr at the end'] = said;
    const found = Object.entries(places).filter(([, text]) => text.includes(code) || text.includes(token));
    expect(found.map(([place]) => place)).toEqual([]);
    expect(Object.keys(places).length).toBeGreaterThan(4);
    reportTrials('P14', Object.keys(places).length);
  },
);
