import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from '../support/app.ts';
import { encodeText } from '../support/encode-text.ts';
import { readWords } from '../support/words.ts';

/* Registers in and out as files, through the screens, with files in the encodings that reach a secretary's desk. */

const t = readWords('en');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const rowOf = (page: Page, text: string): Locator => page.getByRole('row').filter({ hasText: text });

async function begin(app: App, page: Page): Promise<void> {
  await app.start();
  await app.open(page);
  await page.getByText('English', { exact: true }).click();
  await button(page, t('first-run:start')).click();
  await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
}

async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function chooseFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Choose .*file…$/u }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

/** Chooses in the menu that begins with this label. */
async function map(page: Page, column: string, field: string): Promise<void> {
  await page.getByRole('button', { name: `“${column}” goes into` }).press('Enter');
  await page.getByRole('menuitemradio', { name: field, exact: true }).click();
}

async function importFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await visit(page, '/contacts/import?kind=people');
  await chooseFile(page, name, bytes);
  await button(page, t('exchange:check.run')).click();
  await page.getByRole('button', { name: /^Import \d/u }).click();
  await expect(page.getByText(t('exchange:result.done'))).toBeVisible();
}

const russian = encodeText(
  'Кто;E-mail;Организация;Должность;Кабинет\r\n' +
    'Громыко-Залесский Всеволод Мстиславович;gromyko@example.ru;Институт полярных материалов;директор;12\r\n' +
    'Цюй Сяофан;qu@example.cn;;;\r\n',
  'windows-1251',
);

const chinese = encodeText(
  '姓名,单位,职务,邮箱\r\n曲晓芳,极地材料研究所,研究员,qu.2@example.cn\r\n欧阳娜娜,极地材料研究所,院长,ouyang@example.cn\r\n',
  'gb18030',
);

test('files in windows-1251 and GB18030, with columns chosen and a suspected double decided', async ({ app, page }) => {
  await begin(app, page);

  await test.step('a Russian file: its encoding is found, a column is mapped by hand', async () => {
    await visit(page, '/contacts/import?kind=people');
    await chooseFile(page, 'участники.csv', russian);
    await expect(page.getByRole('button', { name: /Windows-1251/u })).toBeVisible();
    await expect(rowOf(page, 'Кабинет')).toContainText(t('exchange:columns.leftOut'));
    await map(page, 'Кто', t('exchange:columns.leftOut'));
    await expect(page.getByText(t('exchange:columns.noName'))).toBeVisible();
    await expect(button(page, t('exchange:check.run'))).toBeDisabled();
    await map(page, 'Кто', t('exchange:fields.full_cyrillic'));
    await map(page, 'Кабинет', t('exchange:fields.note'));
    await button(page, t('exchange:check.run')).click();
    const preview = section(page, t('exchange:preview.title'));
    await expect(preview.getByText('1 new organisation will be created as well')).toBeVisible();
    await expect(preview.getByRole('row')).toHaveCount(3);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await button(page, 'Import 2 contacts').click();
    await expect(page.getByText(t('exchange:result.done'))).toBeVisible();
  });

  await test.step('a Chinese file: one row may be known already, with the reason; it is left out unless decided', async () => {
    await visit(page, '/contacts');
    await visit(page, '/contacts/import?kind=people');
    await chooseFile(page, '通讯录.csv', chinese);
    await expect(page.getByRole('button', { name: /GB18030/u })).toBeVisible();
    await button(page, t('exchange:check.run')).click();
    const suspected = rowOf(page, '曲晓芳').filter({ hasText: t('exchange:fate.suspected') });
    await expect(suspected).toContainText('Цюй Сяофан');
    await expect(button(page, 'Import 1 contact')).toBeVisible();
    await suspected.getByRole('button').press('Enter');
    await page.getByRole('menuitemradio', { name: t('exchange:decide.update') }).click();
    await button(page, 'Import 2 contacts').click();
    const result = section(page, t('exchange:result.title'));
    await expect(result.getByText(t('exchange:result.created'))).toBeVisible();
    await expect(result.getByText(t('exchange:result.updated'))).toBeVisible();
    await result.getByRole('link', { name: t('exchange:result.people') }).click();
  });

  await test.step('the known record has both spellings after a restart', async () => {
    await app.stop();
    await app.start();
    await app.open(page);
    await visit(page, '/contacts');
    await expect(page.getByText('3 records')).toBeVisible();
    await page.getByRole('searchbox').fill('曲晓芳');
    await rowOf(page, '曲晓芳').or(rowOf(page, 'Цюй')).first().click();
    await expect(page.getByRole('textbox', { name: /Family name.*Cyrillic/u })).toHaveValue('Цюй');
    await expect(page.getByRole('textbox', { name: /Family name.*Chinese/u })).toHaveValue('曲');
  });
});

