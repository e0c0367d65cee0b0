import { expect, test } from '../support/app.ts';
import { LivePage, makeLiveMeeting, prepare, storedRows, t } from '../support/live.ts';

/* Rows, people, actions, find and replace, paste, and the size of the window, on the live screen. */

test('rows are written, split, merged, moved, converted, selected and undone', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting();
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const named = (name: string) => page.getByRole('group', { name, exact: true });

  await test.step('written, split, merged', async () => {
    await live.type('The laboratory works.');
    await live.press('Enter');
    await live.type('Funds are short. More are needed.');
    await live.press('Enter');
    await live.shows('speech: The laboratory works.', 'speech: Funds are short. More are needed.');
    await live.press('ArrowUp');
    await expect(live.text(1)).toBeFocused();
    await live.goToLetter('Funds are short.'.length);
    await live.press('Enter');
    await live.shows('speech: The laboratory works.', 'speech: Funds are short.', 'speech: More are needed.');
    await expect(live.text(2)).toBeFocused();
    await live.press('Backspace');
    await live.shows('speech: The laboratory works.', 'speech: Funds are short. More are needed.');
    await live.press('Shift+Enter');
    await live.type('So much ');
    await expect(live.text(1)).toHaveValue(/short\.\s*\nSo much\s+More/u);
    await live.press('Control+z', 'Control+z');
    await expect(live.text(1)).toHaveValue(/short\.\s*\n?More/u);
  });

  await test.step('arrows go from row to row in the same column', async () => {
    await live.text(0).focus();
    await live.goToLetter(3);
    await live.press('ArrowUp');
    await expect(live.text(0)).toBeFocused();
    await live.goToLetter(3);
    await live.press('ArrowDown');
    await expect(live.text(1)).toBeFocused();
    expect(await live.text(1).evaluate((area) => (area as HTMLTextAreaElement).selectionStart)).toBeLessThan(8);
    await live.press('Control+j');
    await expect(live.capture).toBeFocused();
  });

  await test.step('kinds and numbers, in the list and in the capture row', async () => {
    await live.type('= To found a centre.');
    await live.press('Enter');
    await expect(named('Decision 1.1')).toBeVisible();
    // The series goes on until an empty row is left.
    await live.takes('decision');
    await live.type('To meet in May.');
    await live.press('Enter', 'Enter');
    await live.takes('speech');
    await expect(named('Decision 1.2')).toBeVisible();
    await live.text(0).focus();
    await live.press('Control+Alt+2');
    await expect(named('Decision 1.3')).toBeVisible();
    await live.shows(
      'decision: The laboratory works.',
      expect.stringContaining('speech: Funds are short.'),
      'decision: To found a centre.',
      'decision: To meet in May.',
    );
    await live.press('Control+z');
    await expect(named('Decision 1.3')).toHaveCount(0);
    await live.press('Control+y');
    await expect(named('Decision 1.3')).toBeVisible();
    await live.press('Alt+ArrowDown');
    await expect(live.text(1)).toHaveValue('The laboratory works.');
    await expect(live.text(1)).toBeFocused();
    await live.press('Control+Home', 'Backspace');
    await expect(live.row(1)).toHaveAttribute('data-kind', 'speech');
  });

  await test.step('whole rows', async () => {
    await live.press('Escape', 'Shift+ArrowDown', '5');
    await live.shows(
      expect.stringContaining('speech: Funds are short.'),
      'note: The laboratory works.',
      'note: To found a centre.',
      'decision: To meet in May.',
    );
    await live.press('Delete');
    await live.shows(expect.stringContaining('speech: Funds'), 'decision: To meet in May.');
    await page.getByRole('button', { name: t('common:undo'), exact: true }).press('Enter');
    await expect(live.rows).toHaveCount(4);
    await live.text(0).focus();
    await live.press('Escape');
    await expect(live.row(0)).toBeFocused();
    await live.press('Enter');
    await expect(live.text(0)).toBeFocused();
    await live.press('Escape', 'Escape');
    await expect(live.capture).toBeFocused();
  });

  await live.saved();
  expect(await storedRows(client, meeting.id)).toEqual([
    expect.stringContaining('speech: Funds are short.'),
    'note: The laboratory works.',
    'note: To found a centre.',
    'decision: To meet in May.',
  ]);
});

