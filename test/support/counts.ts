/** A test that did not run, and why: a skip without a reason is a hole that nobody sees. */
export interface Skip {
  name: string;
  reason: string;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: Skip[];
}

/** What one file of tests has come to; `seconds` is the time of its tests. */
export interface FileCounts {
  /** Relative to the project, with slashes. */
  file: string;
  seconds: number;
  counts: Counts;
}

export interface Report extends Counts {
  files: FileCounts[];
}

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: [] });

export function addCounts(all: Counts[]): Counts {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failed: all.reduce((sum, counts) => sum + counts.failed, 0),
    skipped: all.flatMap((counts) => counts.skipped),
  };
}

/** The true last line of every test run. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}

/** The parts of Playwright's JSON report that are counted. */
export interface BrowserReport {
  suites?: BrowserSuite[];
  errors?: { message?: string }[];
}
interface BrowserSuite {
  title: string;
  file?: string;
  suites?: BrowserSuite[];
  specs?: { title: string; tests: BrowserTest[] }[];
}
interface BrowserTest {
  results?: { duration: number }[];
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  annotations: { type: string; description?: string }[];
}

function countSuite(suite: BrowserSuite): Counts {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test): Counts => {
      const name = `${suite.title} > ${spec.title}`;
      const reason = test.annotations.find((note) => note.type === 'skip' || note.type === 'fixme')?.description;
      switch (test.status) {
        case 'expected':
          return { ...noCounts(), passed: 1 };
        case 'skipped':
          return { ...noCounts(), skipped: [{ name, reason: reason ?? 'no reason given' }] };
        case 'unexpected':
        case 'flaky':
          return { ...noCounts(), failed: 1 };
      }
    }),
  );
  return addCounts([...own, ...(suite.suites ?? []).map(countSuite)]);
}

function sumSeconds(suite: BrowserSuite): number {
  const own = (suite.specs ?? []).flatMap(({ tests }) => tests.flatMap(({ results = [] }) => results));
  const ownMs = own.reduce((sum, { duration }) => sum + duration, 0);
  return (suite.suites ?? []).map(sumSeconds).reduce((sum, seconds) => sum + seconds, ownMs / 1000);
}

/** Counts a Playwright report. Errors outside of any test (a file that does not load) are failures too. */
export function countBrowserReport(report: BrowserReport): Report {
  const errors: Counts = { ...noCounts(), failed: report.errors?.length ?? 0 };
  const files = (report.suites ?? []).map((suite) => ({
    file: `test/${suite.file ?? suite.title}`,
    seconds: sumSeconds(suite),
    counts: countSuite(suite),
  }));
  return { ...addCounts([errors, ...files.map(({ counts }) => counts)]), files };
}
