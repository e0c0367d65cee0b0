import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { describeBrowser } from '../test/support/browser.ts';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  testDir: join(root, 'test'),
  testMatch: '**/test/{e2e,fault,security}/*.spec.ts',
  outputDir: join(root, 'test-results'),
  globalSetup: join(root, 'test/support/browser-setup.ts'),
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 90_000,
  // Two cores, two browsers, and a back end with Typst beside them: slow is not wrong.
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.TRILOGUE_REPORT ?? join(root, 'test-results/browser.json') }],
  ],
  use: {
    browserName: 'chromium',
    launchOptions: describeBrowser(),
    acceptDownloads: true,
    // Nobody watches, so nothing slides in.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
