import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { v7 as newId } from 'uuid';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, expect, test } from '../support/app.ts';
import { makeAgendaItem, makeAttendance, makeMeeting, makePerson } from '../support/records.ts';

/** A day that is to come whenever the test runs. */
const date = '2099-12-10';

interface Prepared {
  meeting: Meeting;
  /** Adds somebody of the Russian (0) or Chinese (1) side. */
  invite: (sideIndex: number, email: string, changes: Partial<Attendance>) => Promise<Attendance>;
}

async function prepareMeeting(client: Client, changes: Partial<Meeting> = {}): Promise<Prepared> {
  const sides = [
    { id: newId(), country: 'RU', name: { en: 'Russian side', ru: 'Российская сторона', zh: '俄方' } },
    { id: newId(), country: 'CN', name: { en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' } },
  ].map((side) => ({ ...side, zone: 'Asia/Shanghai', leadOrganizationId: null }));
  const meeting = makeMeeting({ status: 'planned', date, sides, ...changes });
  await client.meetings.create(meeting);
  await client.agenda.add(makeAgendaItem(meeting.id));
  const invite = async (sideIndex: number, email: string, changes: Partial<Attendance>): Promise<Attendance> => {
    const side = sides[sideIndex];
    const person = makePerson({ email, country: side?.country ?? '' });
    await client.people.create(person);
    return client.attendance.add(
      makeAttendance(meeting.id, {
        personId: person.id,
        sideId: side?.id ?? null,
        presence: 'expected',
        orderKey: `a${String(sideIndex)}`,
        organization: emptyText(),
        ...changes,
      }),
    );
  };
  await invite(0, 'ivanov@example.org', { name: { en: 'Pyotr Ivanov', ru: 'Пётр Иванов', zh: '' } });
  await invite(1, 'liming@example.cn', { name: { en: 'Ming Li', ru: 'Ли Мин', zh: '李明' } });
  return { meeting, invite };
}

async function readLetter(download: Download): Promise<Email> {
  return PostalMime.parse(new Uint8Array(await readFile(await download.path())));
}

const headerOf = (letter: Email, name: string) => letter.headers.find(({ key }) => key === name)?.value;
const typesOf = (letter: Email) => letter.attachments.map(({ mimeType }) => mimeType).toSorted();
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name, 'u') });

