import type { Locator } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { LivePage, makeLiveMeeting, prepare, storedRows, t, withText } from '../support/live.ts';

/*
 * Input methods, prefixes and triggers on the live screen (ux, section 9, items 1–8 and 10). The composition is the
 * browser's own, driven through its protocol.
 */

/** Keys that move, choose, close or convert, as an input method uses them for its candidates. */
const candidateKeys = ['Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'Tab', 'Space', 'Digit2', 'Backspace'];
const control = 2;
const alt = 1;

async function pressCandidateKeys(live: LivePage): Promise<void> {
  for (const code of candidateKeys) await live.pressComposing(code);
  await live.pressComposing('Digit3', control);
  await live.pressComposing('Enter', control);
  await live.pressComposing('ArrowUp', alt);
  await live.pressComposing('Digit1', alt);
}

test('keys of an input method mean nothing in any field; the next Enter does', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting([], {}, ['First row', 'Second row']);
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const rows = ['speech: First row', 'speech: Second row'];
  await live.shows(...rows);

  /** Composes in the focused field; nothing happens but that the field has the chosen words in the end. */
  const composeIn = async (field: Locator, chosen: string, before = ''): Promise<void> => {
    await expect(field).toBeFocused();
    await live.composeOpen('w', 'wang', 'wang fang');
    await pressCandidateKeys(live);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(`${before}wang fang`);
    await live.chooseComposed(chosen);
    await expect(field).toHaveValue(`${before}${chosen}`);
  };

  await test.step('capture row', async () => {
    await composeIn(live.capture, '会议开始');
    await live.takes('speech');
    await live.shows(...rows);
    await live.press('Enter');
    await live.shows(...rows, 'speech: 会议开始');
    await expect(live.capture).toHaveValue('');
    await expect(live.capture).toBeFocused();
  });

  await test.step('row', async () => {
    await live.press('ArrowUp', 'ArrowUp');
    await live.press('End');
    await composeIn(live.text(1), '会议', 'Second row');
    await live.shows('speech: First row', 'speech: Second row会议', 'speech: 会议开始');
    await live.press('Enter');
    await live.shows('speech: First row', 'speech: Second row会议', 'speech: ', 'speech: 会议开始');
    await live.press('Backspace');
    await live.press('Control+j');
  });

  await test.step('speaker field', async () => {
    await live.press('Shift+Tab');
    await composeIn(live.speaker(), '王芳');
    await live.press('Enter');
    await expect(live.capture).toBeFocused();
    await expect(live.speaker()).toHaveValue('Wang Fang');
  });

  await test.step('owner field', async () => {
    await live.press('Control+Alt+3', 'Tab');
    await composeIn(live.owner(), '王芳');
    await live.press('Enter');
    await expect(live.captureRow.getByText('Wang Fang')).toBeVisible();
    await expect(live.owner()).toBeFocused();
    await live.press('Escape');
    await expect(live.capture).toBeFocused();
    await live.press('Enter');
  });

  await test.step('palette', async () => {
    await live.press('Control+k');
    const palette = page.getByRole('dialog', { name: t('commands:palette.title') });
    await composeIn(palette.getByRole('combobox'), '联合实验室');
    await expect(palette.getByRole('option', { selected: true })).toContainText('Joint laboratory');
    await live.press('Enter');
    await expect(palette).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2, name: /Joint laboratory/u })).toBeVisible();
    await live.press('Alt+PageUp');
  });

  await test.step('find field', async () => {
    await live.press('Control+f');
    const find = page.getByRole('textbox', { name: t('live:find.find'), exact: true });
    await composeIn(find, '会议');
    await expect(page.getByText('2 matches')).toBeVisible();
    await live.press('Enter');
    await expect(live.text(1)).toBeFocused();
    await find.focus();
    await live.press('Escape');
    await expect(find).toHaveCount(0);
  });

  await test.step('check-in and guest line', async () => {
    const field = page.getByRole('combobox', { name: t('live:people.checkIn.label') });
    await live.press('Control+Shift+P');
    await composeIn(field, '王芳');
    await live.press('Enter');
    await expect(field).toHaveValue('');
    await expect(page.getByText(/^Wang Fang is here already/u)).toBeVisible();
    await live.press('Control+Shift+G');
    const guest = page.getByRole('textbox', { name: t('live:people.guest.label') });
    await composeIn(guest, '欧阳娜娜');
    await live.press('Enter');
    await expect(guest).toHaveValue('');
    await expect(
      page.getByRole('grid', { name: t('live:people.list') }).getByText('欧阳娜娜', { exact: true }),
    ).toBeVisible();
  });

  await test.step('dialog', async () => {
    await page.getByRole('button', { name: t('live:people.delegation') }).press('Enter');
    const dialog = page.getByRole('dialog', { name: t('meetings:delegation.title') });
    const count = dialog.getByRole('textbox', { name: t('meetings:delegation.count') });
    await count.focus();
    await composeIn(count, '三');
    await expect(dialog.getByText(t('meetings:delegation.countNeeded'))).toHaveCount(0);
    await live.press('Enter');
    await expect(dialog.getByText(t('meetings:delegation.countNeeded'))).toBeVisible();
    await live.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await live.saved();
  expect((await storedRows(client, meeting.id)).join('\n')).not.toContain('wang fang');
});

