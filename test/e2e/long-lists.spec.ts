import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Person } from '#shared/contract/people.ts';
import type { Language } from '#shared/domain/language.ts';
import { generateOrganizations, generatePeople } from '../bench/register.ts';
import { expect, test } from '../support/app.ts';
import { makePerson } from '../support/records.ts';
import { storeRegister } from '../support/register.ts';
import { readWords } from '../support/words.ts';

/*
 * Registers too long to be drawn whole: the order of each language, the filter, and the keys of the grid, over rows that
 * are mostly not on the page.
 */

const t = readWords('en');
const count = 2_000;
const rows = (page: Page) => page.getByRole('row');
const focused = (page: Page) => page.locator('[role="row"]:focus');
const names = (page: Page) => page.getByRole('rowheader');

const part = (family: string, given: string) => ({
  family,
  given,
  patronymic: '',
  display: '',
  source: 'entered' as const,
  sortKey: '',
});
const named = (latin: [string, string], cyrillic: [string, string], han: [string, string]): Person =>
  makePerson({ names: { latin: part(...latin), cyrillic: part(...cyrillic), han: part(...han) } });
const none: [string, string] = ['', ''];

test('a long list is one grid with all its keys', async ({ app, page }) => {
  const organizations = generateOrganizations(40);
  storeRegister(app.dataFolder, generatePeople(count, organizations), organizations);
  await app.start();
  await app.open(page);
  await page.getByRole('link', { name: t('shell:places.contacts') }).click();
  const grid = page.getByRole('grid', { name: t('contacts:people') });
  await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1));

  await test.step('of which only what is seen is drawn', async () => {
    await expect(rows(page).nth(5)).toBeVisible();
    expect(await rows(page).count()).toBeLessThan(100);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('arrows, End, Home and the page keys move the focus and the rows with it', async () => {
    await page.getByRole('button', { name: t('contacts:newPerson') }).press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(focused(page)).toHaveAttribute('aria-rowindex', '3');
    await page.keyboard.press('End');
    await expect(focused(page)).toHaveAttribute('aria-rowindex', String(count + 1));
    await expect(focused(page)).toBeInViewport();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    await expect(focused(page)).toHaveAttribute('aria-rowindex', '2');
    await page.keyboard.press('PageDown');
    await expect(focused(page)).toBeInViewport();
    await page.keyboard.press('Home');
  });

  await test.step('the focus survives scrolling out of sight', async () => {
    await grid.hover();
    await page.mouse.wheel(0, 30_000);
    await expect(focused(page)).not.toBeInViewport();
    await expect(names(page).nth(20)).toBeInViewport();
    await page.keyboard.press('ArrowDown');
    await expect(focused(page)).toHaveAttribute('aria-rowindex', '3');
    await expect(focused(page)).toBeInViewport();
  });

  await test.step('letters lead to a name', async () => {
    await page.keyboard.type('zh');
    await expect(focused(page).getByRole('rowheader')).toHaveText(/^zh/iu);
    await expect(focused(page)).toBeInViewport();
  });

  await test.step('above the rows are the heads, which sort', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    const head = page.getByRole('columnheader', { name: t('contacts:column.name'), exact: true });
    await expect(head).toBeFocused();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    const first = await names(page).first().textContent();
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(names(page).first()).not.toHaveText(first ?? '');
    await page.keyboard.press('Enter');
    await expect(names(page).first()).toHaveText(first ?? '');
    await page.keyboard.press('ArrowDown');
  });

  await test.step('Enter opens the person', async () => {
    const name = await focused(page).getByRole('rowheader').textContent();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
  });

  await test.step('and a click anywhere in the row', async () => {
    await page.goBack();
    const row = rows(page).nth(4);
    const name = await row.getByRole('rowheader').textContent();
    await row.getByRole('gridcell').nth(1).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');
  });
});

test('people stand where a reader of the language looks for them', async ({ app, page }) => {
  storeRegister(
    app.dataFolder,
    [
      named(['Yolkin', 'Ivan'], ['Ёлкин', 'Иван'], none),
      named(['Elkin', 'Ivan'], ['Елкин', 'Иван'], none),
      named(['Zhukov', 'Ivan'], ['Жуков', 'Иван'], none),
      named(['Egorov', 'Ivan'], ['Егоров', 'Иван'], none),
      named(['Zeng', 'Wenli'], none, ['曾', '文丽']),
      named(['Ouyang', 'Wenli'], none, ['欧阳', '文丽']),
      named(none, none, ['胡', '文丽']),
      named(['Cheng', 'Wenli'], none, ['程', '文丽']),
    ],
    [],
  );
  await app.start();
  await app.open(page);
  await page.getByRole('link', { name: t('shell:places.contacts') }).click();
  await expect(names(page)).toHaveText([
    'Cheng Wenli',
    'Egorov Ivan',
    'Elkin Ivan',
    'Ouyang Wenli',
    'Yolkin Ivan',
    'Zeng Wenli',
    'Zhukov Ivan',
    /^胡文丽/u,
  ]);

  await chooseLanguage(page, 'en', 'Русский');
  await expect(names(page)).toHaveText([
    'Егоров Иван',
    'Елкин Иван',
    'Ёлкин Иван',
    'Жуков Иван',
    /^Cheng/u,
    /^Ouyang/u,
    /^Zeng/u,
    /^胡文丽/u,
  ]);

  await chooseLanguage(page, 'ru', '中文');
  await expect(names(page)).toHaveText([
    '程文丽',
    /^Egorov/u,
    /^Elkin/u,
    '胡文丽',
    '欧阳文丽',
    /^Yolkin/u,
    '曾文丽',
    /^Zhukov/u,
  ]);
});

/** In the settings, and back to the list. */
async function chooseLanguage(page: Page, present: Language, name: string): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('button', { name: new RegExp(readWords(present)('settings:uiLanguage')) }).press('Enter');
  await page.getByRole('option', { name, exact: true }).click();
  await page.evaluate(() => (location.hash = '#/contacts'));
  await expect(names(page).first()).toBeVisible();
}
