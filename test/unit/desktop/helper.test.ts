import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createHelperStarter } from '../../../electron/main/helper.ts';
import type { FakeElectron } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { utilityProcess } = (await import('electron')) as unknown as FakeElectron;

class FakeUtilityProcess extends EventEmitter {
  pid: number | undefined;
  readonly posted: unknown[] = [];
  readonly kill = vi.fn(() => true);
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
}

function start() {
  const child = new FakeUtilityProcess();
  utilityProcess.fork.mockReturnValueOnce(child);
  return { child, helper: createHelperStarter('/dist')('documents-worker') };
}

test('a helper is a utility process without our environment and without a way to the network', () => {
  vi.stubEnv('TRILOGUE_SECRET', 'x');
  start();
  const [path, args, options] = utilityProcess.fork.mock.calls[0] as [
    string,
    string[],
    { env: Record<string, string> },
  ];
  expect([path, args]).toEqual([join('/dist', 'documents-worker', 'index.js'), []]);
  expect(options.env).not.toHaveProperty('TRILOGUE_SECRET');
  expect(options.env.HTTPS_PROXY).toBe('http://127.0.0.1:9');
  vi.unstubAllEnvs();
});

test('messages go both ways and the end is told', () => {
  const { child, helper } = start();
  const received: unknown[] = [];
  const ended: unknown[] = [];
  helper.onMessage((message) => received.push(message));
  helper.onExit((code, signal) => ended.push([code, signal]));
  helper.postMessage({ a: 1 });
  child.emit('message', { b: 2 });
  child.emit('exit', 134);
  expect([child.posted, received, ended]).toEqual([[{ a: 1 }], [{ b: 2 }], [[134, null]]]);
});

test('killing does not ask', async () => {
  const { child, helper } = start();
  helper.kill();
  expect(child.kill).toHaveBeenCalledOnce();

  // A process that ignores what can be ignored.
  const stubborn = spawn(process.execPath, [
    '-e',
    "process.on('SIGTERM',()=>{}); setInterval(()=>{},1000); console.log(1)",
  ]);
  await new Promise((resolve) => stubborn.stdout.once('data', resolve));
  child.pid = stubborn.pid;
  const ended = new Promise((resolve) =>
    stubborn.once('exit', (_code, signal) => {
      resolve(signal);
    }),
  );
  helper.kill();
  expect(await ended).toBe('SIGKILL');
});
