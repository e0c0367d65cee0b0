import { expect, test } from '../support/app.ts';
import { runKillTrials } from '../support/kill-trials.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

/*
 * Promise: nothing that was shown as saved is lost, and of what was typed since at most the last second, at whatever
 * moment the back end is killed.
 */
const count = trialCount(2, 100);

test('the back end is killed while minutes are typed', async ({ app, browser }) => {
  test.setTimeout(60_000 + count * 15_000);
  const { claims, typed } = await runKillTrials({ app, browser, count, victim: 'back end' });
  const held = `${String(typed)} states of the text older than a second`;
  reportTrials('P2', count, `${String(claims)} times «Saved» was on the screen, ${held}`);
  // Half of the trials at least last longer than a saving takes: without claims nothing would have been checked.
  expect(claims).toBeGreaterThanOrEqual(count / 2);
  expect(typed).toBeGreaterThan(0);
});
