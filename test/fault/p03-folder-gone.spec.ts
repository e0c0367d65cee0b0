import { renameSync } from 'node:fs';
import { expect, test } from '../support/app.ts';
import { LivePage, makeLiveMeeting, prepare, storedRows, t } from '../support/live.ts';
import { reportTrials } from '../support/trials.ts';

/*
 * Promise, as somebody sees it who types: the folder with the data is not there any more (a stick was pulled out, a
 * folder was moved). The page says so at once, keeps what is typed, and saves it by itself when the folder is back.
 */
test('the data folder goes away while one types, and comes back', async ({ app, page }) => {
  const meeting = makeLiveMeeting([], {}, ['A row']);
  await app.start();
  const client = await prepare(app, [meeting]);
  const live = await LivePage.open(app, page, meeting.id);
  await live.type('Typed before');
  await live.saved();

  const elsewhere = `${app.dataFolder}-elsewhere`;
  renameSync(app.dataFolder, elsewhere);
  await live.type(' and while the folder is away.');
  const notice = page.getByText(t('errors:typingStoreGone'));
  await expect(notice).toBeVisible();
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toHaveCount(0);
  await live.press('Enter');
  await live.type('Another row');
  await expect(live.capture).toHaveValue('Another row');
  await live.shows('speech: A row', 'speech: Typed before and while the folder is away.');
  expect((await storedRows(client, meeting.id)).join()).not.toContain('while');

  renameSync(elsewhere, app.dataFolder);
  await live.saved();
  await expect(notice).toHaveCount(0);
  await live.press('Enter');
  await live.saved();
  const rows = ['speech: A row', 'speech: Typed before and while the folder is away.', 'speech: Another row'];
  await live.shows(...rows);
  expect(await storedRows(client, meeting.id)).toEqual(rows);
  reportTrials('P3', 1);
});
