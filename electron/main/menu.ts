import { Menu, app } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopTexts } from './texts.ts';

/** What the menu asks of the page; sent on the desktop port as `{ command }`. */
export const pageCommands = [
  'undo',
  'redo',
  'go-home',
  'go-meetings',
  'go-contacts',
  'go-groups',
  'go-registers',
  'go-search',
  'go-settings',
] as const;
export type PageCommand = (typeof pageCommands)[number];

export interface MenuOptions {
  texts: DesktopTexts['menu'];
  platform: NodeJS.Platform;
  isPackaged: boolean;
  send: (command: PageCommand) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function describeApplicationMenu({ texts, send }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: 'Trilogue',
    submenu: [
      { role: 'about', label: texts.about },
      separator,
      { label: texts.settings, accelerator: 'Cmd+,', click: () => send('go-settings') },
      separator,
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function describeFileMenu({ texts, platform, send }: MenuOptions): MenuItemConstructorOptions {
  const isMac = platform === 'darwin';
  return {
    label: texts.file,
    submenu: isMac
      ? [{ role: 'close', label: texts.close }]
      : [
          { label: texts.settings, accelerator: 'Ctrl+,', click: () => send('go-settings') },
          separator,
          { role: 'quit', label: texts.quit },
        ],
  };
}

/**
 * Undo outside of text is the page's own (one undo for the whole product), so the page decides what is meant. On macOS
 * the keys of text fields work through the menu's roles alone; there the page takes the chord before the menu does.
 */
function describeUndo({ texts, platform, send }: MenuOptions): MenuItemConstructorOptions[] {
  if (platform === 'darwin') {
    return [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
    ];
  }
  return [
    { label: texts.undo, accelerator: 'Ctrl+Z', registerAccelerator: false, click: () => send('undo') },
    { label: texts.redo, accelerator: 'Ctrl+Shift+Z', registerAccelerator: false, click: () => send('redo') },
  ];
}

function describeEditMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { texts } = options;
  return {
    label: texts.edit,
    submenu: [
      ...describeUndo(options),
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'pasteAndMatchStyle', label: texts.pastePlain },
      { role: 'selectAll', label: texts.selectAll },
    ],
  };
}

function describeViewMenu({ texts, isPackaged }: MenuOptions): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [
    separator,
    { role: 'toggleDevTools', label: texts.developerTools },
  ];
  return {
    label: texts.view,
    submenu: [
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      { role: 'resetZoom', label: texts.actualSize },
      separator,
      { role: 'togglefullscreen', label: texts.fullScreen },
      ...(isPackaged ? [] : forDevelopers),
    ],
  };
}

function describeGoMenu({ texts, send }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: texts.go,
    submenu: [
      { label: texts.home, click: () => send('go-home') },
      { label: texts.meetings, click: () => send('go-meetings') },
      { label: texts.contacts, click: () => send('go-contacts') },
      { label: texts.groups, click: () => send('go-groups') },
      { label: texts.registers, click: () => send('go-registers') },
      { label: texts.search, click: () => send('go-search') },
    ],
  };
}

/** The whole menu as data, in one language. */
export function describeMenu(options: MenuOptions): MenuItemConstructorOptions[] {
  const { texts, platform } = options;
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [describeApplicationMenu(options)] : []),
    describeFileMenu(options),
    describeEditMenu(options),
    describeViewMenu(options),
    describeGoMenu(options),
    {
      label: texts.window,
      role: 'window',
      submenu: [
        { role: 'minimize', label: texts.minimize },
        { role: 'close', label: texts.close },
      ],
    },
    ...(isMac ? [] : [{ label: texts.help, submenu: [{ role: 'about' as const, label: texts.about }] }]),
  ];
}

export function showMenu(texts: DesktopTexts['menu'], send: (command: PageCommand) => void): void {
  const options = { texts, platform: process.platform, isPackaged: app.isPackaged, send };
  Menu.setApplicationMenu(Menu.buildFromTemplate(describeMenu(options)));
}
