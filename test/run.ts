import { ensureBuilt } from '../.config/build.ts';
import { addCounts, formatCounts } from './support/counts.ts';
import type { Counts } from './support/counts.ts';
import { runPromises } from './support/promises.ts';
import { countCheck, runPlaywright, runTool, runVitest } from './support/run-tools.ts';

interface Step {
  name: string;
  /** `check` reads the sources and runs beside `test`; `browser` has the machine to itself, for it waits for screens. */
  lane: 'check' | 'test' | 'browser';
  run: () => Promise<Counts>;
}

function describeCheck(name: string, packageName: string, binary: string, args: string[]): Step {
  return {
    name,
    lane: 'check',
    run: async () => {
      const { exitCode, output } = await runTool({ packageName, binary }, args, { keepOutput: true });
      // In one piece, so that it does not mix with what runs beside it.
      if (output.trim() !== '') console.log(`\n== ${name}\n${output.trimEnd()}`);
      return countCheck(exitCode === 0);
    },
  };
}

/** With a TypeScript that it does not know, dependency-cruiser sees nothing and finds nothing wrong: that is a failure. */
async function checkLayers(): Promise<Counts> {
  const folders = ['shared', 'electron', 'renderer'];
  const args = ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const { output } = await runTool({ packageName: 'dependency-cruiser', binary: 'depcruise' }, args, {
    keepOutput: true,
  });
  const { summary } = JSON.parse(output) as {
    summary: {
      totalCruised: number;
      violations: { from: string; to: string; rule: { name: string; severity: string } }[];
    };
  };
  for (const { from, to, rule } of summary.violations) console.log(`${rule.severity} ${rule.name}: ${from} -> ${to}`);
  console.log(`${summary.totalCruised} modules`);
  const errors = summary.violations.filter((violation) => violation.rule.severity === 'error');
  return countCheck(summary.totalCruised > 0 && errors.length === 0);
}

async function build(): Promise<Counts> {
  await ensureBuilt();
  return countCheck(true);
}

const catalogues = ['--config', '.config/i18next.config.ts'];
const steps: Step[] = [
  describeCheck('types', 'typescript', 'tsc', ['-b']),
  describeCheck('lint', 'eslint', 'eslint', ['--config', '.config/eslint.config.js', '--max-warnings', '0', '.']),
  describeCheck('dead-code', 'knip', 'knip', ['--config', '.config/knip.json']),
  { name: 'layers', lane: 'check', run: checkLayers },
  describeCheck('catalogues-status', 'i18next-cli', 'i18next-cli', [...catalogues, 'status']),
  describeCheck('catalogues-lint', 'i18next-cli', 'i18next-cli', [...catalogues, 'lint']),
  describeCheck('catalogues-drift', 'i18next-cli', 'i18next-cli', [...catalogues, 'extract', '--ci', '--dry-run']),
  { name: 'build', lane: 'test', run: build },
  { name: 'unit-and-db', lane: 'test', run: () => runVitest(['unit', 'db']) },
  // Here, and not among the checks, because those take longer than the tests.
  {
    ...describeCheck('format', 'prettier', 'prettier', [
      '--config',
      '.config/prettier.json',
      '--check',
      '--log-level',
      'warn',
      '.',
    ]),
    lane: 'test',
  },
  { name: 'browser', lane: 'browser', run: () => runPlaywright('.config/playwright.config.ts', ['test/e2e']) },
  { name: 'promises', lane: 'browser', run: () => runPromises('short') },
  { name: 'desktop', lane: 'browser', run: () => runPlaywright('.config/playwright.desktop.config.ts') },
];

async function runStep(step: Step): Promise<Counts> {
  if (step.lane !== 'check') console.log(`\n== ${step.name}`);
  const startedAtMs = performance.now();
  let counts: Counts;
  try {
    counts = await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = countCheck(false);
  }
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`-- ${step.name}: ${formatCounts(counts)} (${seconds} s)`);
  return counts;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${steps.map((step) => step.name).join(', ')}.`);
  process.exitCode = 2;
} else {
  const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name));
  const runLane = async (lane: Step['lane']): Promise<{ name: string; counts: Counts }[]> => {
    const results: { name: string; counts: Counts }[] = [];
    for (const step of chosen.filter((candidate) => candidate.lane === lane)) {
      results.push({ name: step.name, counts: await runStep(step) });
    }
    return results;
  };
  const besides = await Promise.all([runLane('check'), runLane('test')]);
  const results = [...besides.flat(), ...(await runLane('browser'))];

  const total = addCounts(results.map((result) => result.counts));
  const failed = results.filter((result) => result.counts.failed > 0).map((result) => result.name);
  console.log('');
  if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
  for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason}`);
  console.log(formatCounts(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}
