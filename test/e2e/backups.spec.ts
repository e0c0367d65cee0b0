import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { type App, type Client, expect, test } from '../support/app.ts';
import { makePerson } from '../support/records.ts';
import { readWords } from '../support/words.ts';

/* Backups as the secretary meets them: made, carried away, brought back, and what the program shows of a damaged file. */

const t = readWords('en');
const passphrase = 'four words and a comma';
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const home = (page: Page): Locator => page.getByRole('heading', { level: 1, name: t('home:title') });

async function begin(app: App): Promise<Client> {
  await app.start({ isSample: true });
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  return client;
}

async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(violations).toEqual([]);
}

const chooseFile = async (page: Page, path: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await button(page, t('backups:fromFile')).click();
  await (await chooser).setFiles(path);
};

test('a backup carried away with a passphrase brings back what was deleted since, on every page, and is taken back', async ({
  app,
  page,
  context,
}) => {
  const client = await begin(app);
  const kept = makePerson({ note: 'as in the backup' });
  await client.people.create(kept);
  await app.open(page);
  await page.getByRole('link', { name: t('home:backup.all') }).click();
  await button(page, t('backups:saveFile')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('backups:save.passphrase'), { exact: true }).fill('short');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(t('backups:save.short', { min: '10' }))).toBeVisible();
  await dialog.getByLabel(t('backups:save.passphrase'), { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(t('backups:save.differ'))).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByLabel(t('backups:save.again')).fill(passphrase);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const carried = join(app.dataFolder, '..', `${kept.id}.age`);
  await (await downloading).saveAs(carried);

  const [first] = await client.meetings.list();
  await client.meetings.remove({ id: first!.id });
  await client.people.update({ id: kept.id, note: 'changed since' });

  // Somebody is still typing on another page.
  const other = await context.newPage();
  await app.open(other);
  await visit(other, `/contacts/${kept.id}`);
  await other.getByLabel('Note').first().fill('typed before the restore');

  await chooseFile(page, carried);
  await dialog.getByLabel(t('backups:preview.passphrase')).fill('another passphrase');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(t('errors:backupRefused.passphraseWrong'))).toBeVisible();
  await dialog.getByLabel(t('backups:preview.passphrase')).fill(passphrase);
  await page.keyboard.press('Enter');
  const meetings = dialog.getByRole('row').filter({ hasText: t('backups:kind.meeting') });
  await expect(meetings.getByRole('cell')).toHaveText(['2', '3', '1', '0', '0']);
  await expectNoViolations(page);
  await button(page, t('backups:preview.confirm')).click();

  await expect(page.getByText(t('backups:restored'))).toBeVisible();
  await expect(home(page)).toBeVisible();
  await expect(home(other)).toBeVisible();
  await visit(other, `/contacts/${kept.id}`);
  await expect(other.getByLabel('Note').first()).toHaveValue('as in the backup');
  expect(await client.people.get({ id: kept.id })).toMatchObject({ note: 'as in the backup' });
  expect(await client.meetings.list()).toHaveLength(3);

  await button(page, t('common:undo')).click();
  await expect(home(other)).toBeVisible();
  await expect.poll(async () => (await client.meetings.list()).length).toBe(2);
  await rm(carried);
});

/** Every page of the data file behind the first two, so that it still opens and cannot be read. */
async function damage(path: string): Promise<void> {
  const file = await open(path, 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(size - 8192, 0x5a), 0, size - 8192, 8192);
  await file.close();
}

test('a damaged data file: the program says so, keeps it, and restores the last good backup by keyboard alone', async ({
  app,
  page,
}) => {
  const client = await begin(app);
  await client.backups.make();
  await app.stop();
  await damage(join(app.dataFolder, 'trilogue.db'));
  await app.start();
  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: t('backups:recovery.damaged') })).toBeVisible();
  await expect(page.getByText(join(app.dataFolder, 'trilogue.db'))).toBeVisible();
  await expectNoViolations(page);
  await button(page, t('backups:recovery.newest')).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('backups:preview.safeDamaged'))).toBeVisible();
  await expectNoViolations(page);
  await button(page, t('backups:preview.confirm')).focus();
  await page.keyboard.press('Enter');
  await expect(home(page)).toBeVisible();
  expect(await readdir(join(app.dataFolder, 'damaged'))).toHaveLength(1);
  expect(await (await app.connect()).meetings.list()).toHaveLength(3);
});

