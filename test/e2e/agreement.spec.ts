import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { addComments, packParts, unpackParts } from '../support/commented-docx.ts';
import { prepare, t } from '../support/live.ts';
import { addTalks } from '../support/talks.ts';

/* From the draft to agreed minutes: two comments, one accepted and one declined, and the word of both sides. */

async function expectNoViolations(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    // What was read out a moment ago may name a button that is gone.
    .exclude('[data-live-announcer]')
    .analyze();
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)),
    place,
  ).toEqual([]);
}

test('draft minutes are circulated, commented on and agreed by both sides', async ({ sharedApp, page }) => {
  const client = await prepare(sharedApp, []);
  const { meeting, entries } = await addTalks(client);
  const decision = entries[1]?.id ?? '';
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const comments = page.getByRole('grid', { name: t('agreement:comments.list') });
  // The headings of the agenda items are rows of the grid, too.
  const rows = comments.getByRole('row').filter({ has: page.getByRole('gridcell') });
  await sharedApp.open(page);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((id) => (location.hash = `#/meetings/${id}/overview`), meeting.id);

  await test.step('circulate', async () => {
    await page.getByRole('link', { name: t('meetings:stage.circulate') }).press('Enter');
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expectNoViolations(page, 'recipients');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: t('agreement:letters.circulateRun', { count: 2 }) }).press('Enter');
    await download;
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('group', { name: t('meetings:statusLabel') })).toHaveText(
      t('meetings:status.circulated'),
    );
    await expect(page.getByText(t('agreement:rounds.lettersSent', { sent: 0, total: 2 }))).toBeVisible();
  });

  await test.step('a comment that came by telephone is accepted', async () => {
    await button(t('agreement:comments.add')).press('Enter');
    await page.keyboard.type('1.1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: t('agreement:comment.author') }).fill('Wang Fang');
    await dialog.getByRole('textbox', { name: t('agreement:comment.text') }).fill('In April, please.');
    await dialog.getByRole('textbox', { name: t('agreement:comment.text') }).press('Tab');
    await dialog.getByRole('button', { name: t('common:add'), exact: true }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(rows).toHaveCount(1);
    await expect(comments.getByRole('link', { name: 'Decision 1.1' })).toBeVisible();
    await rows.focus();
    await page.keyboard.press('a');
    await expect(comments.getByText(t('agreement:state.accepted'))).toBeVisible();
  });

  await test.step('one from the Word file is declined with a reason', async () => {
    const [made] = await client.documents.export({
      meetingId: meeting.id,
      languages: ['ru'],
      layout: 'single',
      formats: ['docx'],
    });
    if (!made) throw new Error('a DOCX was expected');
    const parts = unpackParts(new Uint8Array(await made.file.arrayBuffer()));
    const commented = addComments(parts, [
      { author: 'Петров П. П.', text: ['Лучше осенью.'], on: 'Провести семинар весной.' },
    ]);
    const chooser = page.waitForEvent('filechooser');
    await button(t('agreement:comments.fromFile')).press('Enter');
    await (
      await chooser
    ).setFiles({
      name: 'замечания.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(packParts(commented)),
    });
    await expect(dialog.getByText('Лучше осенью.')).toBeVisible();
    await expectNoViolations(page, 'comments found');
    await dialog.getByRole('button', { name: t('agreement:file.take', { count: 1 }) }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(rows).toHaveCount(2);
    await expect(page.getByText(t('agreement:obstacle.comments', { count: 1 }))).toBeVisible();
    await rows.filter({ hasText: 'Лучше осенью.' }).focus();
    await page.keyboard.press('d');
    await dialog.getByRole('button', { name: t('agreement:reason.declineRun') }).press('Enter');
    await expect(dialog.getByText(t('agreement:reason.needed'))).toBeVisible();
    await dialog.getByRole('textbox').fill('The hall is booked.');
    await dialog.getByRole('button', { name: t('agreement:reason.declineRun') }).press('Enter');
    await expect(comments.getByText('The hall is booked.')).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('both sides agree to the text as it stands', async () => {
    await client.entries.saveText({
      entryId: decision,
      language: 'en',
      text: 'To hold a seminar in April.',
      revision: 1,
    });
    await expect(page.getByText(t('agreement:obstacle.changed', { number: 1 }))).toBeVisible();
    await button(t('agreement:sides.keep')).press('Enter');
    await expect(page.getByText(/It has the text that stands in the minutes now/u)).toBeVisible();
    await expectNoViolations(page, 'sides');
    for (const [index, side] of ['Chinese side', 'Russian side'].entries()) {
      await button(t('agreement:sides.recordOf', { side })).press('Enter');
      await expect(dialog.getByRole('combobox', { name: t('agreement:agree.by') })).toHaveValue(
        `Head ${String(index + 1)}`,
      );
      const run = index === 0 ? t('agreement:agree.run') : t('agreement:agree.runLast');
      await dialog.getByRole('button', { name: run, exact: true }).press('Enter');
      await expect(dialog).toHaveCount(0, { timeout: 30_000 });
    }
    await expect(page.getByRole('group', { name: t('meetings:statusLabel') })).toHaveText(t('meetings:status.agreed'));
  });

  await test.step('the minutes can be read and not changed', async () => {
    await page.getByRole('link', { name: t('meetings:tab.minutes'), exact: true }).press('Enter');
    await expect(button(t('meetings:lock.amend'))).toBeVisible();
    const text = page.getByRole('textbox', { name: 'Decision 1.1 – English' });
    await expect(text).toHaveValue('To hold a seminar in April.');
    await expect(text).not.toBeEditable();
    await expect(page.getByRole('group', { name: t('minutes:addTo', { number: 1 }) })).toHaveCount(0);
    await expectNoViolations(page, 'locked minutes');
    // How far an action is goes on.
    const status = (name: 'open' | 'done') =>
      button(
        t('minutes:statusOf', {
          status: t(name === 'open' ? 'minutes:actionStatus.open' : 'minutes:actionStatus.done'),
        }),
      );
    await status('open').press('Enter');
    await page.getByRole('menuitemradio', { name: t('minutes:actionStatus.done') }).press('Enter');
    await expect(status('done')).toBeVisible();
    const statusKept = async () =>
      (await client.meetings.get({ id: meeting.id })).entries.find(({ kind }) => kind === 'action')?.action?.status;
    await expect.poll(statusKept).toBe('done');
  });
});
