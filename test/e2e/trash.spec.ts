import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { emptyText } from '#shared/domain/language.ts';
import { expect, test } from '../support/app.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makePerson } from '../support/records.ts';
import { readWords } from '../support/words.ts';

/* What was deleted comes back with one press; who asks to be forgotten is erased for good. */

const t = readWords('en');

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(violations).toEqual([]);
}

test('a deleted record comes back with what it needs; an erased person does not', async ({ app, page }) => {
  await app.start();
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  const meeting = makeMeeting();
  const item = makeAgendaItem(meeting.id);
  const text = { text: 'Opened the meeting.', revision: 1, baseRevision: null, status: 'draft' as const };
  const entry = makeEntry(meeting.id, item.id, { sourceLanguage: 'en' });
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  await client.entries.add({ entries: [{ ...entry, texts: { ...entry.texts, en: text } }] });
  const person = makePerson({ note: 'to be forgotten' });
  await client.people.create(person);
  const attendance = makeAttendance(meeting.id, { personId: person.id, name: { ...emptyText(), en: 'Hu Yidong' } });
  await client.attendance.add(attendance);
  await client.entries.remove({ ids: [entry.id] });
  await client.meetings.remove({ id: meeting.id });

  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+7');
  await expect(page.getByRole('heading', { level: 1, name: t('trash:title') })).toBeVisible();
  const rows = page.getByRole('list', { name: t('trash:title') }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expectNoViolations(page);
  // The row of the minutes cannot come back alone: the offer is taken.
  await page.getByRole('button', { name: t('trash:restoreNamed', { name: 'Opened the meeting.' }) }).click();
  const dialog = page.getByRole('dialog', { name: t('trash:missing.title') });
  await expect(dialog.getByText(meeting.title.en)).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: t('trash:missing.restoreAll') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(t('trash:none'))).toBeVisible();
  expect((await client.meetings.get({ id: meeting.id })).entries).toHaveLength(1);

  // In minutes that are not agreed the person stays; taken out of them, they can be erased.
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/contacts/${person.id}`);
  const erase = page.getByRole('button', { name: t('contacts:erase.open') });
  await erase.click();
  const erasing = page.getByRole('dialog', { name: t('contacts:erase.title', { name: 'Hu Yidong' }) });
  await expect(erasing.getByText(t('contacts:erase.blocks.attends'))).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await client.attendance.remove({ id: attendance.id });
  await erase.click();
  const confirm = erasing.getByRole('button', { name: t('contacts:erase.confirm') });
  await expect(confirm).toBeDisabled();
  await erasing.getByText(t('contacts:erase.understood')).click();
  await expectNoViolations(page);
  await confirm.click();
  await expect(page.getByText(t('contacts:erase.done'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: t('contacts:title') })).toBeVisible();
  expect(await client.people.list()).toEqual([]);
});

test('records brought back one after the other by keyboard: the focus stays in the list', async ({ app, page }) => {
  await app.start();
  const client = await app.connect();
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  for (let index = 0; index < 3; index += 1) {
    const person = makePerson();
    await client.people.create(person);
    await client.people.remove({ id: person.id });
  }
  await app.open(page);
  await expect(page.getByRole('heading', { level: 1, name: t('home:title') })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+7');
  const buttons = page.getByRole('list', { name: t('trash:title') }).getByRole('button');
  await expect(buttons).toHaveCount(3);
  await buttons.first().focus();
  for (const left of [2, 1]) {
    await page.keyboard.press('Enter');
    await expect(buttons).toHaveCount(left);
    await expect(buttons.first()).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('trash:none'))).toBeVisible();
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});
