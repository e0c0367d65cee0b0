import { describe, expect, test } from 'vitest';
import { addCounts, countBrowserReport, formatCounts } from '../../support/counts.ts';

describe('the last line', () => {
  test('adds up what every runner reports', () => {
    const total = addCounts([
      { passed: 2, failed: 0, skipped: [] },
      { passed: 1, failed: 3, skipped: [{ name: 'a', reason: 'b' }] },
    ]);
    expect(formatCounts(total)).toBe('3 passed, 3 failed, 1 skipped');
  });

  test('counts a browser report test by test, with the reasons of skips', () => {
    const report = {
      errors: [{ message: 'a file that does not load' }],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [
            { title: 'passes', tests: [{ status: 'expected' as const, annotations: [] }] },
            {
              title: 'skips',
              tests: [{ status: 'skipped' as const, annotations: [{ type: 'skip', description: 'no tool' }] }],
            },
          ],
          suites: [
            {
              title: 'inner',
              specs: [
                { title: 'fails', tests: [{ status: 'unexpected' as const, annotations: [] }] },
                { title: 'wavers', tests: [{ status: 'flaky' as const, annotations: [] }] },
              ],
            },
          ],
        },
      ],
    };
    expect(countBrowserReport(report)).toMatchObject({
      passed: 1,
      failed: 3,
      skipped: [{ name: 'a.spec.ts > skips', reason: 'no tool' }],
    });
  });

  test('takes an empty report for what it is', () => {
    expect(formatCounts(countBrowserReport({}))).toBe('0 passed, 0 failed, 0 skipped');
  });
});
