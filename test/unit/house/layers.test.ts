import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** A house in which each rule is broken once; the other files are there to be imported. */
const files: Record<string, string> = {
  'package.json': '{ "name": "bad-house", "type": "module", "imports": { "#shared/*": "./shared/*" } }',
  'tsconfig.json':
    '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler", "allowImportingTsExtensions": true } }',
  'shared/good.ts': "import { z } from 'zod';\nexport const good = z.string();\nexport type Good = string;",
  'shared/domain/names/dictionary.ts': "export const dictionary = 'long';\nexport type Reading = string;",
  'electron/features/a/index.ts': "export { handlers } from './handlers.ts';",
  'electron/features/a/handlers.ts': 'export const handlers = 1;',
  'electron/features/a/repository.ts': "import { sql } from 'kysely';\nexport const find = sql;",
  'electron/db/connection.ts': "import Database from 'better-sqlite3';\nexport const open = Database;",
  'electron/main/index.ts': "import { app } from 'electron';\nexport const start = app;",
  'electron/documents/worker/index.ts':
    "import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';\nexport const compile = NodeCompiler;",
  'renderer/features/b/index.ts': "export { Page } from './page.tsx';",
  'renderer/features/b/page.tsx':
    "import type { Reading } from '#shared/domain/names/dictionary.ts';\nexport const Page = (reading: Reading) => reading;",
  'renderer/app/shell.ts': "import { Page } from '../features/b/index.ts';\nexport const shell = Page;",
  'test/support/helper.ts': "import Database from 'better-sqlite3';\nexport const helper = Database;",

  'shared/cycle-one.ts': "import { two } from './cycle-two.ts';\nexport const one = () => two;",
  'shared/cycle-two.ts': "import { one } from './cycle-one.ts';\nexport const two = () => one;",
  'shared/missing.ts': "import { nothing } from './not-there.ts';\nexport const missing = nothing;",
  'shared/reaches-out.ts': "import { v7 } from 'uuid';\nexport const reach = v7;",
  'shared/domain/names/reaches-out.ts': "import { v7 } from 'uuid';\nexport const reach = v7;",
  'shared/reads-files.ts': "import { readFile } from 'node:fs';\nexport const read = readFile;",
  'shared/knows-electron-folder.ts':
    "import type { handlers } from '../electron/features/a/index.ts';\nexport type Handlers = typeof handlers;",
  'renderer/type-of-back-end.ts':
    "import type { handlers } from '../electron/features/a/index.ts';\nexport type Handlers = typeof handlers;",
  'renderer/reads-files.ts': "import { readFile } from 'node:fs/promises';\nexport const read = readFile;",
  'renderer/knows-names.ts':
    "import { dictionary } from '#shared/domain/names/dictionary.ts';\nexport const known = dictionary;",
  'renderer/ui/knows-feature.ts': "import { Page } from '../features/b/index.ts';\nexport const known = Page;",
  'renderer/features/c/sideways.ts': "import { Page } from '../b/page.tsx';\nexport const sideways = Page;",
  'renderer/features/c/at-the-door.ts': "import { Page } from '../b/index.ts';\nexport const polite = Page;",
  'electron/shows-page.ts':
    "import type { Page } from '../renderer/features/b/index.ts';\nexport type Shown = typeof Page;",
  'electron/features/d/sideways.ts': "import { find } from '../a/repository.ts';\nexport const sideways = find;",
  'electron/features/d/at-the-door.ts': "import { handlers } from '../a/index.ts';\nexport const polite = handlers;",
  'electron/features/d/desktop.ts': "import type { App } from 'electron';\nexport type Desktop = App;",
  'electron/features/d/store.ts': "import type { Database } from 'better-sqlite3';\nexport type Store = Database;",
  'electron/features/d/handlers.ts': "import { sql } from 'kysely';\nexport const query = sql;",
  'electron/features/d/door.ts': "import { start } from '../../main/index.ts';\nexport const door = start;",
  'electron/features/d/engine.ts':
    "import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';\nexport const engine = NodeCompiler;",
  'electron/db/knows-feature.ts': "import { handlers } from '../features/a/index.ts';\nexport const known = handlers;",
  'electron/preload/index.ts': "import { good } from '#shared/good.ts';\nexport const extra = good;",
  'electron/uses-tests.ts': "import { helper } from '../test/support/helper.ts';\nexport const used = helper;",
};

const expected: Record<string, string> = {
  'shared/cycle-one.ts': 'no-cycles',
  'shared/missing.ts': 'not-resolvable',
  'shared/reaches-out.ts': 'shared-stands-alone',
  'shared/domain/names/reaches-out.ts': 'names-stand-alone',
  'shared/reads-files.ts': 'shared-stands-alone',
  'shared/knows-electron-folder.ts': 'shared-stands-alone',
  'renderer/type-of-back-end.ts': 'renderer-never-electron',
  'renderer/reads-files.ts': 'renderer-never-node',
  'renderer/knows-names.ts': 'renderer-asks-the-back-end-about-names',
  'renderer/ui/knows-feature.ts': 'ui-knows-no-feature',
  'renderer/features/c/sideways.ts': 'features-meet-at-their-index',
  'electron/shows-page.ts': 'electron-never-renderer',
  'electron/features/d/sideways.ts': 'features-meet-at-their-index',
  'electron/features/d/desktop.ts': 'only-the-desktop-imports-electron',
  'electron/features/d/store.ts': 'only-the-store-imports-sqlite',
  'electron/features/d/handlers.ts': 'only-the-store-imports-kysely',
  'electron/features/d/door.ts': 'doors-stand-outside',
  'electron/features/d/engine.ts': 'only-the-worker-imports-typst',
  'electron/db/knows-feature.ts': 'store-knows-no-feature',
  'electron/preload/index.ts': 'preload-stands-alone',
  'electron/uses-tests.ts': 'product-never-tests',
};

let folder = '';
let violations: { from: string; rule: string }[] = [];
let moduleCount = 0;
let exitCode = 0;

interface Report {
  summary: { totalCruised: number; violations: { from: string; rule: { name: string; severity: string } }[] };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-layers-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, '.config/dependency-cruiser.cjs');
  const run = (outputType: string): Promise<{ code: number; stdout: string }> =>
    new Promise((resolve) => {
      const args = [tool, '--config', config, '--output-type', outputType, 'shared', 'electron', 'renderer'];
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 ** 2 }, (error, stdout) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout });
      });
    });
  const report = JSON.parse((await run('json')).stdout) as Report;
  moduleCount = report.summary.totalCruised;
  violations = report.summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ from, rule }) => ({ from, rule: rule.name }));
  exitCode = (await run('err')).code;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the layer rules', () => {
  test('see the files at all, types included', () => {
    expect(moduleCount).toBeGreaterThan(Object.keys(expected).length);
  });

  test('end with an exit code that says so', () => {
    expect(exitCode).toBeGreaterThan(0);
  });

  test.each(Object.entries(expected))('%s breaks %s', (from, rule) => {
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule)).toContain(
      rule,
    );
  });

  test('leave alone what is allowed', () => {
    const innocent = violations.filter(({ from }) => !Object.hasOwn(expected, from));
    expect(innocent).toEqual([]);
  });

  test('are all proved here', () => {
    const config = createRequire(import.meta.url)('../../../.config/dependency-cruiser.cjs') as {
      forbidden: { name: string; severity: string }[];
    };
    const rules = config.forbidden.filter(({ severity }) => severity === 'error').map(({ name }) => name);
    const unproved = rules.filter((name) => !violations.some((violation) => violation.rule === name));
    expect(unproved).toEqual([]);
  });
});
