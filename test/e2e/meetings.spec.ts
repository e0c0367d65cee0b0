import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { compose } from '../support/compose.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the meeting' }).getByRole('link', { name });
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible();

async function bytesOf(download: Download): Promise<Uint8Array> {
  return readFile(await download.path());
}

test('a meeting from the first word to the exported minutes, by keyboard', async ({ app, page, context }) => {
  test.setTimeout(120_000);
  await app.start();
  await app.open(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('link', { name: 'Meetings', exact: true }).click();

  // Created at once; the caret waits in the title.
  await page.getByRole('button', { name: 'New meeting' }).click();
  await expect(field(page, 'Title – English')).toBeFocused();
  await page.keyboard.type('Third session on new materials');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Третье заседание по новым материалам');
  await expect(page.getByRole('heading', { level: 1, name: 'Third session on new materials' })).toBeVisible();
  await saved(page);

  // Where it stands is said in words; a move is chosen in the menu and taken back in the notice.
  const state = page.getByRole('group', { name: 'State of the meeting' });
  await expect(state).toHaveText('Planned');
  await page.getByRole('button', { name: 'More commands for this meeting' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Write up a meeting that is over' }).press('Enter');
  await expect(state).toHaveText('Draft');
  await page.getByRole('region').getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect(state).toHaveText('Planned');

  await tab(page, 'Agenda').click();
  await field(page, 'New agenda item').focus();
  await page.keyboard.type('Opening');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Item 1' })).toBeVisible();
  await page.keyboard.type('Joint laboratory');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Item 2' })).toBeVisible();
  await field(page, 'Title – English').nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(field(page, 'Title – English').first()).toHaveValue('Joint laboratory');
  await expect(field(page, 'Title – English').first()).toBeFocused();

  await tab(page, 'Participants').click();
  await page.getByRole('button', { name: 'Guest…' }).click();
  await field(page, 'Name – English').fill('Anna Ivanova');
  await field(page, 'Name – English').press('Enter');
  await expect(page.getByRole('button', { name: '1. Anna Ivanova' })).toBeVisible();

  await tab(page, 'Minutes').click();
  const session = await context.newCDPSession(page);
  const entries = page.getByRole('group', { name: /^(Speech|Decision|Action item|Note|Proposal)/u });
  await page.getByRole('group', { name: 'Add an entry under item 1' }).getByRole('button', { name: 'Speech' }).click();
  await expect(field(page, 'Speech – English')).toBeFocused();
  await page.keyboard.type('Reported on the laboratory.');
  await page.keyboard.press('Enter');
  await expect(entries).toHaveCount(2);
  await expect(field(page, 'Speech – English').nth(1)).toBeFocused();

  // Mod+2 makes the new row a decision; the first one is numbered by its item.
  await page.keyboard.press('Control+2');
  await expect(field(page, 'Decision 1.1 – English')).toBeFocused();
  await page.keyboard.type('To found a joint laboratory.');
  await field(page, 'Decision 1.1 – Chinese').focus();
  await compose(session, ['c', 'cheng', 'cheng li'], '成立');
  await compose(session, ['l', 'lian he', 'lian he shi yan shi'], '联合实验室。');
  // The composing Enter neither split the row nor began a new one, and nothing of the letters stayed.
  await expect(entries).toHaveCount(2);
  await expect(field(page, 'Decision 1.1 – Chinese')).toHaveValue('成立联合实验室。');
  await expect(field(page, 'Decision 1.1 – Chinese')).toBeFocused();
  await saved(page);

  // The next Enter is the user's own, and in the original it goes on with a second decision.
  await field(page, 'Decision 1.1 – English').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Decision 1.2 – English')).toBeFocused();
  await page.keyboard.type('To meet again.');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(field(page, 'Decision 1.1 – English')).toHaveValue('To meet again.');
  await expect(field(page, 'Decision 1.1 – English')).toBeFocused();
  await saved(page);

  await page.getByRole('button', { name: 'Delete: Decision 1.2' }).click();
  await expect(entries).toHaveCount(2);
  await page.getByRole('region').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(entries).toHaveCount(3);
  await expect(field(page, 'Decision 1.2 – Chinese')).toHaveValue('成立联合实验室。');

  // What was saved is what the next reading shows.
  await page.reload();
  await expect(field(page, 'Decision 1.2 – English')).toHaveValue('To found a joint laboratory.');

  // An action without anybody named stays visibly open; its date is typed segment by segment.
  await field(page, 'Speech – English').focus();
  await page.keyboard.press('Control+3');
  await expect(page.getByText('Responsible: nobody named')).toBeVisible();
  await page.getByRole('spinbutton', { name: /^day, Due date/u }).focus();
  await page.keyboard.type('05122027');
  await expect(page.getByRole('spinbutton', { name: /^year, Due date/u })).toHaveText('2027');

  await tab(page, 'Documents').click();
  await expect(page.getByRole('img', { name: 'Page 1' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'No secretary is named' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Action item 1.1: nobody is named as responsible' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Action item 1.1: no due date' })).toHaveCount(0);
  // A gap in the check list leads to the field that is meant.
  await page.getByRole('link', { name: 'Entry 1.2: no text in Russian' }).click();
  await expect(field(page, 'Decision 1.2 – Russian')).toBeFocused();
  await tab(page, 'Documents').click();
  await page.getByRole('checkbox', { name: 'Russian' }).press('Space');
  await page.getByRole('checkbox', { name: 'Chinese' }).press('Space');
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Save 2 files', exact: true }).click();
  await expect.poll(() => downloads.length).toBe(2);
  const file = (ending: string) => downloads.find((download) => download.suggestedFilename().endsWith(ending));
  const [pdf, docx] = [file('.pdf'), file('.docx')];
  if (!pdf || !docx) throw new Error('a PDF and a DOCX were expected');
  expect(await readPdfBody(await bytesOf(pdf))).toContain(squash('To found a joint laboratory.'));
  expect(await readPdfBody(await bytesOf(pdf))).toContain(squash('5 December 2027'));
  expect(readDocxBody(await bytesOf(docx))).toContain(squash('To found a joint laboratory.'));
  await expect(page.getByRole('list', { name: 'Files made just now' }).getByText(/SHA-256/u)).toHaveCount(2);
});

test('a meeting that is deleted comes back with everything under it', async ({ app, page }) => {
  await app.start({ isSample: true });
  await app.open(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('link', { name: 'Meetings', exact: true }).click();
  const rows = page.getByRole('row').filter({ hasText: '7 decisions' });
  await rows.click();
  await page.getByRole('button', { name: 'More commands for this meeting' }).click();
  await page.getByRole('menuitem', { name: 'Delete the meeting' }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole('region').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rows).toHaveCount(1);
});

test('two windows on one text: neither is lost', async ({ app, page, context }) => {
  await app.start({ isSample: true });
  await app.open(page);
  await page.getByRole('button', { name: 'Start' }).click();
  const other = await context.newPage();
  await app.open(other);
  for (const window of [page, other]) {
    await window.getByRole('link', { name: 'Meetings', exact: true }).click();
    await window.getByRole('row').filter({ hasText: '7 decisions' }).click();
    await tab(window, 'Minutes').click();
  }
  const mine = field(page, 'Decision 5.4 – English');
  const theirs = field(other, 'Decision 5.4 – English');
  await mine.focus();
  await theirs.fill('Text from the other window.');
  await theirs.blur();
  await saved(other);

  // The focused field was left alone; what is typed there now meets the newer text.
  await expect(mine).toHaveValue(/doctoral/u);
  await mine.press('Control+End');
  await page.keyboard.type(' And mine.');
  await expect(page.getByRole('alert').filter({ hasText: 'Text from the other window.' })).toBeVisible();
  await expect(mine).toHaveValue(/doctoral.* And mine\.$/u);
  await page.getByRole('button', { name: 'Save mine' }).click();
  await saved(page);
  await expect(theirs).toHaveValue(/ And mine\.$/u);
});
