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
  suites?: BrowserSuite[];
  specs?: { title: string; tests: BrowserTest[] }[];
}
interface BrowserTest {
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

/** Counts a Playwright report. Errors outside of any test (a file that does not load) are failures too. */
export function countBrowserReport(report: BrowserReport): Counts {
  const errors: Counts = { ...noCounts(), failed: report.errors?.length ?? 0 };
  return addCounts([errors, ...(report.suites ?? []).map(countSuite)]);
}
