import { Menu, app } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { layOutChords } from '#shared/domain/chord-layout.ts';
import type { ChordLayout } from '#shared/domain/chord-layout.ts';
import { readChordParts } from '#shared/domain/chords.ts';
import { commandIds, commandMenus, commands } from '#shared/domain/commands.ts';
import type { CommandId, CommandMenu } from '#shared/domain/commands.ts';
import { commandText } from './texts.ts';
import type { DesktopTexts } from './texts.ts';

export interface MenuOptions {
  texts: DesktopTexts;
  /** Chords that the user has chosen (settings.shortcuts). */
  chosen: Readonly<Record<string, string>>;
  /** What the page can do now. */
  available: ReadonlySet<CommandId>;
  platform: NodeJS.Platform;
  isPackaged: boolean;
  /** Asks the page to do it; sent on the desktop port as `{ command }`. */
  send: (command: CommandId) => void;
}

type Items = MenuItemConstructorOptions[];
const separator: MenuItemConstructorOptions = { type: 'separator' };
/** macOS has these in the menu of the application. */
const inApplicationMenu: readonly CommandId[] = ['app.settings'];
/** On macOS the keys of text fields work through these roles alone; the page takes the chord before the menu does. */
const macRoles: Partial<Record<CommandId, 'undo' | 'redo'>> = { 'app.undo': 'undo', 'app.redo': 'redo' };

const modifierNames = { Meta: 'Super', Mod: 'CommandOrControl', Ctrl: 'Control', Alt: 'Alt', Shift: 'Shift' } as const;
const keyNames: Partial<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
};

/** A chord as Electron writes it (electronjs.org/docs/latest/tutorial/keyboard-shortcuts). */
export function toAccelerator(chord: string): string {
  const { modifiers, key } = readChordParts(chord);
  return [...modifiers.map((name) => modifierNames[name]), keyNames[key] ?? key].join('+');
}

/**
 * The page handles the keys: accelerators are only shown. macOS registers them whatever is asked, but gives the page
 * the first word; a bare Escape there would be taken from native panels as well, so it is not shown.
 */
function describeKeys(id: CommandId, layout: ChordLayout, isMac: boolean): Partial<MenuItemConstructorOptions> {
  const [chord] = layout.chordsById.get(id) ?? [];
  if (chord === undefined || (isMac && chord === 'Escape')) return {};
  return { accelerator: toAccelerator(chord), registerAccelerator: false };
}

interface Plan extends MenuOptions {
  isMac: boolean;
  layout: ChordLayout;
}

function describeCommand(id: CommandId, { texts, available, send, isMac, layout }: Plan): MenuItemConstructorOptions {
  const label = commandText(texts, id);
  const role = isMac ? macRoles[id] : undefined;
  if (role !== undefined) return { role, label };
  return {
    id,
    label,
    enabled: available.has(id),
    click: () => send(id),
    ...describeKeys(id, layout, isMac),
  };
}

/** The registry's commands of one menu, in its order, with its lines and submenus. */
function describeCommands(menu: CommandMenu, plan: Plan): Items {
  const items: Items = [];
  const submenus = new Map<string, Items>();
  for (const id of commandIds) {
    const { menu: itsMenu, startsGroup, submenu } = commands[id];
    if (itsMenu !== menu || (plan.isMac && inApplicationMenu.includes(id))) continue;
    if (startsGroup === true && items.length > 0) items.push(separator);
    const item = describeCommand(id, plan);
    if (submenu === undefined) {
      items.push(item);
      continue;
    }
    const started = submenus.get(submenu);
    if (started) {
      started.push(item);
      continue;
    }
    const list = [item];
    submenus.set(submenu, list);
    items.push({ label: plan.texts.commands.menu[submenu], submenu: list });
  }
  return items;
}

function describeApplicationMenu(plan: Plan): MenuItemConstructorOptions {
  const { menu } = plan.texts;
  return {
    label: 'Trilogue',
    submenu: [
      { role: 'about', label: menu.about },
      separator,
      ...inApplicationMenu.map((id) => describeCommand(id, plan)),
      separator,
      { role: 'services', label: menu.services },
      separator,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      separator,
      { role: 'quit', label: menu.quit },
    ],
  };
}

/** What the system does by itself, around or below the registry's commands. */
function describeOwn(menu: CommandMenu, { texts, isMac, isPackaged }: Plan): Items {
  const words = texts.menu;
  switch (menu) {
    case 'file':
      return [separator, isMac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit }];
    case 'edit':
      return [
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'pasteAndMatchStyle', label: words.pastePlain },
        { role: 'selectAll', label: words.selectAll },
      ];
    case 'view':
      return [
        separator,
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.actualSize },
        separator,
        // F11, the role's own key, is the focus mode of the minutes.
        { role: 'togglefullscreen', label: words.fullScreen, ...(!isMac && { accelerator: 'Shift+F11' }) },
        ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' as const, label: words.developerTools }]),
      ];
    case 'help':
      return isMac ? [] : [separator, { role: 'about', label: words.about }];
    case 'go':
    case 'minutes':
    case 'row':
    case 'review':
      return [];
  }
}

function describeOne(menu: CommandMenu, plan: Plan): MenuItemConstructorOptions {
  return {
    label: plan.texts.commands.menu[menu],
    ...(menu === 'help' && { role: 'help' as const }),
    submenu: [...describeCommands(menu, plan), ...describeOwn(menu, plan)],
  };
}

/** The whole menu as data, in one language. */
export function describeMenu(options: MenuOptions): Items {
  const isMac = options.platform === 'darwin';
  const plan = { ...options, isMac, layout: layOutChords(options.chosen, { isMac, isBrowser: false }) };
  const words = options.texts.menu;
  return [
    ...(isMac ? [describeApplicationMenu(plan)] : []),
    ...commandMenus.filter((menu) => menu !== 'help').map((menu) => describeOne(menu, plan)),
    {
      label: words.window,
      role: 'window',
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
    describeOne('help', plan),
  ];
}

export interface ApplicationMenu {
  /** Draws the menu anew, in the language and with the chords that are set now. */
  draw(texts: DesktopTexts, chosen: Readonly<Record<string, string>>): void;
  /** Enables exactly these of the registry's commands. */
  setAvailable(available: ReadonlySet<CommandId>): void;
}

export function createMenu(send: (command: CommandId) => void): ApplicationMenu {
  let available: ReadonlySet<CommandId> = new Set();
  let find: (id: CommandId) => { enabled: boolean } | null = () => null;
  return {
    draw(texts, chosen) {
      const options = { texts, chosen, available, platform: process.platform, isPackaged: app.isPackaged, send };
      const menu = Menu.buildFromTemplate(describeMenu(options));
      find = (id) => menu.getMenuItemById(id);
      Menu.setApplicationMenu(menu);
    },
    setAvailable(next) {
      available = next;
      for (const id of commandIds) {
        const item = find(id);
        if (item) item.enabled = next.has(id);
      }
    },
  };
}
