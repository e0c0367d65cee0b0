import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { v7 as newId } from 'uuid';
import type { Group } from '#shared/contract/groups.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, expect, test } from '../support/app.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makePerson } from '../support/records.ts';
import { withText } from '../support/live.ts';
import { readWords } from '../support/words.ts';

const t = readWords('en');
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const openTab = (page: Page, tab: string) =>
  page
    .getByRole('navigation', { name: t('meetings:tabs') })
    .getByRole('link', { name: t(`meetings:tab.${tab}`) })
    .press('Enter');

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
}

/** A group of three with a seventh meeting behind it: one standing item, one dealt with, one postponed; one open action. */
async function makeSeries(client: Client): Promise<string> {
  const name = (family: string, given: string) => ({
    family,
    given,
    patronymic: '',
    display: '',
    source: 'entered' as const,
    sortKey: '',
  });
  const people = [
    makePerson({ country: 'CN' }),
    ...['Orlova', 'Belov'].map((family) =>
      makePerson({
        country: 'RU',
        names: { latin: name(family, 'A.'), cyrillic: name('', ''), han: name('', '') },
      }),
    ),
  ];
  const sides = [
    { country: 'CN', name: { ...emptyText(), en: 'Chinese side' }, zone: 'Asia/Shanghai', leadOrganizationId: null },
    { country: 'RU', name: { ...emptyText(), en: 'Russian side' }, zone: 'Europe/Moscow', leadOrganizationId: null },
  ].map((side) => ({ ...side, id: newId() }));
  const sideOf = (country: string) => sides.find((side) => side.country === country)?.id ?? null;
  const group: Group = {
    id: newId(),
    name: { ...emptyText(), en: 'Working group on new materials' },
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: sides.map((side) => ({ ...side, id: newId(), coordinatingOrganizationId: null })),
    members: people.map(({ id }) => ({
      id: newId(),
      sideId: null,
      personId: id,
      organizationId: null,
      role: 'member',
      from: null,
      to: null,
    })),
  };
  const meeting = makeMeeting({
    groupId: group.id,
    number: '7',
    date: '2026-06-16',
    title: { ...emptyText(), en: 'Seventh meeting' },
    nextMeetingDate: '2099-12-10',
    sides,
  });
  const agenda = (['Opening', 'Joint laboratory', 'Exchange of scientists'] as const).map((title, index) => ({
    ...makeAgendaItem(meeting.id, `a${String(index)}`),
    title: { ...emptyText(), en: title },
    plannedMinutes: 30,
    state: title === 'Exchange of scientists' ? ('postponed' as const) : ('discussed' as const),
    ...(title === 'Opening' && { isRecurring: true }),
  }));
  const record: MeetingRecord = {
    format: 'trilogue-record',
    version: 1,
    meeting,
    group,
    people,
    organizations: [],
    agenda,
    attendance: people.map((person, index) =>
      makeAttendance(meeting.id, {
        personId: person.id,
        sideId: sideOf(person.country),
        orderKey: `a${String(index)}`,
        roles: index === 0 ? ['chair'] : [],
        name: { ...emptyText(), en: ['Hu Yidong', 'A. Orlova', 'A. Belov'][index] ?? '' },
      }),
    ),
    entries: [
      makeEntry(meeting.id, agenda[1]?.id ?? '', {
        ...withText('To draft the charter', 'en', 'action'),
        action: { owners: [], due: '2026-09-01', dueAtNextMeeting: false, status: 'open' },
      }),
    ],
    agreements: [],
  };
  await client.records.import({ file: new File([JSON.stringify(record)], 'seventh.json') });
  return group.id;
}