test('nothing disturbs a composition, and half a syllable is never saved', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting([], {}, ['A row of the other window']);
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const [other] = meeting.record.entries;
  await live.compose(['h', 'huiyi'], '会议');
  await live.saved();

  await test.step('timer, theme, another window, autosave', async () => {
    await live.composeOpen('z', 'zhong', 'zhongguo');
    const timer = page.getByRole('timer');
    const shown = await timer.textContent();
    await client.settings.update({ theme: 'dark' });
    // Another program comes to the front.
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    await client.entries.saveText({
      entryId: other?.id ?? '',
      language: 'en',
      text: 'Written by the other window',
      revision: 1,
    });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(live.text(0)).toHaveValue('Written by the other window');
    // Two ticks are longer than the longest wait of the autosave.
    await expect(timer).not.toHaveText(shown ?? '');
    const next = await timer.textContent();
    await expect(timer).not.toHaveText(next ?? '');
    await expect(live.capture).toBeFocused();
    await expect(live.capture).toHaveValue('会议zhongguo');
    expect(await storedRows(client, meeting.id)).toContain('speech: 会议');
    await live.chooseComposed('中国');
    await expect(live.capture).toHaveValue('会议中国');
    await expect.poll(() => storedRows(client, meeting.id)).toContain('speech: 会议中国');
    await client.settings.update({ theme: 'system' });
  });

  await test.step('the field is left in mid-composition', async () => {
    await live.composeOpen('j', 'jueding');
    await live.text(0).focus();
    await expect(live.capture).toHaveValue('会议中国jueding');
    // Nothing is stuck: letters, the autosave and Enter go on.
    await live.press('End');
    await live.type('!');
    await expect.poll(() => storedRows(client, meeting.id)).toContain('speech: Written by the other window!');
    await live.capture.focus();
    await live.press('End');
    await live.type('.');
    await live.press('Enter');
    await live.shows('speech: Written by the other window!', 'speech: 会议中国jueding.');
  });

  await test.step('a composition that is deleted', async () => {
    await live.composeOpen('s', 'shi', '');
    await live.type('abc');
    await live.press('Enter');
    await expect(live.text(2)).toHaveValue('abc');
  });

  await test.step('the page is closed in mid-composition', async () => {
    await live.compose(['x', 'xinde'], '新的');
    await expect.poll(() => storedRows(client, meeting.id)).toContain('speech: 新的');
    await live.composeOpen('h', 'hua');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(live.rows.first()).toBeVisible();
    const last = (await storedRows(client, meeting.id)).at(-1);
    expect(last).toMatch(/^speech: 新的(?:hua)?$/u);
  });
});

test('a choice with the mouse takes the place of what is being composed', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting();
  await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const option = page.getByRole('listbox').getByRole('option').filter({ hasText: 'Wang Fang' });

  await live.press('Shift+Tab');
  await live.compose(['w', 'wang'], '王');
  await expect(option).toBeVisible();
  await live.composeOpen('f', 'fang');
  await option.click();
  await expect(live.speaker()).toHaveValue('Wang Fang');
  await expect(live.capture).toBeFocused();

  await live.press('Control+Alt+3', 'Tab');
  await live.compose(['w', 'wang'], '王');
  await expect(option).toBeVisible();
  await live.composeOpen('f', 'fang');
  await option.click();
  await expect(live.captureRow.getByText('Wang Fang')).toBeVisible();
  await expect(live.owner()).toHaveValue('');
  await live.press('Escape');

  await live.type('Asked @');
  await live.compose(['w', 'wang'], '王');
  await expect(option).toBeVisible();
  await live.composeOpen('f', 'fang');
  await option.click();
  await expect(live.capture).toHaveValue('Asked Wang Fang');
  await live.type(' to');
  await expect(live.capture).toHaveValue('Asked Wang Fang to');
});

test('a composition may be followed at once by Enter, merge, move, kind and undo', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting([withText('第一行', 'zh'), withText('第二行', 'zh')], { workingLanguages: ['zh'] });
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);

  await live.text(1).focus();
  await live.press('Home');
  await live.compose(['k', 'kaishi'], '开始');
  await live.press('Enter');
  await live.shows('speech: 第一行', 'speech: 开始', 'speech: 第二行');
  await expect(live.text(2)).toBeFocused();

  await live.press('End');
  await live.compose(['j', 'jieshu'], '结束');
  await live.press('Alt+ArrowUp');
  await live.shows('speech: 第一行', 'speech: 第二行结束', 'speech: 开始');
  await expect(live.text(1)).toBeFocused();

  await live.compose(['l', 'le'], '了');
  await live.press('Control+Alt+2');
  await live.shows('speech: 第一行', 'decision: 第二行结束了', 'speech: 开始');

  await live.text(2).focus();
  await live.press('Home');
  await live.compose(['z', 'zai'], '再');
  await live.press('Home', 'Backspace');
  await live.shows('speech: 第一行', 'decision: 第二行结束了再开始');
  await live.press('Control+j');

  // One step of undo for each phrase; never a letter of what was only shown meanwhile.
  await live.compose(['n', 'nihao'], '你好');
  await live.compose(['s', 'shijie'], '世界');
  await expect(live.capture).toHaveValue('你好世界');
  await live.press('Control+z');
  await expect(live.capture).toHaveValue('你好');
  await live.press('Control+z');
  await expect(live.capture).toHaveValue('');
  await live.press('Control+Shift+Z');
  await live.press('Control+Shift+Z');
  await expect.poll(() => storedRows(client, meeting.id)).toContain('speech: 你好世界');
});

