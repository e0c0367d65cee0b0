import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Backend } from '../../../electron/backend.ts';
import { router } from '../../../electron/router.ts';
import { openTestBackend } from '../../support/backend.ts';
import { makePerson } from '../../support/records.ts';

/** The program's end of a pair that the page has been given. */
interface Given {
  contract: MessagePort;
  desktop: MessagePort;
}

/**
 * A page of the desktop application, with the program's end of its ports in the hands of the test. It lives on when its
 * test is over, and must then have a pair: it would ask the next test's for one.
 */
async function openPage(backend: Backend) {
  const page = Object.assign(new EventTarget(), {
    postMessage: (message: unknown) => {
      expect(message).toBe('trilogue-ready');
      asked += 1;
    },
  });
  let asked = 0;
  const deadlines: { ms: number; pass: () => void }[] = [];
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { protocol: 'app:', origin: 'app://trilogue', hash: '' });
  vi.stubGlobal('navigator', { platform: 'Linux' });
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    const pass = (): void => {
      controller.abort(new DOMException('', 'TimeoutError'));
    };
    deadlines.push({ ms, pass });
    return controller.signal;
  });
  const { api, desktop, NoAnswer } = await import('../../../renderer/app/api.ts');
  const { followChanges } = await import('../../../renderer/app/changes.ts');
  const { connectionState } = await import('../../../renderer/app/connection.ts');
  return {
    api,
    desktop,
    NoAnswer,
    /** How often the page has asked for ports since it was given any. */
    asked: () => asked,
    deadlines,
    followChanges,
    state: () => connectionState.get(),
    /** Hands the page a pair. Nobody listens at the other end of a silent one. */
    give(isSilent = false): Given {
      asked = 0;
      const contract = new MessageChannel();
      const native = new MessageChannel();
      if (!isSilent) {
        new RPCHandler(router).upgrade(contract.port1, { context: backend.context });
        native.port1.on('message', ({ id, call }: { id: number; call: string }) => {
          native.port1.postMessage({ id, result: call === 'saveFile' ? { saved: true } : null });
        });
      }
      const ports = [contract.port2, native.port2];
      page.dispatchEvent(Object.assign(new Event('message'), { data: 'trilogue-port', source: page, ports }));
      for (const port of [...ports, contract.port1, native.port1]) port.unref();
      return { contract: contract.port1, desktop: native.port1 };
    },
    /** What a call came to, so that a rejection is never unhandled. */
    outcome: (call: Promise<unknown>): Promise<unknown> =>
      call.then(
        () => 'answered',
        (error: unknown) => (error instanceof NoAnswer ? 'no answer' : error),
      ),
  };
}

/** The page waits longer with each attempt. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000 });

let backend: Backend;
beforeEach(() => {
  vi.resetModules();
  ({ backend } = openTestBackend());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a pair that is closed is asked for again, and what is called next goes over the new one', async () => {
  const page = await openPage(backend);
  const first = page.give();
  void page.followChanges();
  await eventually(() => {
    expect(page.state()).toBe('connected');
  });

  first.contract.close();
  await eventually(() => {
    expect(page.state()).toBe('lost');
  });
  expect(await page.outcome(page.api.settings.get())).toBe('no answer');
  expect(await page.outcome(page.desktop.openLink('https://example.org/'))).toBe('no answer');
  await eventually(() => {
    expect(page.asked()).toBe(1);
  });

  page.give();
  expect(await page.outcome(page.api.people.create(makePerson()))).toBe('answered');
  expect(await page.desktop.saveFile(new File([], 'a.pdf'))).toEqual({ saved: true });
  await eventually(() => {
    expect(page.state()).toBe('connected');
  });
  expect(await backend.client.people.list()).toHaveLength(1);
});

test.each(['contract', 'desktop'] as const)('calls in flight end when the %s port is closed', async (port) => {
  const page = await openPage(backend);
  const silent = page.give(true);
  const calls = [page.api.settings.get(), page.desktop.openFile('.json'), page.api.exchange.preview({} as never)];
  const outcomes = Promise.all(calls.map((call) => page.outcome(call)));
  silent[port].close();
  expect(await outcomes).toEqual(['no answer', 'no answer', 'no answer']);
  page.give();
});

test('a pair on which not even a ping is answered is replaced', async () => {
  const page = await openPage(backend);
  page.give();
  void page.followChanges();
  await eventually(() => {
    expect(page.state()).toBe('connected');
  });
  page.give(true);
  // The pair that came last is the one in use.
  await eventually(() => {
    expect(page.state()).toBe('lost');
  });
  const before = page.deadlines.length;
  const saving = page.outcome(page.api.settings.get());
  const file = page.outcome(page.desktop.openFile('.json'));
  await eventually(() => {
    expect(page.deadlines).toHaveLength(before + 1);
  });
  page.deadlines[before]?.pass();
  expect(await saving).toBe('no answer');
  await eventually(() => {
    expect(page.deadlines).toHaveLength(before + 2);
  });
  const ping = page.deadlines[before + 1];
  expect(ping?.ms).toBeLessThan(page.deadlines[before]?.ms ?? 0);
  ping?.pass();
  expect(await file).toBe('no answer');
  await eventually(() => {
    expect(page.asked()).toBe(1);
  });
  page.give();
  await eventually(() => {
    expect(page.state()).toBe('connected');
  });
});

test('a back end that is only busy keeps its pair', async () => {
  const page = await openPage(backend);
  const { contract } = page.give();
  await page.api.app.info();
  const before = page.deadlines.length;
  // The call is on its way when its deadline passes; the ping behind it is answered.
  const call = page.outcome(page.api.settings.get());
  await eventually(() => {
    expect(page.deadlines).toHaveLength(before + 1);
  });
  page.deadlines[before]?.pass();
  expect(await call).toBe('no answer');
  await eventually(() => {
    expect(page.deadlines).toHaveLength(before + 2);
  });
  expect(await page.outcome(page.api.settings.get())).toBe('answered');
  expect(page.asked()).toBe(0);
  const isClosed = new Promise((resolve) => contract.once('close', () => resolve(true)));
  expect(await Promise.race([isClosed, page.outcome(page.api.app.info())])).toBe('answered');
});

test('what other windows or frames post is not taken for a pair', async () => {
  const page = await openPage(backend);
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
  });
  const ports = [port2, port1];
  for (const forged of [
    { data: 'trilogue-port', source: null, ports },
    { data: 'other', source: window, ports },
    { data: 'trilogue-port', source: window, ports: [port2] },
  ]) {
    window.dispatchEvent(Object.assign(new Event('message'), forged));
  }
  page.give();
  expect(await page.outcome(page.api.settings.get())).toBe('answered');
});
