import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { addCounts, noCounts } from './counts.ts';
import type { Counts, FileCounts, Report } from './counts.ts';

function countTest(test: TestCase): Counts {
  const result = test.result();
  switch (result.state) {
    case 'passed':
      return { ...noCounts(), passed: 1 };
    case 'skipped': {
      // Nobody asked for this skip: what had to be prepared for the test has failed, and so it did not run.
      if (test.options.mode === 'run' && result.note === undefined) return { ...noCounts(), failed: 1 };
      const reason = result.note ?? `marked ${test.options.mode}`;
      return { ...noCounts(), skipped: [{ name: `${test.module.relativeModuleId} > ${test.fullName}`, reason }] };
    }
    case 'failed':
    // A test that never ended is one that failed.
    case 'pending':
      return { ...noCounts(), failed: 1 };
  }
}

function countModule(testModule: TestModule): Counts {
  const counts = addCounts([...testModule.children.allTests()].map(countTest));
  const hasFailedOutsideTests = testModule.state() === 'failed' && counts.failed === 0;
  return hasFailedOutsideTests ? { ...counts, failed: 1 } : counts;
}

function describeFile(testModule: TestModule): FileCounts {
  const durations = [...testModule.children.allTests()].map((test) => test.diagnostic()?.duration ?? 0);
  const seconds = durations.reduce((sum, ms) => sum + ms, 0) / 1000;
  return { file: testModule.relativeModuleId, seconds, counts: countModule(testModule) };
}

/** Writes what test/run.ts adds up into the file named by TRILOGUE_REPORT; vitest's own JSON drops the reasons of skips. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env.TRILOGUE_REPORT;
    if (file === undefined) return;
    const outside: Counts = { ...noCounts(), failed: unhandledErrors.length };
    const files = testModules.map(describeFile);
    const report: Report = { ...addCounts([outside, ...files.map(({ counts }) => counts)]), files };
    writeFileSync(file, JSON.stringify(report));
  }
}
