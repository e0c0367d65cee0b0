import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { expect, test } from '../support/app.ts';
import { projectFolder } from '../support/project-folder.ts';
import { readWords } from '../support/words.ts';

/* What goes out of a meeting: chosen, looked at while it is written, jumped from and to, saved, and saved once more. */

const t = readWords('en');
const record = JSON.parse(
  readFileSync(join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json'), 'utf8'),
) as MeetingRecord;
const meetingId = record.meeting.id;
/** «Decision 5.4» is the fourth under the last item. */
const decision = record.entries.filter(({ kind }) => kind === 'decision')[3]!;

async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

async function expectNoViolations(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    // What was read out a moment ago may name a button that is gone.
    .exclude('[data-live-announcer]')
    .analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect(found, place).toEqual([]);
}

/** How many pages each preview had and how many of them were sent. */
function countPages(page: Page): { pages: number; sent: number }[] {
  const answers: { pages: number; sent: number }[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/rpc/documents/preview')) return;
    void response.text().then(
      (body) => {
        const count = (pattern: RegExp): number => body.match(pattern)?.length ?? 0;
        answers.push({ pages: count(/"hash"/gu), sent: count(/"svg"/gu) });
      },
      // The page has gone elsewhere meanwhile.
      () => undefined,
    );
  });
  return answers;
}

const hashOf = async (download: Download): Promise<string> =>
  createHash('sha256')
    .update(await readFile(await download.path()))
    .digest('hex');

test('documents of a meeting: pages that follow the text, a way to the row and back, files and their journal', async ({
  app,
  page,
}) => {
  test.setTimeout(150_000);
  await app.start({ isSample: true });
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  await page.setViewportSize({ width: 1280, height: 800 });
  const answers = countPages(page);
  await app.open(page);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((address) => (location.hash = address), `#/meetings/${meetingId}/export`);
  const pages = page.getByRole('list', { name: t('export:preview.title') });
  const firstPage = page.getByRole('img', { name: t('export:preview.page', { number: 1 }) });
  const save = (count: number) => page.getByRole('button', { name: t('export:save.run', { count }), exact: true });
  const mark = page.locator('[data-mark]').first();
  const field = page.getByRole('textbox', { name: 'Decision 5.4 – English' });
  await expect(firstPage).toBeVisible({ timeout: 30_000 });

  await test.step('kinds and layouts: what does not go together is said before anything is asked', async () => {
    await choose(page, t('export:kind.label'), t('export:kind.agenda'));
    await choose(page, t('export:options.layout'), t('export:options.columns'));
    await expect(save(2)).toBeEnabled();
    // Three columns suit an agenda, not minutes: they become one file.
    await choose(page, t('export:kind.label'), t('export:kind.minutes'));
    await expect(page.getByRole('button', { name: t('export:options.layout') })).toContainText(
      t('export:options.sequential'),
    );
    await choose(page, t('export:options.layout'), t('export:options.columns'));
    await expect(
      page.getByRole('alert').filter({ hasText: t('errors:optionsUnsuitable.columnsTooMany') }),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: t('export:save.none'), exact: true })).toBeDisabled();
    await choose(page, t('export:options.layout'), t('export:options.single'));
    await page.getByRole('checkbox', { name: t('common:languages.zh') }).press('Space');
    await page.getByRole('checkbox', { name: t('common:languages.ru') }).press('Space');
    await expect(save(2)).toBeEnabled();
    await expect(page.getByText(t('export:preview.pageCount', { count: 3 }))).toBeVisible();
    await expectNoViolations(page, 'documents');
  });

  await test.step('an edit in another window: the pages follow, and only what changed is sent', async () => {
    await expect(page.getByText(t('export:preview.making'))).toHaveCount(0);
    const seen = answers.length;
    await client.entries.saveText({
      entryId: decision.id,
      language: 'en',
      text: `${decision.texts.en.text} Once a year.`,
      revision: decision.texts.en.revision,
    });
    await expect.poll(() => answers.slice(seen)).toContainEqual({ pages: 3, sent: 1 });
  });

  await test.step('from a page to the row by keyboard, and back to the same place', async () => {
    await page.getByRole('button', { name: t('export:preview.page', { number: 3 }), exact: true }).press('Enter');
    await page.getByRole('button', { name: t('export:preview.goToOn', { number: 3 }) }).press('Enter');
    const place = await pages.evaluate((list) => list.scrollTop);
    expect(place).toBeGreaterThan(0);
    await page.getByRole('menuitem', { name: /^Decision 5\.4/u }).press('Enter');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(/Once a year\.$/u);
    await page.goBack();
    await expect(firstPage.or(page.getByRole('img').first())).toBeVisible();
    await expect.poll(() => pages.evaluate((list) => list.scrollTop)).toBeCloseTo(place, -1);
    await expect(save(2)).toBeEnabled();
  });

  await test.step('from the row to its paragraph, and by a click on it back to the row', async () => {
    await page.getByRole('link', { name: t('meetings:tab.minutes'), exact: true }).click();
    await page.getByRole('button', { name: t('minutes:showInDocument', { name: 'Decision 5.4' }) }).click();
    await expect(mark).toBeInViewport();
    await expect(page).toHaveURL(/\/export$/u);
    await mark.click({ force: true });
    await expect(field).toBeFocused();
  });

  await test.step('the real pages beside the text, following the row, never taking the focus', async () => {
    await page.keyboard.press('Control+P');
    await expect(page.getByRole('region', { name: t('export:preview.show') })).toBeVisible();
    await field.focus();
    await expect(mark).toBeInViewport();
    const seen = answers.length;
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' In May.');
    await expect.poll(() => answers.slice(seen).some(({ sent }) => sent === 1)).toBe(true);
    await expect(field).toBeFocused();
    await expectNoViolations(page, 'preview beside the minutes');
    await page.keyboard.press('Control+P');
    await expect(page.getByRole('region', { name: t('export:preview.show') })).toHaveCount(0);
  });

  await test.step('copies for both sides, and from the journal the very same bytes', async () => {
    await page.getByRole('link', { name: t('meetings:tab.export'), exact: true }).click();
    await choose(page, t('export:copies.label'), t('export:copies.keeper'));
    await page.getByRole('checkbox', { name: t('export:format.docx') }).press('Space');
    const downloads: Download[] = [];
    page.on('download', (download) => downloads.push(download));
    await save(2).click();
    await expect.poll(() => downloads.length, { timeout: 30_000 }).toBe(2);
    for (const side of record.meeting.sides) {
      await expect(page.getByText(t('export:save.keeper', { side: side.name.en })).first()).toBeVisible();
    }
    const rows = page.getByRole('grid', { name: t('export:journal.list') }).getByRole('row');
    // The head of the table is a row, too.
    await expect(rows).toHaveCount(3);
    const name = downloads[0]!.suggestedFilename();
    const again = page.waitForEvent('download');
    await page.getByRole('button', { name: t('export:journal.againOf', { name }) }).click();
    const saved = await again;
    expect(saved.suggestedFilename()).toBe(name);
    const hash = await hashOf(saved);
    expect(hash).toBe(await hashOf(downloads[0]!));
    await expect(page.getByTitle(hash).first()).toBeVisible();
    await page.getByRole('button', { name: t('export:calendar.meeting') }).click();
    await expect(rows).toHaveCount(4);
  });

  await test.step('dark, and at 200 %', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoViolations(page, 'documents in the dark');
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await save(2).scrollIntoViewIfNeeded();
    await expect(save(2)).toBeInViewport();
  });
});