test('invitations in two languages, what was sent, who answered, and a reminder for the other', async ({
  app,
  page,
}) => {
  await app.start();
  const client = await app.connect();
  const { meeting } = await prepareMeeting(client);
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  await app.open(page);
  await page.getByRole('link', { name: 'Second meeting' }).first().click();
  await page.getByRole('link', { name: 'Letters', exact: true }).click();

  // Whoever is not invited yet is chosen from the start; the keyboard chooses.
  const grid = page.getByRole('grid', { name: 'Recipients' });
  await expect(page.getByText('2 of 2 selected')).toBeVisible();
  await rowOf(page, 'Ivanov').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 'Ming Li')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 of 2 selected')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText('2 of 2 selected')).toBeVisible();

  // The letter as he gets it, in his language.
  await rowOf(page, 'Ivanov').getByRole('button', { name: 'Preview of the letter' }).click();
  const letterText = page.getByRole('group', { name: 'Text of the letter' });
  await expect(letterText).toHaveAttribute('lang', 'ru-RU');
  await expect(letterText).toContainText(/Иванов/u);
  await expect(page.getByRole('img', { name: 'Page 1' })).toBeVisible();
  await page.getByRole('spinbutton', { name: /^day/u }).click();
  await page.keyboard.type('01122099');

  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect.poll(() => downloads.length).toBe(2);
  const [russian, chinese] = await Promise.all(downloads.map(readLetter));
  for (const [letter, address, language, subject] of [
    [russian, 'ivanov@example.org', /^ru/u, /Второе заседание/u],
    [chinese, 'liming@example.cn', /^zh/u, /第二次会议/u],
  ] as const) {
    expect(letter?.to?.map((to) => to.address)).toEqual([address]);
    expect(letter && headerOf(letter, 'content-language')).toMatch(language);
    expect(letter && headerOf(letter, 'x-unsent')).toBe('1');
    expect(letter?.subject).toMatch(subject);
    expect(letter && typesOf(letter)).toEqual(['application/pdf', 'application/pdf', 'text/calendar']);
  }
  expect(russian?.text).toMatch(/1\sдекабря\s2099/u);
  expect(chinese?.text).toContain('李明');

  // The program has sent nothing, and says so until it is told.
  await expect(page.getByText('2 letters have been drafted')).toBeVisible();
  await expect(grid.getByText(/^drafted/u)).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.getByRole('button', { name: 'Mark all 2 as sent' }).click();
  await expect(grid.getByText(/^sent/u)).toHaveCount(2);
  await expect(page.getByText('2 letters have been drafted')).toBeHidden();

  await rowOf(page, 'Ivanov').getByRole('button', { name: 'Answer of Pyotr Ivanov: Invited' }).click();
  await page.getByRole('menuitemradio', { name: 'Confirmed' }).click();
  await expect(page.getByText('1 confirmed · 0 declined · 1 not answered · 0 not invited')).toBeVisible();

  await page.getByRole('button', { name: /Kind of letter/u }).click();
  await page.getByRole('option', { name: 'Reminder' }).click();
  await expect(rowOf(page, 'Ming Li')).toHaveAttribute('aria-selected', 'true');
  await expect(rowOf(page, 'Ivanov')).toHaveAttribute('aria-selected', 'false');
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await expect.poll(() => downloads.length).toBe(3);
  const reminder = downloads[2] && (await readLetter(downloads[2]));
  expect(reminder?.to?.map(({ address }) => address)).toEqual(['liming@example.cn']);
  expect(reminder?.subject).toMatch(/第二次会议/u);

  // Said too early, and taken back.
  await page.getByRole('button', { name: 'Mark as sent: letter to Ming Li' }).click();
  await expect(grid.getByText(/^drafted/u)).toHaveCount(0);
  await page
    .getByRole('alertdialog', { name: '1 letter marked as sent.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(grid.getByText(/^drafted/u)).toHaveCount(1);

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  const waiting = page.getByRole('region', { name: 'Waiting for answers' });
  await expect(waiting.getByText('1 person has not answered the invitation')).toBeVisible();
  await expect(waiting.getByText('by 1 December 2099')).toBeVisible();
  await expect(waiting.getByRole('link')).toHaveAttribute('href', new RegExp(`${meeting.id}/invitations$`, 'u'));
});

test('documents by e-mail to one side, one draft for each language', async ({ app, page }) => {
  await app.start();
  const client = await app.connect();
  const { meeting, invite } = await prepareMeeting(client, { status: 'draft', date: '2026-11-20' });
  await invite(1, 'wangfang@example.cn', {
    name: { en: 'Fang Wang', ru: 'Ван Фан', zh: '王芳' },
    roles: ['head_of_delegation'],
  });
  await invite(1, 'zhaolei@example.cn', { name: { en: 'Lei Zhao', ru: 'Чжао Лэй', zh: '赵磊' } });
  await invite(1, '', { name: { en: 'Na Chen', ru: 'Чэнь На', zh: '陈娜' } });
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  await app.open(page);
  await page.getByRole('link', { name: 'Second meeting' }).first().click();
  await page.getByRole('link', { name: 'Letters', exact: true }).click();

  // The distribution list: one side, and of it a role.
  await expect(page.getByText('0 of 5 selected')).toBeVisible();
  const choose = async (filter: string, option: string) => {
    await page.getByRole('button', { name: filter }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('Side', 'Chinese side');
  await choose('Role', 'Head of delegation');
  await expect(page.getByRole('grid', { name: 'Recipients' }).getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Select the one shown' }).click();
  await choose('Role', 'All roles');
  await page.getByRole('button', { name: 'Select all 4 shown' }).click();
  await expect(page.getByText('4 of 5 selected · 3 with an e-mail address · 1 without')).toBeVisible();
  const read = async (name: string, language: string) => {
    await page.getByRole('button', { name: `Language of the letter to ${name}` }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
  };
  await read('Lei Zhao', 'Russian');
  await read('Na Chen', 'English');

  await page.getByRole('checkbox', { name: 'Minutes, Word (DOCX)', exact: true }).press('Space');
  await page.getByRole('checkbox', { name: 'Agenda, PDF' }).press('Space');
  await page.getByText('One draft for each language').click();
  await page.getByRole('button', { name: 'Subject and words of your own' }).click();
  await page.getByRole('textbox', { name: 'Subject – Russian' }).fill('Материалы «второго» заседания');

  // What she gets, before anything is made.
  await page.getByRole('button', { name: 'Preview of the letter to Lei Zhao' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('Материалы «второго» заседания')).toBeVisible();
  await expect(preview.getByText(/Протокол.*\.docx$/u)).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Open as a short message' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Make 3 drafts' }).click();
  await expect.poll(() => downloads.length).toBe(3);
  const drafts = await Promise.all(downloads.map(readLetter));
  const of = (language: string) => drafts.find((draft) => headerOf(draft, 'content-language')?.startsWith(language));
  const [chinese, russian, english] = [of('zh'), of('ru'), of('en')];
  const addressesOf = (draft: Email | undefined) => draft?.to?.map(({ address }) => address).toSorted();
  expect(addressesOf(chinese)).toEqual(['liming@example.cn', 'wangfang@example.cn']);
  expect(addressesOf(russian)).toEqual(['zhaolei@example.cn']);
  expect(english?.to).toBeUndefined();
  expect(russian?.subject).toBe('Материалы «второго» заседания');
  for (const [draft, words] of [
    [chinese, [/会议纪要.*\.pdf$/u, /会议纪要.*\.docx$/u, /议程.*\.pdf$/u]],
    [russian, [/Протокол.*\.pdf$/u, /Протокол.*\.docx$/u, /Повестка дня.*\.pdf$/u]],
    [english, [/Minutes.*\.pdf$/u, /Minutes.*\.docx$/u, /Agenda.*\.pdf$/u]],
  ] as const) {
    const names = draft?.attachments.map(({ filename }) => filename);
    expect(names).toEqual(words.map((word): unknown => expect.stringMatching(word)));
  }

  // Those who share a draft have been written to together.
  const grid = page.getByRole('grid', { name: 'Recipients' });
  await expect(grid.getByText(/^drafted/u)).toHaveCount(4);
  await expect(grid.getByText('one draft for 2 recipients')).toHaveCount(2);
  await page.getByRole('button', { name: 'Mark as sent: letter to Ming Li' }).click();
  await expect(page.getByRole('alertdialog', { name: '2 letters marked as sent.' })).toBeVisible();
  await expect(grid.getByText(/^sent/u)).toHaveCount(2);
  const letters = await client.letters.list({ meetingId: meeting.id });
  const sent = letters.filter(({ sentAtMs }) => sentAtMs !== null);
  expect(sent.map(({ email }) => email).toSorted()).toEqual(['liming@example.cn', 'wangfang@example.cn']);
});