test('triggers and prefixes are read from the text, in every script', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting();
  const client = await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const list = page.getByRole('listbox', { name: t('live:rows.people') });
  /** Leaves nothing behind in the capture row. */
  const clear = async (): Promise<void> => {
    await live.type('x');
    await live.press('Control+a', 'Backspace', 'Control+Alt+1');
    await live.takes('speech');
    await expect(live.capture).toHaveValue('');
  };

  await test.step('@, its full-width form, Mod+I', async () => {
    await live.type('@sm');
    await expect(list.getByRole('option').first()).toContainText('John Smith');
    await live.press('Enter');
    await expect(live.capture).toHaveValue('John Smith');
    await live.type(' and ');
    await live.chooseComposed('＠');
    await live.compose(['w', 'wang'], '王芳');
    await expect(list.getByRole('option').first()).toContainText('Wang Fang');
    await live.press('Enter');
    await expect(live.capture).toHaveValue('John Smith and Wang Fang');
    await live.type(', ');
    // A Russian layout has no @, and there the key says ш.
    await live.session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'ш',
      code: 'KeyI',
      modifiers: control,
      windowsVirtualKeyCode: 73,
    });
    await expect(list).toBeVisible();
    await live.type('иван');
    await expect(list.getByRole('option').first()).toContainText('Ivan Ivanov');
    await live.press('Enter');
    await expect(live.capture).toHaveValue('John Smith and Wang Fang, Ivan Ivanov');
    await live.press('Enter');
    await live.saved();
    const { detail } = await client.minutes.open({ meetingId: meeting.id });
    expect(detail.entries[0]?.mentions).toHaveLength(3);
  });

  await test.step('signs, plain and full-width; one Backspace takes them back', async () => {
    for (const [sign, kind] of [
      ['+', 'action'],
      ['=', 'decision'],
      ['*', 'proposal'],
      ['-', 'note'],
    ] as const) {
      await live.type(`${sign} `);
      await live.takes(kind);
      await expect(live.capture).toHaveValue('');
      await live.press('Backspace');
      await live.takes('speech');
      await expect(live.capture).toHaveValue(`${sign} `);
      await live.type('x');
      await expect(live.capture).toHaveValue(`${sign} x`);
      await clear();
    }
    await live.chooseComposed('＋');
    await live.takes('speech');
    await live.chooseComposed('　');
    await live.takes('action');
    await expect(live.capture).toHaveValue('');
    await live.press('Backspace');
    await expect(live.capture).toHaveValue('＋　');
    await clear();
  });

  await test.step('words and surnames before a colon', async () => {
    for (const [typed, kind] of [
      ['ACTION: ', 'action'],
      ['Решили: ', 'decision'],
      ['Предложено:', 'proposal'],
    ] as const) {
      await live.type(typed);
      await live.takes(kind);
      await expect(live.capture).toHaveValue('');
      await clear();
    }
    await live.compose(['j', 'jueding'], '决定：');
    await live.takes('decision');
    await live.compose(['ch', 'chengli'], '成立联合实验室。');
    await expect(live.capture).toHaveValue('成立联合实验室。');
    await live.press('Backspace');
    // Words stand behind it: the prefix is no longer taken back.
    await live.takes('decision');
    await clear();
    await live.compose(['w', 'wangfang'], '王芳');
    await live.chooseComposed('：');
    await expect(live.speaker()).toHaveValue('Wang Fang');
    await expect(live.capture).toHaveValue('');
    await live.press('Backspace');
    await expect(live.capture).toHaveValue('王芳：');
    await clear();
    await live.type('Иванов: ');
    await expect(live.speaker()).toHaveValue('Ivan Ivanov');
    await expect(live.capture).toHaveValue('');
  });

  await test.step('an enumeration comma, a time, an address mean nothing', async () => {
    await live.chooseComposed('、');
    await expect(live.capture).toHaveValue('、');
    await live.type('14:30 a@b.org +1');
    await expect(live.capture).toHaveValue('、14:30 a@b.org +1');
    await expect(list).toHaveCount(0);
    await live.takes('speech');
    await live.press('Enter');
    await expect(live.text(1)).toHaveValue('、14:30 a@b.org +1');
  });
});
