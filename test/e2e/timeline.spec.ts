import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { readWords } from '../support/words.ts';

/*
 * The timeline of the sample meetings with the keyboard alone, as a table, filtered, and in both themes.
 */

const t = readWords('en');

const mark = (page: Page): Locator => page.locator('[data-mark]');
const chart = (page: Page): Locator => page.getByRole('application', { name: t('timeline:chart') });
const table = (page: Page): Locator => page.getByRole('grid', { name: t('timeline:table') });
const detail = (page: Page): Locator => page.getByRole('region', { name: t('timeline:detail') });
const address = (page: Page): Promise<string> => page.evaluate(() => location.hash);

async function describeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

test('the timeline is walked, filtered, turned into a table and left for a meeting by keyboard', async ({
  app,
  page,
}) => {
  await app.start({ isSample: true });
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/registers/timeline?kinds=["meeting"]';
  });
  await expect(mark(page)).toHaveCount(1);

  // One stop of the Tab key in the whole chart, and the next one is what stands below it.
  await chart(page).evaluate((element) => element.closest('main')?.focus());
  for (let stops = 0; stops < 40 && !(await mark(page).evaluate((node) => node === document.activeElement)); stops++) {
    await page.keyboard.press('Tab');
  }
  await expect(mark(page)).toBeFocused();
  await page.keyboard.press('Home');
  const first = await mark(page).getAttribute('aria-label');
  await page.keyboard.press('End');
  await expect(mark(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(mark(page)).toBeFocused();
  await expect(mark(page)).not.toHaveAttribute('aria-label', first ?? '');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await expect(mark(page)).toHaveAttribute('aria-label', first ?? '');
  // Nearer, and back: the same mark keeps the focus.
  await page.keyboard.press('+');
  await expect.poll(() => address(page)).toContain('zoom=months');
  await expect(mark(page)).toBeFocused();
  await page.keyboard.press('-');
  await expect.poll(() => address(page)).toContain('zoom=years');
  await expect(mark(page)).toBeFocused();

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await describeViolations(page)).toEqual([]);
  }

  // The same as a table, one key away, and back.
  await page.keyboard.press('ControlOrMeta+Alt+t');
  await expect(table(page)).toBeVisible();
  await expect(table(page).getByRole('row')).toHaveCount(4);
  await expect(chart(page)).toHaveCount(0);
  expect(await describeViolations(page)).toEqual([]);
  await page.getByRole('checkbox', { name: t('timeline:kinds.decision') }).press('Space');
  await expect(table(page).getByRole('row')).toHaveCount(11);
  await page.getByRole('checkbox', { name: t('timeline:kinds.decision') }).press('Space');
  await expect(table(page).getByRole('row')).toHaveCount(4);
  await page.keyboard.press('ControlOrMeta+Alt+t');
  await expect(mark(page)).toHaveCount(1);

  // A partner alone has its lane alone.
  const partner = page.getByRole('combobox', { name: t('timeline:filter.partner') });
  await partner.focus();
  await partner.press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => address(page)).toContain('partners=');
  await page.getByRole('button', { name: t('timeline:filter.clear') }).press('Enter');
  await expect.poll(() => address(page)).not.toContain('partners=');

  // Enter opens what the mark is.
  await expect(detail(page).getByRole('link')).not.toHaveCount(0);
  await mark(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => address(page)).toContain('#/meetings/');
});
