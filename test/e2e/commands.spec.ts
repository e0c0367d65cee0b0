import type { Page } from '@playwright/test';
import { type CommandId, commandIds, commands } from '#shared/domain/commands.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import { expect, test } from '../support/app.ts';
import { LivePage, makeLiveMeeting, prepare } from '../support/live.ts';
import { readWords } from '../support/words.ts';

/* Every command of the registry: in the palette, by its keys, in the list under F1, and by keys that one has chosen. */

/** As the page writes the first chord of a command on this system, in an ordinary browser. */
const keyNames: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
/** Of the screens «Review and translate» and «Timeline», where tests of their own find them. */
const ofOthers: CommandId[] = [...commandIds.filter((id) => commands[id].scope === 'review'), 'view.asTable'];
const label = (chord: string): string =>
  chord
    .split('+')
    .map((key) => keyNames[key] ?? key)
    .join('+');

test('every command is found in the palette by its name, in three languages', async ({ sharedApp, page }) => {
  test.setTimeout(180_000);
  const planned = makeLiveMeeting([], { status: 'planned' }, ['A row']);
  const going = makeLiveMeeting([], {}, ['A row']);
  const client = await prepare(sharedApp, [planned, going]);
  const live = await LivePage.open(sharedApp, page, going.id);

  for (const language of ['en', 'ru', 'zh'] as const satisfies Language[]) {
    await test.step(language, async () => {
      const t = readWords(language);
      await client.settings.update({ uiLanguage: language });
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`, 'u'));
      await live.text(0).focus();
      await live.press('Control+k');
      const field = page.getByRole('dialog', { name: t('commands:palette.title') }).getByRole('combobox');
      const group = page.getByRole('dialog').getByRole('group', { name: t('commands:palette.commands'), exact: true });
      // While a meeting is going on it cannot be begun; nothing is compared here; the palette does not offer itself.
      const absent: CommandId[] = ['minutes.start', 'changes.next', 'changes.previous', 'app.palette', ...ofOthers];
      for (const id of commandIds.filter((one) => !absent.includes(one))) {
        const name = t(`commands:${id}`);
        await field.fill(name);
        await expect(group.getByText(name, { exact: true }).first(), id).toBeVisible();
      }
      await live.press('Escape');
      await expect(field).toHaveCount(0);
    });
  }

  await client.settings.update({ uiLanguage: 'en' });
  const t = readWords('en');
  const begun = await LivePage.open(sharedApp, page, planned.id);
  await begun.press('Control+k');
  await begun.type(t('commands:minutes.start'));
  await expect(page.getByRole('option', { selected: true })).toContainText(t('commands:minutes.start'));
  await begun.press('Enter');
  await expect(page.getByRole('button', { name: t('live:header.end') })).toBeVisible();
});

/** What is to be seen when a command was given by its keys on the live screen, with the caret in the first row. */
type Check = (live: LivePage, page: Page) => Promise<void>;
const t = readWords('en');
const shows = (role: Parameters<Page['getByRole']>[0], name: string): Check => {
  return async (_live, page) => expect(page.getByRole(role, { name, exact: true }).first()).toBeVisible();
};
const isKind = (kind: string): Check => {
  return async (live) => expect(live.row(0)).toHaveAttribute('data-kind', kind);
};
const isPlace = (place: string): Check => {
  return async (_live, page) => expect(page).toHaveURL(new RegExp(`#/${place}$`, 'u'));
};
const speaks: Check = async (live) => expect(live.speaker(0)).not.toHaveValue('');
const captured: Check = async (live) => expect(live.capture).toBeFocused();
const takesIn = (lang: string): Check => {
  return async (live) => expect(live.capture).toHaveAttribute('lang', new RegExp(`^${lang}`, 'u'));
};
const item = (title: string): Check => {
  return async (_live, page) =>
    expect(page.getByRole('heading', { level: 2, name: new RegExp(title, 'u') })).toBeVisible();
};

/** In an order in which each has something to show; the rest is named with its reason. */
const observed: Partial<Record<CommandId, Check>> = {
  'row.decision': isKind('decision'),
  'row.proposal': isKind('proposal'),
  'row.note': isKind('note'),
  'row.speech': isKind('speech'),
  'row.action': isKind('action'),
  'row.owner': async (live) => expect(live.owner(0)).toBeFocused(),
  'row.due': async (_live, page) => expect(page.getByRole('spinbutton').first()).toBeFocused(),
  'row.speaker': async (live) => expect(live.speaker(0)).toBeFocused(),
  'row.speaker1': speaks,
  'row.speaker2': speaks,
  'row.speaker3': speaks,
  'row.person': shows('listbox', t('live:rows.people')),
  'row.history': shows('dialog', t('minutes:history', { name: 'Action item 1.1' })),
  'row.down': async (live) => expect(live.text(1)).toHaveValue(/^First/u),
  'row.up': async (live) => expect(live.text(0)).toHaveValue(/^First/u),
  'app.undo': async (live) => expect(live.text(1)).toHaveValue(/^First/u),
  'app.redo': async (live) => expect(live.text(0)).toHaveValue(/^First/u),
  'row.select': async (live) => expect(live.row(0)).toBeFocused(),
  'row.commit': captured,
  'minutes.capture': captured,
  'minutes.english': takesIn('en'),
  'minutes.russian': takesIn('ru'),
  'minutes.chinese': takesIn('zh'),
  'minutes.checkIn': async (_live, page) =>
    expect(page.getByRole('combobox', { name: t('live:people.checkIn.label') })).toBeFocused(),
  'minutes.addGuest': async (_live, page) =>
    expect(page.getByRole('textbox', { name: t('live:people.guest.label') })).toBeFocused(),
  'minutes.find': shows('textbox', t('live:find.find')),
  'minutes.replace': shows('textbox', t('live:find.replace')),
  'view.outcomes': shows('heading', '1 action item'),
  'view.people': shows('grid', t('live:people.list')),
  'view.rightPane': async (_live, page) =>
    expect(page.getByRole('grid', { name: t('live:people.list') })).toHaveCount(0),
  'view.focus': async (_live, page) =>
    expect(page.getByRole('navigation', { name: t('shell:navigation') })).toBeHidden(),
  'app.nextPane': async (live) => expect(live.text(0)).not.toBeFocused(),
  'app.previousPane': async (live) => expect(live.text(0)).not.toBeFocused(),
  'app.palette': shows('dialog', t('commands:palette.title')),
  'app.shortcuts': shows('dialog', t('commands:help.title')),
  'app.save': async (live) => live.saved(),
  'minutes.nextItem': item('Joint laboratory'),
  'minutes.previousItem': item('Opening'),
  'minutes.itemDiscussed': item('Joint laboratory'),
  'row.remove': async (live) => expect(live.rows).toHaveCount(2),
  'minutes.end': shows('dialog', t('live:header.endTitle')),
  'row.document': async (_live, page) => expect(page).toHaveURL(/\/export$/u),
  'minutes.preview': async (_live, page) => expect(page).toHaveURL(/\/export$/u),
  'app.back': async (_live, page) => expect(page).toHaveURL(/\/live/u),
  'app.forward': async (_live, page) => expect(page).toHaveURL(/\/export$/u),
  'go.home': isPlace(''),
  'go.meetings': isPlace('meetings'),
  'go.contacts': isPlace('contacts'),
  'go.groups': isPlace('groups'),
  'go.registers': isPlace('registers/actions'),
  'go.search': isPlace('search'),
  'go.trash': isPlace('settings/deleted'),
  'app.settings': isPlace('settings'),
};
/** There are but three people in this meeting, and it is going on. */
const unseen: readonly CommandId[] = [
  ...([4, 5, 6, 7, 8, 9] as const).map((number) => `row.speaker${number}` as const),
  'minutes.start',
  // Where versions are compared: versions.spec.ts.
  'changes.next',
  'changes.previous',
  ...ofOthers,
];
/** Of those that can be given anywhere: begun in a row of the minutes. */
const fromRow: readonly CommandId[] = [
  'app.undo',
  'app.redo',
  'app.nextPane',
  'app.previousPane',
  'app.palette',
  'app.shortcuts',
  'app.save',
];
/** Puts things back as the next command wants them. */
const afterwards: Partial<Record<CommandId, readonly string[]>> = {
  'row.person': ['Escape'],
  'row.history': ['Escape'],
  'minutes.find': ['Escape'],
  'minutes.replace': ['Escape'],
  'view.rightPane': ['F9'],
  'view.focus': ['F11'],
  'app.palette': ['Escape'],
  'app.shortcuts': ['Escape'],
  'minutes.itemDiscussed': ['Alt+PageUp'],
  'minutes.end': ['Escape'],
  'row.document': ['Alt+ArrowLeft'],
};

test('every command answers to its keys; F1 lists them all; chosen keys take their place', async ({
  sharedApp,
  page,
}) => {
  test.setTimeout(120_000);
  const meeting = makeLiveMeeting([], {}, ['First', 'Second', 'Third']);
  await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const chordOf = (id: CommandId): string => commands[id].browserChord ?? commands[id].chords[0] ?? '';
  const press = (chord: string): Promise<void> =>
    live.press(chord.replace('Mod', 'Control').replace('Ctrl', 'Control'));

  expect([...Object.keys(observed), ...unseen].toSorted()).toEqual(commandIds.toSorted());
  for (const [id, check] of Object.entries(observed) as [CommandId, Check][]) {
    await test.step(`${id}: ${chordOf(id)}`, async () => {
      const startsInRow = commands[id].scope === 'live' || fromRow.includes(id);
      // The item that one goes back from has no rows.
      if (startsInRow && id !== 'minutes.previousItem') await live.text(id === 'row.up' ? 1 : 0).focus();
      await press(chordOf(id));
      await check(live, page);
      for (const chord of afterwards[id] ?? []) await live.press(chord);
    });
  }

  await test.step('F1 lists every command with its keys', async () => {
    await live.press('F1');
    const help = page.getByRole('dialog', { name: t('commands:help.title') });
    await expect(help).toBeVisible();
    const lines = await help.getByRole('listitem').allInnerTexts();
    const read = lines.map((line) => line.replaceAll(/\s+/gu, ' ').trim());
    for (const id of commandIds) {
      const line = read.find((one) => one.startsWith(`${t(`commands:${id}`)} `));
      expect(line, id).toContain(label(commands[id].chords[0] ?? ''));
    }
    await live.press('Escape');
    await expect(help).toHaveCount(0);
  });

  await test.step('keys that were chosen work, the old ones no longer', async () => {
    await page
      .getByRole('button', { name: t('settings:keyboard.changeNamed', { name: t('commands:minutes.capture') }) })
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: t('settings:keyboard.press') })).toBeFocused();
    await live.press('Control+Alt+x', 'Enter');
    await expect(dialog).toHaveCount(0);
    await page.evaluate((id) => (location.hash = `#/meetings/${id}/live`), meeting.id);
    await live.capture.focus();
    await live.press('Alt+PageUp');
    const first = live.text(0);
    await first.focus();
    await live.press('Control+j');
    await expect(first).toBeFocused();
    await live.press('Control+Alt+x');
    await expect(live.capture).toBeFocused();
  });
});

test('the commands of review are in the palette and answer to their keys', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting([], { status: 'draft' }, [
    'Bathymetry',
    'To open the joint bathymetric atlas.',
    'Third',
  ]);
  const client = await prepare(sharedApp, [meeting]);
  const texts = { en: 'To open the joint bathymetric atlas.', ru: 'Открыть совместный батиметрический атлас.' };
  await client.glossary.save({
    ...{ id: crypto.randomUUID(), link: null, area: emptyText(), definition: emptyText(), source: '', note: '' },
    terms: [
      { id: crypto.randomUUID(), language: 'en', text: 'bathymetry', status: 'preferred' },
      { id: crypto.randomUUID(), language: 'ru', text: 'батиметрия', status: 'preferred' },
    ],
  });
  const file = new File([tmxOf(texts)], 'memory.tmx');
  for await (const event of await client.memory.importTmx({ id: crypto.randomUUID(), file })) {
    if (event.type === 'result') expect(event.report.units).toBe(1);
  }
  await sharedApp.open(page);
  const field = page.locator('textarea:focus');
  const goTo = async (row: number, language: Language): Promise<void> => {
    const id = meeting.record.entries[row]?.id ?? '';
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `/meetings/${meeting.id}/review?focus=${id}&language=${language}`);
    await expect(field).toHaveAttribute('data-review-text', `entry/${id}/${language}`);
  };

  const isOffered = async (...ids: CommandId[]): Promise<void> => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: t('commands:palette.title') });
    for (const id of ids) {
      await palette.getByRole('combobox').fill(t(`commands:${id}`));
      await expect(palette.getByText(t(`commands:${id}`), { exact: true }).first(), id).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    await expect(field).toBeFocused();
  };

  await goTo(0, 'ru');
  await expect(page.getByText('батиметрия')).toBeVisible();
  await isOffered('review.term', 'changes.next', 'changes.previous');
  await page.keyboard.press('F7');
  await expect(field).toHaveValue('батиметрия');
  await goTo(1, 'ru');
  await expect(page.getByText(texts.ru)).toBeVisible();
  await isOffered('review.match');
  await page.keyboard.press('Shift+F7');
  await expect(field).toHaveValue(texts.ru);
  await goTo(2, 'zh');
  await isOffered('review.notNeeded');
  await page.keyboard.press('Control+Alt+n');
  await expect(page.getByRole('cell').filter({ has: field })).toContainText(t('translations:mark.notNeeded'));
  // Another text is right for its source once more.
  const [first] = (await client.meetings.get({ id: meeting.id })).entries;
  await client.entries.saveText({ entryId: first?.id ?? '', language: 'en', text: 'Bathymetry!', revision: 1 });
  await goTo(0, 'ru');
  const settle = page.getByRole('button', { name: /^Still right: .*Russian$/u });
  await expect(settle).toBeVisible();
  await isOffered('review.right');
  await page.keyboard.press('Alt+Enter');
  await expect(settle).toHaveCount(0);
});

