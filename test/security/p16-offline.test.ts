import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { extractBrowser } from '../support/browser.ts';
import { type BrowserReport, countBrowserReport } from '../support/counts.ts';
import { runCutOff, whyNoCutOff } from '../support/cut-off.ts';
import { isFull, reportTrials } from '../support/trials.ts';

/*
 * Promise 16: Trilogue sends nothing anywhere. Back end, helpers and browser run where everything beyond this machine is
 * a card that counts packets. In short one test that types, saves and switches the language; in full all of the browser tests.
 */
const reason = whyNoCutOff();
const specs = isFull ? ['test/e2e'] : ['test/e2e/door.spec.ts', '--grep', 'the language of the screens'];
const suiteMs = isFull ? 25 * 60_000 : 120_000;

describe('nothing leaves this machine', () => {
  // Out here: inside, where there is one user only, its files could not be given to their owner.
  beforeAll(async () => {
    if (reason === null) await extractBrowser();
  });
  beforeEach((context) => {
    if (reason !== null) context.skip(reason);
  });

  test.each([
    ['a connection', "await fetch('http://192.0.2.7/', { signal: AbortSignal.timeout(500) }).catch(() => undefined)"],
    [
      'a name that is looked up',
      `const { Resolver } = await import('node:dns/promises');
       const resolver = new Resolver({ timeout: 300, tries: 1 });
       resolver.setServers(['192.0.2.53']);
       await resolver.resolve4('trilogue.example').catch(() => undefined)`,
    ],
    [
      'a name that the system looks up',
      "await (await import('node:dns/promises')).lookup('trilogue.example').catch(() => undefined)",
    ],
  ])('%s would be counted', async (_what, attempt) => {
    const { packets } = await runCutOff([process.execPath, '--input-type=module', '-e', attempt]);
    expect(packets).toBeGreaterThan(0);
  });

  test('while the screens are used', { timeout: suiteMs }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trilogue-offline-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const report = join(folder, 'report.json');
    const config = ['--config', '.config/playwright.config.ts', '--output', join(folder, 'results')];
    const { exitCode, packets, output } = await runCutOff(
      [process.execPath, 'node_modules/@playwright/test/cli.js', 'test', ...config, ...specs],
      { TRILOGUE_REPORT: report },
    );
    const counts = countBrowserReport(JSON.parse(readFileSync(report, 'utf8')) as BrowserReport);
    reportTrials('P16', counts.passed + counts.failed, `${packets} packets beyond this machine`);
    expect(packets).toBe(0);
    expect(counts.passed, output).toBeGreaterThan(0);
    expect(exitCode, output).toBe(0);
  });
});
