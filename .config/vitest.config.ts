import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

const describeProject = (name: string) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`] },
});

export default defineConfig({
  root,
  cacheDir: join(root, 'node_modules/.cache/vite'),
  test: {
    environment: 'node',
    globalSetup: join(root, 'test/support/build-setup.ts'),
    reporters: ['default', join(root, 'test/support/counts-reporter.ts')],
    // For the processes that tests start: half of the time that one takes to start is that of compiling it.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/trilogue/compile') },
    // Real files, real SQLite, real child processes: a machine with two cores needs its time.
    testTimeout: 40_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: 'forks',
    projects: ['unit', 'db', 'fault', 'security'].map(describeProject),
  },
});
