import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createMenu, describeMenu, toAccelerator } from '../../../electron/main/menu.ts';
import type { MenuOptions } from '../../../electron/main/menu.ts';
import { chooseLanguage, commandText, fillIn, textsOf } from '../../../electron/main/texts.ts';
import { layOutChords } from '#shared/domain/chord-layout.ts';
import { commandIds, commandMenus, commands } from '#shared/domain/commands.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { languages } from '#shared/domain/language.ts';
import type { FakeElectron } from '../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());
const { Menu } = (await import('electron')) as unknown as FakeElectron;

const platforms = ['linux', 'win32', 'darwin'] as const;
type Items = MenuItemConstructorOptions[];

const childrenOf = (item: MenuItemConstructorOptions): Items => (Array.isArray(item.submenu) ? item.submenu : []);
const listItems = (items: Items): Items => items.flatMap((item) => [item, ...listItems(childrenOf(item))]);

function build(platform: NodeJS.Platform, options: Partial<MenuOptions> = {}) {
  const sent: CommandId[] = [];
  const menus = describeMenu({
    texts: textsOf('en'),
    chosen: {},
    available: new Set(commandIds),
    platform,
    isPackaged: true,
    send: (command) => sent.push(command),
    ...options,
  });
  return { menus, items: listItems(menus), sent };
}

beforeEach(() => {
  vi.clearAllMocks();
});

describe.each(platforms)('the menu on %s', (platform) => {
  const isMac = platform === 'darwin';
  /** On macOS they act on text fields by themselves. */
  const asRoles: readonly CommandId[] = isMac ? ['app.undo', 'app.redo'] : [];
  const clickable = commandIds.filter((id) => !asRoles.includes(id));

  test.each(languages)('has a text for each item in %s', (language) => {
    const texts = textsOf(language);
    const visible = build(platform, { texts }).items.filter((item) => item.type !== 'separator');
    for (const item of visible) expect(item.label).toMatch(/\S/);
    // An item without a label of its own is named by Electron, in English.
    const known = new Set<string | undefined>([
      'Trilogue',
      ...Object.values(texts.menu),
      ...Object.values(texts.commands.menu),
      ...commandIds.map((id) => commandText(texts, id)),
    ]);
    expect(visible.filter((item) => !known.has(item.label))).toEqual([]);
  });

  test('has every command once, in the menu that the registry says', () => {
    const { menus, items, sent } = build(platform);
    for (const item of items) (item.click as (() => void) | undefined)?.();
    expect(sent.toSorted()).toEqual([...clickable].sort());
    const titles = textsOf('en').commands.menu;
    for (const menu of commandMenus) {
      const here = menus.find(({ label }) => label === titles[menu])!;
      const ids = new Set(listItems(childrenOf(here)).map(({ id }) => id));
      const wanted = clickable.filter((id) => commands[id].menu === menu && !(isMac && id === 'app.settings'));
      expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  test('shows the chord of each command and leaves the key to the page', () => {
    const { items } = build(platform);
    const { chordsById } = layOutChords({}, { isMac, isBrowser: false });
    for (const id of clickable) {
      const item = items.find((one) => one.id === id)!;
      const [chord = ''] = chordsById.get(id) ?? [];
      if (isMac && chord === 'Escape') expect(item.accelerator).toBeUndefined();
      else expect([id, item.accelerator, item.registerAccelerator]).toEqual([id, toAccelerator(chord), false]);
    }
    const shown = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(new Set(shown).size).toBe(shown.length);
  });

  test('shows the chord that the user has chosen, and none where it was taken away', () => {
    const { items } = build(platform, { chosen: { 'go.home': 'F7', 'go.search': '' } });
    const acceleratorOf = (id: CommandId) => items.find((item) => item.id === id)?.accelerator;
    expect([acceleratorOf('go.home'), acceleratorOf('go.search')]).toEqual(['F7', undefined]);
  });

  test('offers what the page can do', () => {
    const { items } = build(platform, { available: new Set<CommandId>(['go.home']) });
    const enabled = items.filter((item) => item.enabled === true).map(({ id }) => id);
    expect(enabled).toEqual(['go.home']);
    expect(items.filter((item) => item.enabled === false)).toHaveLength(clickable.length - 1);
  });

  test('gives text fields their own editing', () => {
    const roles = build(platform).items.map((item) => item.role);
    for (const role of ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll', 'quit', 'about'] as const) {
      expect(roles).toContain(role);
    }
    expect(roles.includes('undo')).toBe(isMac);
  });

  test('shows the developer tools in a working copy only', () => {
    const hasTools = (isPackaged: boolean): boolean =>
      build(platform, { isPackaged }).items.some((item) => item.role === 'toggleDevTools');
    expect([hasTools(true), hasTools(false)]).toEqual([false, true]);
  });

  test('has lines between groups only', () => {
    for (const item of [{ submenu: build(platform).menus }, ...build(platform).items]) {
      const kinds = childrenOf(item).map(({ type }) => type === 'separator');
      expect(kinds[0] === true || kinds.at(-1) === true).toBe(false);
      expect(kinds.some((isLine, index) => isLine && kinds[index + 1] === true)).toBe(false);
    }
  });
});

test('an open menu follows what the page can do, also when it is drawn anew', () => {
  const menu = createMenu(() => undefined);
  const drawn = () => Menu.buildFromTemplate.mock.results.at(-1)!.value as { getMenuItemById: (id: string) => unknown };
  menu.draw(textsOf('en'), {});
  expect(drawn().getMenuItemById('row.decision')).toMatchObject({ enabled: false });
  menu.setAvailable(new Set(['row.decision']));
  expect(drawn().getMenuItemById('row.decision')).toMatchObject({ enabled: true });
  menu.draw(textsOf('ru'), { 'row.decision': 'F8' });
  expect(drawn().getMenuItemById('row.decision')).toMatchObject({
    enabled: true,
    label: textsOf('ru').commands.row.decision,
    accelerator: 'F8',
  });
  expect(Menu.setApplicationMenu).toHaveBeenCalledTimes(2);
});

test.each([
  ['Mod+Shift+Z', 'CommandOrControl+Shift+Z'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['Ctrl+Alt+1', 'Control+Alt+1'],
  ['Mod+,', 'CommandOrControl+,'],
  ['Escape', 'Esc'],
])('the chord %s is the accelerator %s', (chord, accelerator) => {
  expect(toAccelerator(chord)).toBe(accelerator);
});

test('the language is the first of the machine that Trilogue speaks', () => {
  expect(chooseLanguage(['de-DE', 'zh-Hans-CN', 'en-GB'])).toBe('zh');
  expect(chooseLanguage(['RU'])).toBe('ru');
  expect(chooseLanguage(['rue-UA', 'de'])).toBe('en');
  expect(chooseLanguage([])).toBe('en');
});

test('places are filled in, unknown ones stay visible', () => {
  expect(fillIn('{{a}} and {{b}}', { a: '$&' })).toBe('$& and {{b}}');
});
