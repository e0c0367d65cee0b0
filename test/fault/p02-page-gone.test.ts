import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFakeElectron, FakeWindow } from '../support/fake-electron.ts';
import { makeFolder } from '../support/backend.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

/*
 * Promise: a page that dies under the desktop comes back by itself, as often as it dies; what was typed is in the store
 * save for the last second (p02-kill-page.spec.ts). With the fake electron: this is about what the desktop door does.
 */
const reasons = ['crashed', 'killed', 'oom', 'abnormal-exit', 'launch-failed', 'integrity-failure'];

test('a page that is gone is loaded anew', async () => {
  const fake = createFakeElectron();
  vi.doMock('electron', () => fake);
  const { argv } = process;
  process.argv = ['electron', '.', '--data', join(makeFolder(), 'data')];
  onTestFinished(() => {
    process.argv = argv;
  });
  await import('../../electron/main/index.ts');
  const opened = await vi.waitFor(() => {
    const [window] = FakeWindow.all;
    if (window?.calls.length !== 1) throw new Error('no page was loaded yet');
    return window;
  });
  const count = trialCount(10, 100);
  for (let trial = 0; trial < count; trial++) {
    const reason = reasons[trial % reasons.length];
    opened.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    expect(opened.calls.length, reason).toBe(trial + 2);
    expect(opened.calls.at(-1)).toBe(opened.calls[0]);
  }
  // A page that has ended by itself is not brought back, nor one without a window.
  opened.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  expect(opened.calls.length).toBe(count + 1);
  // As often as it dies, but of a fake: one trial.
  reportTrials('P2', 1, 'a page of the desktop');
  const event = { preventDefault: vi.fn() };
  fake.app.emit('will-quit', event);
  await vi.waitFor(() => {
    expect(fake.app.calls.at(-1)).toBe('quit');
  });
});
