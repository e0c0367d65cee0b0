import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { describeMenu, pageCommands } from '../../../electron/main/menu.ts';
import type { PageCommand } from '../../../electron/main/menu.ts';
import { chooseLanguage, fillIn, textsOf } from '../../../electron/main/texts.ts';
import { languages } from '#shared/domain/language.ts';

vi.mock('electron', async () => (await import('../../support/fake-electron.ts')).createFakeElectron());

const platforms = ['linux', 'win32', 'darwin'] as const;

function listItems(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? listItems(item.submenu) : [])]);
}

function build(platform: NodeJS.Platform, language = languages[0] as (typeof languages)[number], isPackaged = true) {
  const sent: PageCommand[] = [];
  const items = listItems(
    describeMenu({ texts: textsOf(language).menu, platform, isPackaged, send: (command) => sent.push(command) }),
  );
  return { items, sent };
}

describe.each(platforms)('the menu on %s', (platform) => {
  test.each(languages)('has a text for each item in %s', (language) => {
    const visible = build(platform, language).items.filter((item) => item.type !== 'separator');
    expect(visible.length).toBeGreaterThan(20);
    for (const item of visible) expect(item.label).toMatch(/\S/);
    // An item without a label of its own is named by Electron, in English.
    const texts = new Set(Object.values(textsOf(language).menu));
    expect(visible.filter((item) => item.label !== 'Trilogue' && !texts.has(item.label!))).toEqual([]);
  });

  test('reaches every screen', () => {
    const { items, sent } = build(platform);
    for (const item of items) (item.click as (() => void) | undefined)?.();
    const wanted = pageCommands.filter((command) => platform !== 'darwin' || command.startsWith('go-'));
    expect([...new Set(sent)].sort()).toEqual([...wanted].sort());
  });

  test('gives text fields their own editing', () => {
    const roles = build(platform).items.map((item) => item.role);
    for (const role of ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll', 'quit', 'about'] as const) {
      expect(roles).toContain(role);
    }
  });

  test('shows the developer tools in a working copy only', () => {
    const hasTools = (isPackaged: boolean): boolean =>
      build(platform, 'en', isPackaged).items.some((item) => item.role === 'toggleDevTools');
    expect([hasTools(true), hasTools(false)]).toEqual([false, true]);
  });
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
