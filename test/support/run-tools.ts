import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { addCounts, countBrowserReport, noCounts } from './counts.ts';
import type { BrowserReport, Counts, Report } from './counts.ts';

const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
const environment = { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter) };

/** Path of the JavaScript file behind an npm binary: `.bin` holds shell scripts on Windows. */
async function findTool(packageName: string, binary: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(modules, packageName, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[binary];
  if (path === undefined) throw new Error(`${packageName} has no binary ${binary}`);
  return join(modules, packageName, path);
}

export interface ToolRun {
  exitCode: number;
  /** stdout where it was kept, else empty */
  output: string;
}

/** Runs a binary of an npm package over the project, with its output on this terminal unless it is kept. */
export async function runTool(
  tool: { packageName: string; binary: string },
  args: string[],
  options: { keepOutput?: boolean; environment?: Record<string, string> } = {},
): Promise<ToolRun> {
  const path = await findTool(tool.packageName, tool.binary);
  const child = spawn(process.execPath, [path, ...args], {
    cwd: root,
    env: { ...environment, ...options.environment },
    stdio: ['ignore', options.keepOutput ? 'pipe' : 'inherit', 'inherit'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
  return { exitCode, output };
}

/** A check is one test: it passes as a whole or not. */
export const countCheck = (passes: boolean): Counts => ({ ...noCounts(), ...(passes ? { passed: 1 } : { failed: 1 }) });

/** Runs a test runner and adds up its report. Without a report, or with an exit code that the report does not explain, it has crashed. */
async function runTests(
  tool: { packageName: string; binary: string },
  args: string[],
  readReport: (text: string) => Report,
  variables: Record<string, string> = {},
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-report-'));
  const report = join(folder, 'report.json');
  try {
    const { exitCode } = await runTool(tool, args, { environment: { ...variables, TRILOGUE_REPORT: report } });
    const read = existsSync(report) ? readReport(await readFile(report, 'utf8')) : { ...noCounts(), files: [] };
    const isExplained = existsSync(report) && (exitCode === 0 || read.failed > 0);
    return isExplained ? read : { ...read, ...addCounts([read, countCheck(false)]) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param variables added to the environment of the tests; without names among `words` all files of the projects run */
export const runVitest = (
  projects: readonly string[],
  words: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<Report> =>
  runTests(
    { packageName: 'vitest', binary: 'vitest' },
    ['run', '--config', '.config/vitest.config.ts', ...projects.flatMap((name) => ['--project', name]), ...words],
    (text) => JSON.parse(text) as Report,
    variables,
  );

/** As {@link runVitest}. */
export const runPlaywright = (
  config: string,
  specs: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<Report> =>
  runTests(
    { packageName: '@playwright/test', binary: 'playwright' },
    ['test', '--config', config, ...specs],
    (text) => countBrowserReport(JSON.parse(text) as BrowserReport),
    variables,
  );