test('a data file that is gone, and one without a backup: never an empty one in its place', async ({ app, page }) => {
  const client = await begin(app);
  await client.backups.make();
  await app.stop();
  const file = join(app.dataFolder, 'trilogue.db');
  await rm(file);
  await app.start();
  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: t('backups:recovery.missing') })).toBeVisible();
  await expect(page.getByText(t('backups:recovery.whatMissing'))).toBeVisible();
  await button(page, t('backups:recovery.newest')).click();
  // Nothing is there to be kept, nor to be taken back to.
  await expect(page.getByText(t('backups:preview.noFile').slice(0, 40))).toBeVisible();
  await expect(page.getByText(t('backups:preview.safe'))).toBeHidden();
  await expect(page.getByText(t('backups:preview.safeDamaged'))).toBeHidden();
  await app.stop();
  for (const name of await readdir(join(app.dataFolder, 'backups'))) await rm(join(app.dataFolder, 'backups', name));
  await writeFile(join(app.dataFolder, 'backups', 'before-migration-from-3.db'), '');
  await app.start();
  await app.open(page);
  await expect(page.getByText(t('backups:recovery.whatMissingAlone'))).toBeVisible();
  await expect(page.getByText(t('backups:recovery.nothingMissing'))).toBeVisible();
  await app.stop();
  await rm(join(app.dataFolder, 'backups'), { recursive: true });
  await writeFile(file, Buffer.alloc(65_536));
  await app.start();
  await app.open(page);
  await expect(page.getByText(t('backups:recovery.nothing'))).toBeVisible();
  await expect(button(page, t('backups:recovery.newest'))).toBeHidden();
  await expect(button(page, t('backups:fromFile'))).toBeVisible();
});

test('a data file that is found damaged meanwhile: to the backups and back again, by keyboard alone', async ({
  app,
  page,
}) => {
  await begin(app);
  await app.stop();
  // Nothing that opening looks at.
  const database = new Database(join(app.dataFolder, 'trilogue.db'));
  database.pragma('foreign_keys = OFF');
  database.exec("CREATE TABLE child (id REFERENCES setting (key)); INSERT INTO child VALUES ('nobody')");
  database.close();
  await app.start();
  const client = await app.connect();
  await app.open(page);
  await expect(home(page)).toBeVisible();
  const title = await page.title();
  // Something that is in no backup yet.
  await client.people.create(makePerson());
  await expect(client.backups.make()).rejects.toMatchObject({ data: { reason: 'damaged' } });
  await button(page, t('backups:bar.open')).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1, name: t('backups:recovery.damaged') });
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(`${t('backups:recovery.damaged')} – Trilogue`);
  await expectNoViolations(page);
  await button(page, t('backups:bar.back')).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveTitle(title);
  await expect(home(page)).toBeVisible();
});

test('the journal of a run that was cut off is gone: Home says it until it is put away', async ({ app, page }) => {
  await begin(app);
  await app.stop();
  await app.start();
  await (await app.connect()).people.create(makePerson());
  await app.kill();
  for (const name of await readdir(app.dataFolder)) {
    if (name.startsWith('trilogue.db-')) await rm(join(app.dataFolder, name));
  }
  await app.start();
  await app.open(page);
  const notice = page.getByRole('region', { name: t('backups:journal.title') });
  await expect(notice).toBeVisible();
  await expectNoViolations(page);
  await notice.getByRole('button', { name: t('backups:journal.dismiss') }).click();
  await expect(notice).toBeHidden();
});

test('the journal of the very first run is gone: the way back is on the first screen', async ({ app, page }) => {
  await app.start();
  const client = await app.connect();
  await client.people.create(makePerson());
  await client.backups.make();
  await client.people.create(makePerson());
  await app.kill();
  for (const name of await readdir(app.dataFolder)) {
    if (name.startsWith('trilogue.db-')) await rm(join(app.dataFolder, name));
  }
  await app.start();
  await app.open(page);
  const notice = page.getByRole('region', { name: t('backups:journal.title') });
  await expect(notice.getByRole('link')).toBeHidden();
  await notice.getByRole('button', { name: t('backups:recovery.newest') }).click();
  await expect(page.getByRole('dialog').getByText(t('backups:preview.safe'))).toBeVisible();
});

test('what has been asked for is brought up on a narrow window as well', async ({ app, page }) => {
  await begin(app);
  await page.setViewportSize({ width: 640, height: 800 });
  await app.open(page);
  await page.getByRole('link', { name: t('home:backup.all') }).click();
  await expect(page.getByRole('heading', { level: 2, name: t('backups:title') })).toBeInViewport();
  for (const place of ['/settings', '/']) {
    await visit(page, place);
    await page.keyboard.press('F1');
    await button(page, t('commands:help.change')).click();
    await expect(page.getByRole('heading', { level: 2, name: t('settings:keyboard.title') })).toBeInViewport();
  }
});
