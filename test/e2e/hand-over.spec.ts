import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { editRows, translate, typed, withCell } from '../support/hand-over-docx.ts';
import { addTalks } from '../support/talks.ts';
import { readWords } from '../support/words.ts';

const t = readWords('en');

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a table goes to the translator, comes back, is looked through and taken', async ({ app, page }) => {
  test.setTimeout(60_000);
  await app.start();
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  const { meeting, entries } = await addTalks(client);
  const textOf = async (index: number) =>
    (await client.meetings.get({ id: meeting.id })).entries.find(({ id }) => id === entries[index]!.id)!.texts;
  const sources = [(await textOf(0)).ru.text, (await textOf(2)).ru.text] as const;
  await app.open(page);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((id) => (location.hash = `#/meetings/${id}/review`), meeting.id);
  const menu = page.getByRole('button', { name: t('hand-over:menu.label') });
  const dialog = page.getByRole('dialog');
  const choose = async (bytes: Uint8Array): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: t('hand-over:menu.read') }).press('Enter');
    await (await chooser).setFiles({ name: 'back.docx', mimeType: '', buffer: Buffer.from(bytes) });
  };

  await menu.press('Enter');
  await page.getByRole('menuitem', { name: t('hand-over:menu.export') }).press('Enter');
  await dialog.getByRole('radio', { name: t('hand-over:export.all') }).press('Space');
  await isAccessible(page);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: t('hand-over:export.save') }).press('Enter');
  const sent = new Uint8Array(await readFile(await (await download).path()));
  await expect(dialog).toBeHidden();

  await test.step('a table that was spoiled is refused, row by row', async () => {
    await choose(await editRows(sent, (rows) => [...rows, rows[1]!, withCell(rows[2]!, 0, typed(''))]));
    await expect(dialog).toContainText(t('errors:handOverRefused'));
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await isAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('what was edited here meanwhile stands beside what came back', async () => {
    const { en } = await textOf(0);
    await client.entries.saveText({
      entryId: entries[0]!.id,
      language: 'en',
      text: 'Our own words.',
      revision: en.revision,
    });
    await choose(await translate(sent, { [sources[0]]: 'Their words.', [sources[1]]: 'Prepare the programme.' }));
    const conflict = dialog.getByRole('listitem').filter({ hasText: t('hand-over:fate.conflict') });
    await expect(conflict).toContainText('Our own words.');
    await isAccessible(page);
    await dialog.getByRole('radio', { name: t('hand-over:back.take') }).press('Space');
    await dialog.getByRole('button', { name: t('hand-over:back.apply', { count: 2 }) }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await textOf(0)).en.text).toBe('Their words.');
    expect((await textOf(2)).en.text).toBe('Prepare the programme.');
  });

  await page.getByRole('button', { name: t('common:undo'), exact: true }).click();
  await expect.poll(async () => (await textOf(0)).en.text).toBe('Our own words.');
});
