import { expect, test } from '../support/app.ts';
import { LivePage, makeLiveMeeting, prepare, t } from '../support/live.ts';

/* A forum: the list of participants comes from a file, people are checked in at the door while minutes are taken. */

const families = [
  'Абрамов',
  'Белова',
  'Виноградов',
  'Громыко',
  'Давыдова',
  'Ефимов',
  'Жуков',
  'Зайцева',
  'Ильин',
  'Козлова',
];
const givens = ['Алексей', 'Борис', 'Вера', 'Галина', 'Дмитрий', 'Елена', 'Жанна', 'Захар', 'Инна', 'Кирилл'];
/** 299 people of ten families, and one whom three letters are enough for. */
const lines = [
  'ФИО;Организация;Должность',
  ...Array.from({ length: 299 }, (_, index) => {
    const family = families[index % 10] ?? '';
    const given = givens[Math.floor(index / 10) % 10] ?? '';
    return `${family} ${given} ${givens[Math.floor(index / 100)] ?? ''}ич;Институт ${String(index % 40)};эксперт`;
  }),
  'Цюй Сяофан;Институт полярных материалов;директор',
];

test('a list of 300 is imported into the meeting, people are checked in and guests come', async ({
  sharedApp,
  page,
}) => {
  const meeting = makeLiveMeeting();
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const people = page.getByRole('grid', { name: t('live:people.list') });
  await live.type('Half a sentence');

  await test.step('the list', async () => {
    await page.getByRole('link', { name: t('live:people.import') }).press('Enter');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Choose .*file…$/u }).press('Enter');
    const buffer = Buffer.from(lines.join('\r\n'));
    await (await chooser).setFiles({ name: 'участники.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: t('exchange:check.run'), exact: true }).press('Enter');
    await page
      .getByRole('button', { name: t('attendance-import:run.button', { count: 300, formatted: '300' }) })
      .press('Enter');
    await expect(page.getByText(t('attendance-import:result.added', { count: 300, formatted: '300' }))).toBeVisible();
    await page
      .getByRole('link', { name: t('attendance-import:backToMinutes') })
      .first()
      .press('Enter');
    await expect(people).toHaveAttribute('aria-rowcount', '303');
    await expect(live.capture).toHaveValue('Half a sentence');
  });

  const presence = async (family: string): Promise<string[]> => {
    const { detail } = await client.minutes.open({ meetingId: meeting.id });
    return detail.attendance.filter(({ name }) => name.ru.startsWith(family)).map((row) => row.presence);
  };

  await test.step('three letters and Enter', async () => {
    const before = await presence('Цюй');
    expect(before).toHaveLength(1);
    expect(before).not.toEqual(['present']);
    await live.press('Control+Shift+P');
    const field = page.getByRole('combobox', { name: t('live:people.checkIn.label') });
    await expect(field).toBeFocused();
    await live.type('цюй');
    await live.press('Enter');
    await expect(page.getByText(/^Цюй Сяофан: Arrived \d\d:\d\d$|^Цюй Сяофан: Present/u)).toBeVisible();
    await expect.poll(() => presence('Цюй')).toEqual(['present']);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
  });

  await test.step('a guest in one line', async () => {
    await live.press('Control+Shift+G');
    await live.type('Jane Guest, Polar University');
    await live.press('Enter');
    await expect(people).toHaveAttribute('aria-rowcount', '304');
    const guest = async () => {
      const { detail } = await client.minutes.open({ meetingId: meeting.id });
      return detail.attendance.find(({ name }) => name.en === 'Jane Guest');
    };
    await expect.poll(guest).toMatchObject({ presence: 'present', organization: { en: 'Polar University' } });
    // The caret goes back to what was being written.
    await live.press('Control+j');
    await live.type(' goes on.');
    await live.press('Enter');
    await live.shows('speech: Half a sentence goes on.');
  });
});
