import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { readWords } from '../support/words.ts';

/* Meetings handed over as one file, and taken over after a look at what differs. */

const t = readWords('en');
const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(violations).toEqual([]);
}

test('a bundle of chosen meetings shows what differs, replaces what is chosen, and is taken back', async ({
  app,
  page,
}) => {
  await app.start({ isSample: true });
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  const [latest, middle, earliest] = await client.meetings.list();
  if (latest === undefined || middle === undefined || earliest === undefined) throw new Error('three sample meetings');
  await app.open(page);
  await page.evaluate(() => (location.hash = '/meetings'));
  await button(page, t('bundles:export')).click();
  const dialog = page.getByRole('dialog');
  await button(dialog, t('bundles:save.confirm')).click();
  await expect(dialog.getByText(t('bundles:save.none'))).toBeVisible();
  await dialog.getByLabel(t('bundles:save.filter')).fill('new materials');
  await expect(dialog.getByRole('list').getByRole('checkbox')).toHaveCount(1);
  await dialog.getByLabel(t('bundles:save.filter')).fill('');
  await dialog.getByText(t('bundles:save.all'), { exact: true }).click();
  await dialog.getByText(t('backups:save.open'), { exact: true }).click();
  await expectNoViolations(page);
  const saved = page.waitForEvent('download');
  await button(dialog, t('bundles:save.confirm')).click();
  const path = await (await saved).path();
  await expect(dialog).toBeHidden();

  // On this side one meeting goes on, and another is deleted.
  await client.meetings.update({ id: latest.id, title: { en: 'Other words', ru: 'Другие слова', zh: '另一个标题' } });
  const { entries } = await client.meetings.get({ id: latest.id });
  await client.entries.remove({ ids: [entries[0]!.id] });
  await client.meetings.remove({ id: earliest.id });

  await page.evaluate(() => (location.hash = '/settings'));
  const chooser = page.waitForEvent('filechooser');
  await button(page, t('bundles:import')).click();
  await (
    await chooser
  ).setFiles({ name: 'handed over.trilogue.zip', mimeType: 'application/zip', buffer: await readFile(path) });
  const rowOf = (title: string): Locator => dialog.getByRole('listitem').filter({ hasText: title });
  await expect(rowOf(earliest.title.en)).toContainText(t('bundles:take.state.new'));
  await expect(rowOf(middle.title.en)).toContainText(t('bundles:take.state.same'));
  const row = rowOf(latest.title.en);
  await expect(row).toContainText(t('bundles:take.state.differs'));
  await expect(row.getByRole('row').filter({ hasText: t('bundles:differ.field.title') })).toContainText('Другие слова');
  await expect(row.getByRole('radio', { name: t('bundles:take.choices.keep') })).toBeChecked();
  await row.getByText(t('bundles:take.choices.replace'), { exact: true }).click();
  await expect(row).toContainText(t('bundles:take.replaceHint'));
  await expectNoViolations(page);
  await button(dialog, t('bundles:take.confirm')).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => (await client.meetings.list()).map(({ title }) => title))
    .toEqual([latest, middle, earliest].map(({ title }) => title));
  expect((await client.meetings.get({ id: latest.id })).entries).toHaveLength(entries.length);

  await button(page, t('common:undo')).last().click();
  await expect
    .poll(async () => (await client.meetings.list()).map(({ title }) => title.en))
    .toEqual(['Other words', middle.title.en]);
});