test('speakers stick and can be named later; an action has owners of three kinds and a date', async ({
  sharedApp,
  page,
}) => {
  const meeting = makeLiveMeeting();
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);

  await test.step('a speaker goes on, stays unknown, is named later', async () => {
    await live.type('Ivanov: Opened the meeting.');
    await live.press('Enter');
    await expect(live.speaker()).toHaveValue('Ivan Ivanov');
    await live.type('Thanked everybody.');
    await live.press('Enter');
    await expect(live.speaker(0)).toHaveValue('Ivan Ivanov');
    await expect(live.speaker(1)).toHaveAttribute('placeholder', t('live:rows.speaker.continues'));
    await live.press('Shift+Tab', 'Control+a', 'Delete', 'Enter');
    await expect(live.capture).toBeFocused();
    await live.type('Asked about the funds.');
    await live.press('Enter');
    await expect(live.speaker(2)).toHaveAttribute('placeholder', t('live:rows.speaker.unknown'));
    await live.press('ArrowUp', 'F2');
    await live.type('смит');
    await live.press('Enter');
    await expect(live.speaker(2)).toHaveValue('John Smith');
    await expect(live.text(2)).toBeFocused();
    // Who spoke last stands first in the pane; the number is the one shown there.
    const second = page
      .getByRole('grid', { name: t('live:people.list') })
      .getByRole('row')
      .nth(1);
    const name = await second.getByRole('rowheader').innerText();
    await live.press('Alt+2');
    await expect(live.speaker(2)).toHaveValue(name.trim());
    await live.press('Control+j');
  });

  await test.step('owners and a date by Tab', async () => {
    await live.type('+ Prepare the draft');
    await live.press('Tab');
    for (const owner of ['wang', 'applied rec', 'chinese s']) {
      await live.type(owner);
      await live.press('Enter');
      await expect(live.owner()).toHaveValue('');
    }
    for (const owner of ['Wang Fang', 'Institute of Applied Records', 'Chinese side']) {
      await expect(live.captureRow.getByText(owner, { exact: true })).toBeVisible();
    }
    await live.press('Tab');
    await live.type('05122027');
    await live.press('Tab');
    await expect(live.capture).toBeFocused();
    await live.press('Enter');
    const action = page.getByRole('group', { name: 'Action item 1.1', exact: true });
    await expect(action.locator('[data-part="due"]')).toContainText('05/12/2027');
    await expect
      .poll(async () => (await client.minutes.open({ meetingId: meeting.id })).detail.entries.at(-1)?.action)
      .toMatchObject({
        owners: [{ kind: 'person' }, { kind: 'organization' }, { kind: 'side' }],
        due: '2027-12-05',
        dueAtNextMeeting: false,
      });
    await live.text(3).focus();
    await live.press('Control+d', 'Control+d');
    await page.getByRole('menuitem', { name: t('live:rows.due.nextMeeting') }).press('Enter');
    await expect(action.locator('[data-part="due"]')).toContainText(t('live:rows.due.nextMeeting'));
    await expect
      .poll(async () => (await client.minutes.open({ meetingId: meeting.id })).detail.entries.at(-1)?.action)
      .toMatchObject({ due: null, dueAtNextMeeting: true });
  });

  await test.step('outcomes', async () => {
    await live.press('Control+F9');
    const pane = page.getByRole('button', { name: /^1\.1 Prepare the draft/u });
    await expect(pane).toContainText('Wang Fang');
    await live.press('Control+PageDown', 'Alt+PageDown');
    await pane.press('Enter');
    await expect(live.text(3)).toBeFocused();
  });
});