test('a meeting is prepared from the last one of its group, by keyboard', async ({ app, page }) => {
  await app.start();
  const client = await app.connect();
  await client.settings.update({ uiLanguage: 'en', firstRunDone: true, secretaryName: 'Ann Lee' });
  const groupId = await makeSeries(client);
  await app.open(page);
  await page.evaluate((id) => (location.hash = `/groups/${id}`), groupId);

  await test.step('everything that is open comes along, Enter makes the meeting', async () => {
    await page.getByRole('button', { name: t('groups:meetings.new') }).press('Enter');
    const dialog = page.getByRole('dialog', { name: t('preparation:dialog.title') });
    await expect(dialog.getByLabel(t('meetings:overview.number'))).toHaveValue('8');
    await expect(dialog.getByRole('checkbox', { name: /^Opening \(it is on every agenda\)/u })).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: /^Joint laboratory \(an action item/u })).toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: /To draft the charter.*Overdue: 01\/09\/2026/u })).toBeChecked();
    await expect(dialog.getByText(t('preparation:dialog.expected', { count: 3 }))).toBeVisible();
    await expectAccessible(page);
    // The postponed item is left for another time.
    await dialog.getByRole('checkbox', { name: /^Exchange of scientists \(it was not discussed\)/u }).press('Space');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Eighth meeting' })).toBeVisible();
    await expect(page).toHaveURL(/\/preparation$/u);
  });

  const line = (name: string | RegExp) => page.getByRole('link', { name });
  const toDo = page.getByText(/^Not ready yet: \d+ of \d+ still to do$/u);
  const list = page.getByRole('region', { name: t('preparation:reviews.title') });

  await test.step('what was left behind is carried over; the action is on the list, its status is changed there', async () => {
    await page
      .getByRole('button', { name: t('preparation:carry.item', { name: 'Exchange of scientists' }) })
      .press('Enter');
    await expect(page.getByText(t('preparation:carry.nothing'))).toBeVisible();
    await expect(list.getByRole('row', { name: 'To draft the charter' })).toContainText('Overdue: 01/09/2026');
    await list.getByRole('row', { name: 'To draft the charter' }).focus();
    for (let cell = 1; cell <= 5; cell += 1) await page.keyboard.press('ArrowRight');
    await expect(list.getByRole('button', { name: t('registers:statusOf', { number: '2.1' }) })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: t('registers:statuses.done') }).press('Enter');
    await expect(list.getByText('Overdue')).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('each line of the list leads to its field; what is filled is done', async () => {
    await expect(toDo).toBeVisible();
    await line(t('preparation:readiness.open.time')).press('Enter');
    await expect(page.getByRole('spinbutton', { name: /^hour, Begins at/u })).toBeFocused();
    await page.keyboard.type('1000');
    await openTab(page, 'preparation');
    await expect(line(t('preparation:readiness.done.time'))).toBeVisible();
    await line(t('preparation:readiness.open.presenter', { count: 3 })).press('Enter');
    await expect(page.getByRole('combobox', { name: t('meetings:agenda.presenter') }).first()).toBeFocused();
  });

  await test.step('the agenda: order by keys, and when each item begins on both sides', async () => {
    const titles = field(page, 'Title – English');
    await expect(page.getByText(t('meetings:agenda.carried'))).toHaveCount(3);
    await titles.nth(2).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(titles.nth(1)).toHaveValue('Exchange of scientists');
    await expect(titles.nth(1)).toBeFocused();
    await expect(page.getByText('10:30 Chinese side')).toBeVisible();
    await expect(page.getByText('05:30 Russian side')).toBeVisible();
  });

  await test.step('participants: they answer, and stand in the order of the alphabet', async () => {
    await openTab(page, 'participants');
    const russian = page.getByRole('region', { name: 'Russian side' });
    const people = russian.getByRole('button', { name: /^\d\. / });
    await expect(people.first()).toContainText('Orlova');
    await russian.getByRole('button', { name: t('meetings:arrange.label', { side: 'Russian side' }) }).press('Enter');
    await page.getByRole('menuitem', { name: t('meetings:arrange.familyName') }).press('Enter');
    await expect(people.first()).toContainText('Belov');
    await russian.getByRole('button', { name: /Answer of .*Belov/u }).press('Enter');
    await page.getByRole('option', { name: t('meetings:response.confirmed'), exact: true }).press('Enter');
    await expect(russian.getByText(/1 confirmed · 1 without an answer/u)).toBeVisible();
    await expectAccessible(page);
  });
});

test('a forum with a session and a meeting that was there before', async ({ sharedApp, page }) => {
  const client = await sharedApp.connect();
  await client.settings.update({ uiLanguage: 'en', firstRunDone: true });
  const forum = makeMeeting({ kind: 'forum', status: 'planned', title: { ...emptyText(), en: 'Forum of materials' } });
  const signing = makeMeeting({ kind: 'signing', title: { ...emptyText(), en: 'Signing of the charter' } });
  for (const meeting of [forum, signing]) await client.meetings.create(meeting);
  await sharedApp.open(page);
  await page.evaluate((id) => (location.hash = `/meetings/${id}/overview`), forum.id);

  await page.getByRole('button', { name: t('meetings:event.addSession') }).press('Enter');
  await expect(field(page, 'Title – English')).toBeFocused();
  await page.keyboard.type('Plenary session');
  await expect(page.getByRole('heading', { level: 1, name: 'Plenary session' })).toBeVisible();
  await page.getByRole('link', { name: 'Forum of materials' }).press('Enter');

  const parts = page.getByRole('region', { name: t('meetings:event.parts') });
  await expect(parts.getByRole('link', { name: 'Plenary session' })).toBeVisible();
  // A list closes when the page moves under it, and it may still be moving: then one types again.
  const existing = parts.getByRole('combobox', { name: t('meetings:event.putHere') });
  await expect(async () => {
    await existing.fill('');
    await existing.pressSequentially('Signing of');
    await expect(page.getByRole('option')).toHaveText([/^Signing of the charter/u], { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(parts.getByRole('link')).toHaveCount(2);
  await expectAccessible(page);
  await parts
    .getByRole('button', { name: t('meetings:event.takeOut', { name: 'Signing of the charter' }) })
    .press('Enter');
  await expect(parts.getByRole('link')).toHaveCount(1);
});
