import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { makeOrganization } from '../support/records.ts';

/** A picture of one colour. */
function makePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const row = Buffer.alloc(1 + width * 3, 90);
  row[0] = 0;
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function choose(page: Page, button: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
}

test('an organisation gets a letterhead: address, logo, a refused file, and the sample that is taken', async ({
  sharedApp: app,
  page,
}) => {
  const client = await app.connect();
  const organization = makeOrganization();
  await client.organizations.create(organization);
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  await app.open(page);
  await page.evaluate((id) => {
    location.hash = `/organizations/${id}`;
  }, organization.id);

  const section = page.getByRole('region', { name: 'Letterhead' });
  await section.getByRole('textbox', { name: 'Postal address – Russian' }).fill('199034, Санкт-Петербург,\nнаб. 5');
  await section.getByRole('textbox', { name: 'Telephone' }).fill('+7 812 000-00-00');
  await page.keyboard.press('Control+s');
  const stored = () => client.letterheads.get({ organizationId: organization.id });
  await expect.poll(async () => (await stored()).phone).toBe('+7 812 000-00-00');
  expect((await stored()).address.ru).toBe('199034, Санкт-Петербург,\nнаб. 5');

  await choose(page, 'Choose a logo…', { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByText('This is not a PNG or JPEG picture. Nothing was changed.')).toBeVisible();
  await choose(page, 'Choose a logo…', { name: 'logo.png', mimeType: 'image/png', buffer: makePng(120, 40) });
  await expect(section.getByText('120 × 40 pixels')).toBeVisible();
  const logo = section.getByRole('img', { name: 'Logo of the organisation' });
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(120);

  await choose(page, 'Choose a Word file…', { name: 'бланк.docx', mimeType: docxType, buffer: Buffer.from('PK no') });
  const dialog = page.getByRole('dialog', { name: 'Letterhead file' });
  await expect(dialog.getByText(/^This is not a Word document in DOCX format/u)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Use this file' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const download = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Make a sample letterhead' }).click();
  await page.getByRole('menuitem', { name: 'Chinese' }).click();
  const sample = await readFile(await (await download).path());
  await choose(page, 'Choose a Word file…', { name: '信头.docx', mimeType: docxType, buffer: sample });
  await expect(dialog.getByText('The file can be used as a letterhead.')).toBeVisible();
  await expect(dialog.getByText('{{body}}')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this file' }).click();
  await expect(section.getByText('信头.docx')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  await section.getByRole('button', { name: 'Remove the file' }).click();
  await expect(section.getByText('信头.docx')).toBeHidden();
  await page
    .getByRole('alertdialog', { name: 'The letterhead file was removed.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(section.getByText('信头.docx')).toBeVisible();
});