test('a name is put right in all rows, and an earlier text comes back', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting([], {}, ['Nankin is near.', 'To Nankin and from Nankin.', 'Suzhou.']);
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const bar = page.getByRole('search', { name: t('live:find.title') });

  await live.type('s/nankin/Nanjing/');
  await live.press('Enter');
  await expect(bar.getByRole('textbox', { name: t('live:find.find') })).toHaveValue('nankin');
  await expect(bar.getByRole('textbox', { name: t('live:find.replace') })).toHaveValue('Nanjing');
  const matches = bar.getByRole('list', { name: t('live:find.list') }).getByRole('listitem');
  await expect(matches).toHaveCount(3);
  await expect(matches.first().locator('del')).toHaveText('Nankin');
  await expect(matches.first().locator('ins')).toHaveText('Nanjing');
  await matches.nth(2).getByRole('checkbox').press('Space');
  await bar.getByRole('button', { name: t('live:find.run', { count: 2, formatted: '2' }) }).press('Enter');
  const replaced = ['speech: Nanjing is near.', 'speech: To Nanjing and from Nankin.', 'speech: Suzhou.'];
  await live.shows(...replaced);
  await expect(bar).toHaveCount(0);
  expect(await storedRows(client, meeting.id)).toEqual(replaced);
  await live.text(0).focus();
  await live.press('Control+z');
  await live.shows('speech: Nankin is near.', 'speech: To Nankin and from Nankin.', 'speech: Suzhou.');
  await live.press('Control+Shift+Z');
  await live.shows(...replaced);

  await live.press('F4');
  const history = page.getByRole('dialog');
  await expect(history.getByText('Nankin is near.')).toBeVisible();
  await history
    .getByRole('button', { name: /^Restore/u })
    .first()
    .press('Enter');
  await expect(live.text(0)).toHaveValue('Nankin is near.');
  await live.saved();
  expect((await storedRows(client, meeting.id))[0]).toBe('speech: Nankin is near.');
});

test('a text from another program becomes rows, or a sentence says why not', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting();
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);

  await test.step('1 MB that no row holds', async () => {
    await live.type('Before ');
    await live.paste('x'.repeat(1_000_000));
    await expect(page.getByText(/^Paragraph 1 of the pasted text is longer/u)).toBeVisible();
    await expect(live.capture).toHaveValue('Before ');
    await live.paste('line\n'.repeat(200_000));
    await expect(page.getByText(/^The pasted text has 200,000 paragraphs/u)).toBeVisible();
    await expect(live.capture).toHaveValue('Before ');
    await expect(live.rows).toHaveCount(0);
    await live.press('Control+a', 'Backspace');
  });

  await test.step('a table, with CRLF', async () => {
    await live.paste('Item\tWho\tWhen\r\nDraft\tWang Fang\t5 May\r\n\r\nReport\t\t7 May\r\n');
    await live.shows('speech: Item; Who; When', 'speech: Draft; Wang Fang; 5 May', 'speech: Report; 7 May');
    await expect(page.getByText('3 rows inserted.')).toBeVisible();
    await live.press('Control+z');
    await expect(live.rows).toHaveCount(0);
  });

  await test.step('what cannot be seen is left out, letters of all scripts stay', async () => {
    await live.paste('\uFEFFZero\u200Bwidth\u00A0and\u202E bidi\u2069 \u05E9\u05DC\u05D5\u05DD');
    await expect(live.capture).toHaveValue('Zerowidth and bidi \u05E9\u05DC\u05D5\u05DD');
    await live.press('Enter');
  });

  await test.step('into the middle of a row', async () => {
    await live.text(0).focus();
    await live.goToLetter('Zerowidth'.length);
    await live.paste(' one\ntwo\nthree');
    await live.shows('speech: Zerowidthone', 'speech: two', 'speech: three and bidi \u05E9\u05DC\u05D5\u05DD');
    await expect(live.text(2)).toBeFocused();
    await live.saved();
    expect(await storedRows(client, meeting.id)).toHaveLength(3);
  });
});

test('an item with 5,000 rows stays usable', async ({ sharedApp, page }) => {
  const texts = Array.from({ length: 5_000 }, (_, index) => `Row number ${String(index + 1)}`);
  const meeting = makeLiveMeeting([], {}, texts);
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  await live.type('One more');
  await live.press('Enter');
  await expect(live.texts.last()).toHaveValue('One more');
  await expect(live.texts.last()).toBeInViewport();
  await live.press('Control+f');
  await live.type('number 2500');
  await expect(page.getByText(t('live:find.count', { count: 1, formatted: '1' }))).toBeVisible();
  await live.press('Enter');
  // By what it says: rows far away have no field before there is time for them.
  const focused = page.locator('textarea[data-row-text]:focus');
  await expect(focused).toHaveValue('Row number 2500');
  await expect(focused).toBeInViewport();
  await live.type('!');
  await expect.poll(() => storedRows(client, meeting.id)).toContain('speech: Row number 2500!');
  expect((await storedRows(client, meeting.id)).at(-1)).toBe('speech: One more');
});
