import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { readWords } from '../support/words.ts';

/* The two registers of translation, from empty: a concept by keyboard, a table, refused files, a memory of elsewhere. */

const t = readWords('en');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const link = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });

async function visit(page: Page, address: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(heading(page, title)).toBeVisible();
}

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Choose .*file…$/u }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(text) });
}

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
}

const table = [
  'preferred_en,preferred_ru,preferred_zh,forbidden_ru',
  'quorum,кворум,法定人数,',
  'working group,рабочая группа,工作组,рабгруппа',
].join('\r\n');

const unit = (...texts: [tag: string, text: string][]): string =>
  `<tu>${texts.map(([tag, text]) => `<tuv xml:lang="${tag}"><seg>${text}</seg></tuv>`).join('')}</tu>`;
const memory = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="OmegaT" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>
<body>${unit(
  ['en-US', 'The working group <ph x="1">{0}</ph>met in Nanjing.'],
  ['ru', 'Рабочая группа собралась в Нанкине.'],
  ['zh-CN', '工作组在南京开会。'],
)}${unit(['en', 'Experts are exchanged.'], ['ru', 'Идёт обмен экспертами.'], ['zh-TW', '交換專家。'])}${unit([
  'en',
  'Only one language.',
])}</body></tmx>`;

test('glossary and translation memory, from empty', async ({ app, page }) => {
  await app.start();
  await (await app.connect()).settings.update({ uiLanguage: 'en', firstRunDone: true });
  await app.open(page);
  await expect(heading(page, t('home:title'))).toBeVisible();

  await test.step('a concept is made by keyboard alone', async () => {
    await visit(page, '/registers/glossary', t('glossary:title'));
    await expect(page.getByText(t('glossary:empty'))).toBeVisible();
    await expectSound(page);
    await button(page, t('glossary:newConcept')).press('Enter');
    const term = (language: string): Locator =>
      page.getByRole('textbox', { name: t('glossary:terms.label', { language, number: 1 }), exact: true });
    await term('English').focus();
    await page.keyboard.insertText('working group');
    // Saved meanwhile: the fields of the other languages are still there.
    await expect(page.getByText(/^Saved /u)).toBeVisible();
    for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(term('Russian')).toBeFocused();
    await page.keyboard.insertText('рабочая группа');
    await expect(term('Russian')).toHaveAttribute('lang', 'ru-RU');
    await expect(heading(page, 'working group')).toBeVisible();
    await expect(page.getByText(/^Saved /u)).toBeVisible();
    await expectSound(page);
  });

  await test.step('and found by another form of its word', async () => {
    await link(page, t('glossary:concept.back')).press('Enter');
    await page.getByRole('searchbox', { name: t('glossary:search') }).fill('рабочих групп');
    await expect(page.getByText(t('glossary:count', { count: 1, formatted: '1' }), { exact: true })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'рабочая группа' })).toBeVisible();
    await page.getByRole('searchbox', { name: t('glossary:search') }).fill('');
  });

  await test.step('a refused table names its line; a sound one is previewed and taken', async () => {
    await link(page, t('glossary:import.open')).click();
    await chooseFile(page, 'terms.csv', `${table}\r\n,,,\r\n`.replace('工作组', 'x'.repeat(501)));
    const refusal = page.getByRole('alert');
    await expect(refusal).toContainText(t('errors:glossaryRefused'));
    await expect(refusal).toContainText(
      t('glossary:problem.lineAndColumn', { line: 3, column: t('glossary:fields.preferred_zh') }),
    );
    await chooseFile(page, 'terms.csv', table);
    const preview = section(page, t('glossary:import.preview'));
    await expect(preview.getByRole('row').filter({ hasText: 'working group' })).toContainText(
      t('glossary:fields.forbidden_ru'),
    );
    await expectSound(page);
    await preview.getByRole('button', { name: t('glossary:import.run', { count: 2, formatted: '2' }) }).click();
    await expect(page.getByText(t('glossary:import.done'))).toBeVisible();
    await link(page, t('glossary:import.toGlossary')).click();
    await expect(page.getByRole('row').filter({ hasText: '法定人数' })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: '工作组' })).toContainText('рабгруппа');
  });

  await test.step('a memory of another program is read, reported in words and taken', async () => {
    await visit(page, '/registers/memory', t('memory:title'));
    await expect(page.getByText(t('memory:empty'))).toBeVisible();
    await link(page, t('memory:import.open')).click();
    await chooseFile(page, 'evil.tmx', '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"/>');
    await expect(page.getByRole('alert')).toContainText(t('memory:problem.doctype'));
    await chooseFile(page, 'old.tmx', memory);
    const report = section(page, t('memory:report.title'));
    await expect(report).toContainText('zh-TW (1 text)');
    await expect(report).toContainText(t('memory:report.single', { count: 1, formatted: '1' }));
    await expectSound(page);
    await report.getByRole('button', { name: t('memory:import.run', { count: 2, formatted: '2' }) }).click();
    await expect(page.getByText(t('memory:import.done', { count: 2, formatted: '2' }))).toBeVisible();
    await link(page, t('memory:import.toMemory')).click();
  });

  await test.step('words are found in it in any form; the file can go again, and come back', async () => {
    await page.getByRole('searchbox', { name: t('memory:concordance.field') }).fill('рабочие группы');
    const found = page.getByRole('table', { name: t('memory:concordance.title') });
    await expect(found).toContainText('The working group met in Nanjing.');
    await expect(found.locator('mark')).toHaveText(['Рабочая', 'группа']);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectSound(page);
    await button(page, t('memory:contents.remove', { name: 'old.tmx' })).press('Enter');
    await expect(page.getByText(t('memory:empty'))).toBeVisible();
    await button(page, t('common:undo')).click();
    await expect(page.getByRole('rowheader', { name: 'old.tmx' })).toBeVisible();
  });
});
