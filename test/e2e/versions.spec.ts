import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, test } from '../support/app.ts';
import { readZip } from '../support/read-zip.ts';
import { addTalks, agreeAll } from '../support/talks.ts';
import { readWords } from '../support/words.ts';

const t = readWords('en');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function isAccessible(page: Page): Promise<void> {
  // What React Aria has said of a busy button stays for some seconds after the button is gone.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('agreed minutes: scan, amendment, comparison, archive; what was damaged is said loudly', async ({ app, page }) => {
  test.setTimeout(60_000);
  await app.start();
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  const { meeting, entries } = await addTalks(client);
  await agreeAll(client, meeting.id);
  const openVersions = async (): Promise<void> => {
    await app.open(page);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await page.evaluate((id) => (location.hash = `#/meetings/${id}/versions`), meeting.id);
  };
  await openVersions();
  await expect(page.getByText(t('versions:integrity.sound'))).toBeVisible();

  await test.step('a scan of 500 MB is refused in a sentence before it travels, a sound one is kept', async () => {
    const choose = async (name: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await button(page, t('versions:file.addScan')).click();
      await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a scan') });
    };
    await page.evaluate(() => {
      const original = Object.getOwnPropertyDescriptor(Blob.prototype, 'size')!;
      Object.defineProperty(Blob.prototype, 'size', { ...original, get: () => 500 * 1024 ** 2 });
      Object.assign(globalThis, { restoreSize: () => Object.defineProperty(Blob.prototype, 'size', original) });
    });
    await choose('huge.pdf');
    await expect(page.getByText(t('errors:attachmentTooLarge', { size: 500, max: 100 }))).toBeVisible();
    await page.evaluate(() => (globalThis as unknown as { restoreSize: () => void }).restoreSize());
    await button(page, t('common:close')).click();
    await choose('signed 签字.pdf');
    await expect(page.getByRole('list', { name: t('versions:file.list'), exact: true })).toContainText(
      'signed 签字.pdf',
    );
    await expect(button(page, t('versions:file.addScan'))).toBeVisible();
  });

  await test.step('an amendment is opened with its reason, and what it changes is seen word by word', async () => {
    await button(page, t('versions:amend.open')).click();
    await page.getByRole('dialog').getByRole('textbox').fill('The season was wrong');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('meetings:lock.open') })
      .click();
    await expect(page.getByRole('region', { name: t('versions:amend.underWay') })).toContainText(
      'The season was wrong',
    );
    const change = { language: 'en' as const, text: 'To hold a seminar in autumn.', revision: 1 };
    await client.entries.saveText({ entryId: entries[1]!.id, ...change });
    await client.entries.remove({ ids: [entries[0]!.id] });

    const table = page.getByRole('table');
    await expect(page.getByText(t('versions:compare.changes', { count: 2, formatted: '2' }))).toBeVisible();
    const changed = table.getByRole('row').filter({ hasText: t('versions:change.changed') });
    await expect(changed.getByRole('deletion')).toHaveText('spring');
    await expect(changed.getByRole('insertion')).toHaveText('autumn');
    await expect(changed.locator('[lang^="en"]').first()).toHaveText('To hold a seminar in spring.');
    const removed = table.getByRole('row').filter({ hasText: t('versions:change.removed') });
    await expect(removed).toContainText(t('versions:compare.gone'));
    await page.keyboard.press('F8');
    await expect(removed).toBeFocused();
    await page.keyboard.press('F8');
    await expect(changed).toBeFocused();
    await page.keyboard.press('Shift+F8');
    await expect(removed).toBeFocused();
    await expect(table.getByRole('row')).toHaveCount(3);
    await page.getByText(t('versions:compare.onlyChanges')).click();
    await expect(table.getByRole('rowheader', { name: t('versions:field.title') })).toBeVisible();
    await isAccessible(page);
  });

  await test.step('the archive of the version in force is saved and is whole', async () => {
    const download = page.waitForEvent('download');
    await button(page, t('versions:archive.save')).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('2026-11-20 Second meeting.zip');
    const zipped = await readZip(await readFile(await file.path()));
    const paths = zipped.map(({ path }) => path);
    expect(paths).toContain('2026-11-20 Second meeting/scans/signed 签字.pdf');
    expect(paths.filter((path) => /\.(pdf|docx)$/u.test(path))).toHaveLength(7);
  });

  await test.step('the amendment is given up: the agreed text stands again', async () => {
    await button(page, t('versions:amend.drop')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('versions:amend.dropConfirm') })
      .click();
    await expect(page.getByText(t('versions:compare.noChanges'))).toBeVisible();
    await expect(button(page, t('versions:amend.open'))).toBeVisible();
  });

  await test.step('a file that was changed from outside is named, and not handed out', async () => {
    await app.stop();
    const database = new Database(join(app.dataFolder, 'trilogue.db'));
    database
      .prepare(
        `UPDATE stored_file SET bytes = zeroblob(length(bytes)) WHERE sha256 =
           (SELECT sha256 FROM attachment WHERE kind = 'version_pdf' AND language = 'ru')`,
      )
      .run();
    database.close();
    await app.start();
    await openVersions();
    const alarm = page.getByRole('alert').filter({ hasText: t('versions:integrity.damaged') });
    await expect(alarm).toContainText('(RU)');
    await expect(page.getByText(t('versions:integrity.sound'))).toHaveCount(0);
    await button(page, t('versions:archive.save')).click();
    await expect(page.getByRole('alert').filter({ hasText: /^Kept files are not as they were left/u })).toBeVisible();
    await isAccessible(page);
  });
});
