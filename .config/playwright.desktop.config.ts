import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  testDir: join(root, 'test/desktop'),
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results/desktop'),
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.TRILOGUE_REPORT ?? join(root, 'test-results/desktop.json') }],
  ],
});