const tmxOf = ({ en, ru }: { en: string; ru: string }): string =>
  `<tmx version="1.4"><header creationtool="test" creationtoolversion="1" segtype="paragraph" o-tmf="none" adminlang="en"
  srclang="en" datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="ru"><seg>${ru}</seg>
  </tuv></tu></body></tmx>`;

test('the palette is typed into whatever was open, and gives the focus back', async ({ sharedApp, page }) => {
  const meeting = makeLiveMeeting([], {}, ['First']);
  await prepare(sharedApp, [meeting]);
  const live = await LivePage.open(sharedApp, page, meeting.id);
  const dialog = page.getByRole('dialog', { name: t('commands:palette.title') });
  const visit = async (): Promise<void> => {
    await live.press('Control+k');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await live.press('Escape');
    await expect(dialog).toHaveCount(0);
  };

  await live.text(0).focus();
  await visit();
  await expect(live.text(0)).toBeFocused();
  await live.press('Control+j');
  await visit();
  await expect(live.capture).toBeFocused();

  const kind = live.captureRow.locator('[data-part="kind"]');
  await kind.click();
  await expect(page.getByRole('menuitem').or(page.getByRole('menuitemradio')).first()).toBeVisible();
  await visit();
  await expect(kind).toBeFocused();

  await kind.blur();
  await visit();
  await expect(live.capture).toBeFocused();
});