test('an import is undone in one step', async ({ app, page }) => {
  await begin(app, page);
  await importFile(page, 'contacts.csv', chinese);
  await section(page, t('exchange:result.title'))
    .getByRole('button', { name: t('common:undo') })
    .click();
  await expect(page.getByText(t('history:undone', { what: t('history:peopleImport') }))).toBeVisible();
  await visit(page, '/contacts');
  await expect(page.getByText(t('contacts:empty'))).toBeVisible();
});

test('a broken file is refused with its line, and nothing is changed', async ({ app, page }) => {
  await begin(app, page);
  await visit(page, '/contacts/import?kind=people');
  const refusal = page.getByRole('alert');

  await test.step('a broken byte, read as what it is not, until another encoding is chosen', async () => {
    const sound = Buffer.from('姓名,email\n胡义东,hu@example.cn\n李 Li');
    await chooseFile(page, 'broken.csv', Buffer.concat([sound, Buffer.from([0xff, 0x0a])]));
    await expect(refusal).toContainText(t('errors:exchangeRefused'));
    await expect(refusal).toContainText(t('exchange:place.lineAndColumn', { line: '3', column: '5' }));
    await page.getByRole('button', { name: new RegExp(t('exchange:file.encoding'), 'u') }).press('Enter');
    await page.getByRole('option', { name: t('exchange:encoding.windows1251') }).click();
    await expect(refusal).toHaveCount(0);
    await expect(rowOf(page, 'email')).toContainText('hu@example.cn');
  });

  await test.step('a record without a name, after the check', async () => {
    await chooseFile(page, 'nameless.csv', Buffer.from('name,email\nHu Yidong,hu@example.cn\n,nobody@example.cn\n'));
    await button(page, t('exchange:check.run')).click();
    await expect(refusal).toContainText(t('exchange:problem.no_name'));
    await expect(refusal).toContainText(t('exchange:place.line', { line: '3' }));
    await expect(page.getByRole('button', { name: /^Import \d/u })).toHaveCount(0);
  });

  await test.step('something that is no such file at all', async () => {
    await chooseFile(page, 'picture.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0));
    await expect(refusal.getByRole('listitem')).toHaveCount(1);
    await expect(button(page, t('exchange:check.run'))).toHaveCount(0);
  });

  await visit(page, '/contacts');
  await expect(page.getByText(t('contacts:empty'))).toBeVisible();
});

const exports = [
  { format: 'csv', extension: '.csv', check: (bytes: Buffer) => expect(bytes.toString()).toContain('欧阳') },
  { format: 'xlsx', extension: '.xlsx', check: (bytes: Buffer) => expect(bytes.subarray(0, 2).toString()).toBe('PK') },
  {
    format: 'vcard4',
    extension: '.vcf',
    check: (bytes: Buffer) => expect(bytes.toString()).toMatch(/VERSION:4\.0\r\n/u),
  },
  {
    format: 'vcard3',
    extension: '.vcf',
    check: (bytes: Buffer) => expect(bytes.toString()).toMatch(/VERSION:3\.0\r\n/u),
  },
] as const;

test('the register is saved in each format', async ({ app, page }) => {
  await begin(app, page);
  await importFile(page, 'contacts.csv', chinese);
  await visit(page, '/contacts');
  for (const { format, extension, check } of exports) {
    await button(page, t('exchange:export.open')).click();
    await page
      .getByRole('radio', { name: new RegExp(`^${t(`exchange:export.${format}`).replace(/[().]/gu, '.')}`, 'u') })
      .press('Space');
    const downloading = page.waitForEvent('download');
    await button(page, t('exchange:export.run')).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`people\\${extension}$`, 'u'));
    check(await readFile(await download.path()));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});
