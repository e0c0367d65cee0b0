/** Where a command can be given: anywhere, on the live screen, or where the minutes are reviewed and translated. */
export type CommandScope = 'global' | 'live' | 'review';
export const commandMenus = ['file', 'edit', 'view', 'go', 'minutes', 'row', 'review', 'help'] as const;
export type CommandMenu = (typeof commandMenus)[number];

/**
 * A command of the product: the one list that feeds keys, native menu, palette, tooltips, the list under F1 and
 * remapping. Chords are written `Mod+Shift+Z`; Mod is Cmd on macOS and Ctrl elsewhere. The first chord is shown.
 */
export interface CommandFacts {
  menu: CommandMenu;
  scope: CommandScope;
  chords: readonly string[];
  /** Instead of `chords` on macOS, where the system or habit has taken them. */
  macChords?: readonly string[];
  /** One more in an ordinary browser, which keeps some chords for its own tabs. */
  browserChord?: string;
  /** Text fields keep their own meaning of the chord, e.g. their native undo; rows of the minutes do not. */
  isNativeInText?: boolean;
  /** A held key does it again and again. */
  isRepeatable?: boolean;
  /** Also while a modal dialog is open. */
  isForDialogs?: boolean;
  /** A line stands above it in the menu. */
  startsGroup?: boolean;
  /** Stands one level deeper in its menu, together with its like. */
  submenu?: 'speakers';
}

/*
 * Rules (measured on US, Russian, Chinese, AZERTY and Dvorak layouts): no punctuation but the comma, which is in the
 * menu as well; nothing that input methods and layout switches reserve (bare Shift, Ctrl+Space, Shift+Space, Ctrl+.,
 * Alt+Shift, Ctrl+Shift, Ctrl+Shift+F). Chords with Ctrl+Shift may be swallowed on Linux: menu and palette remain.
 */
const facts = {
  'app.palette': { menu: 'go', scope: 'global', chords: ['Mod+K'] },
  'app.settings': { menu: 'file', scope: 'global', chords: ['Mod+,'] },
  'app.save': { menu: 'file', scope: 'global', chords: ['Mod+S'], isForDialogs: true },
  'app.undo': { menu: 'edit', scope: 'global', chords: ['Mod+Z'], isNativeInText: true, isRepeatable: true },
  'app.redo': {
    menu: 'edit',
    scope: 'global',
    chords: ['Mod+Shift+Z', 'Ctrl+Y'],
    // Ctrl+Y inserts what was cut in every text field of macOS.
    macChords: ['Mod+Shift+Z'],
    isNativeInText: true,
    isRepeatable: true,
  },
  'app.shortcuts': { menu: 'help', scope: 'global', chords: ['F1'], isForDialogs: true },
  'app.nextPane': { menu: 'view', scope: 'global', chords: ['F6'] },
  'app.previousPane': { menu: 'view', scope: 'global', chords: ['Shift+F6'] },
  // Option with an arrow goes word by word in every text field of macOS.
  'app.back': {
    menu: 'go',
    scope: 'global',
    chords: ['Alt+ArrowLeft'],
    macChords: ['Mod+Alt+ArrowLeft'],
    startsGroup: true,
  },
  'app.forward': { menu: 'go', scope: 'global', chords: ['Alt+ArrowRight'], macChords: ['Mod+Alt+ArrowRight'] },
  'go.home': { menu: 'go', scope: 'global', chords: ['Mod+Shift+1'], macChords: ['Mod+Alt+1'], startsGroup: true },
  'go.meetings': { menu: 'go', scope: 'global', chords: ['Mod+Shift+2'], macChords: ['Mod+Alt+2'] },
  'go.contacts': { menu: 'go', scope: 'global', chords: ['Mod+Shift+3'], macChords: ['Mod+Alt+3'] },
  'go.groups': { menu: 'go', scope: 'global', chords: ['Mod+Shift+4'], macChords: ['Mod+Alt+4'] },
  'go.registers': { menu: 'go', scope: 'global', chords: ['Mod+Shift+5'], macChords: ['Mod+Alt+5'] },
  'go.search': { menu: 'go', scope: 'global', chords: ['Mod+Shift+6'], macChords: ['Mod+Alt+6'] },
  'go.trash': { menu: 'go', scope: 'global', chords: ['Mod+Shift+7'], macChords: ['Mod+Alt+7'] },
  'changes.next': { menu: 'go', scope: 'global', chords: ['F8'], startsGroup: true },
  'changes.previous': { menu: 'go', scope: 'global', chords: ['Shift+F8'] },
  'view.asTable': { menu: 'view', scope: 'global', chords: ['Mod+Alt+T'] },
  'minutes.find': { menu: 'edit', scope: 'live', chords: ['Mod+F'], startsGroup: true },
  'minutes.replace': { menu: 'edit', scope: 'live', chords: ['Mod+H'], macChords: ['Mod+Alt+F'] },
  'minutes.capture': { menu: 'minutes', scope: 'live', chords: ['Mod+J'] },
  'minutes.nextItem': { menu: 'minutes', scope: 'live', chords: ['Mod+PageDown'], browserChord: 'Alt+PageDown' },
  'minutes.previousItem': { menu: 'minutes', scope: 'live', chords: ['Mod+PageUp'], browserChord: 'Alt+PageUp' },
  'minutes.itemDiscussed': { menu: 'minutes', scope: 'live', chords: ['Mod+Shift+Enter'] },
  'minutes.english': { menu: 'minutes', scope: 'live', chords: ['Mod+Alt+E'], startsGroup: true },
  'minutes.russian': { menu: 'minutes', scope: 'live', chords: ['Mod+Alt+R'] },
  'minutes.chinese': { menu: 'minutes', scope: 'live', chords: ['Mod+Alt+Z'] },
  'minutes.checkIn': { menu: 'minutes', scope: 'live', chords: ['Mod+Shift+P'], startsGroup: true },
  'minutes.addGuest': { menu: 'minutes', scope: 'live', chords: ['Mod+Shift+G'] },
  'minutes.start': { menu: 'minutes', scope: 'live', chords: ['Mod+Shift+S'], startsGroup: true },
  'minutes.end': { menu: 'minutes', scope: 'live', chords: ['Mod+Shift+E'] },
  'minutes.preview': { menu: 'minutes', scope: 'live', chords: ['Mod+P'] },
  'view.focus': { menu: 'view', scope: 'live', chords: ['F11'], macChords: ['Mod+Alt+M'], startsGroup: true },
  'view.rightPane': { menu: 'view', scope: 'live', chords: ['F9'] },
  'view.people': { menu: 'view', scope: 'live', chords: ['Shift+F9'] },
  'view.outcomes': { menu: 'view', scope: 'live', chords: ['Mod+F9'] },
  'row.speech': { menu: 'row', scope: 'live', chords: ['Mod+1'], browserChord: 'Ctrl+Alt+1' },
  'row.decision': { menu: 'row', scope: 'live', chords: ['Mod+2'], browserChord: 'Ctrl+Alt+2' },
  'row.action': { menu: 'row', scope: 'live', chords: ['Mod+3'], browserChord: 'Ctrl+Alt+3' },
  'row.proposal': { menu: 'row', scope: 'live', chords: ['Mod+4'], browserChord: 'Ctrl+Alt+4' },
  'row.note': { menu: 'row', scope: 'live', chords: ['Mod+5'], browserChord: 'Ctrl+Alt+5' },
  'row.speaker': { menu: 'row', scope: 'live', chords: ['F2'], startsGroup: true },
  'row.speaker1': { menu: 'row', scope: 'live', chords: ['Alt+1'], submenu: 'speakers' },
  'row.speaker2': { menu: 'row', scope: 'live', chords: ['Alt+2'], submenu: 'speakers' },
  'row.speaker3': { menu: 'row', scope: 'live', chords: ['Alt+3'], submenu: 'speakers' },
  'row.speaker4': { menu: 'row', scope: 'live', chords: ['Alt+4'], submenu: 'speakers' },
  'row.speaker5': { menu: 'row', scope: 'live', chords: ['Alt+5'], submenu: 'speakers' },
  'row.speaker6': { menu: 'row', scope: 'live', chords: ['Alt+6'], submenu: 'speakers' },
  'row.speaker7': { menu: 'row', scope: 'live', chords: ['Alt+7'], submenu: 'speakers' },
  'row.speaker8': { menu: 'row', scope: 'live', chords: ['Alt+8'], submenu: 'speakers' },
  'row.speaker9': { menu: 'row', scope: 'live', chords: ['Alt+9'], submenu: 'speakers' },
  'row.owner': { menu: 'row', scope: 'live', chords: ['Mod+O'] },
  'row.due': { menu: 'row', scope: 'live', chords: ['Mod+D'] },
  'row.person': { menu: 'row', scope: 'live', chords: ['Mod+I'] },
  'row.commit': { menu: 'row', scope: 'live', chords: ['Mod+Enter'], startsGroup: true },
  'row.up': { menu: 'row', scope: 'live', chords: ['Alt+ArrowUp'] },
  'row.down': { menu: 'row', scope: 'live', chords: ['Alt+ArrowDown'] },
  'row.select': { menu: 'row', scope: 'live', chords: ['Escape'] },
  'row.history': { menu: 'row', scope: 'live', chords: ['F4'], startsGroup: true },
  'row.document': { menu: 'row', scope: 'live', chords: ['Shift+F4'] },
  'row.remove': { menu: 'row', scope: 'live', chords: ['Mod+Shift+Backspace'] },
  'review.term': { menu: 'review', scope: 'review', chords: ['F7'] },
  'review.match': { menu: 'review', scope: 'review', chords: ['Shift+F7'] },
  'review.right': {
    menu: 'review',
    scope: 'review',
    chords: ['Alt+Enter'],
    macChords: ['Mod+Alt+Enter'],
    startsGroup: true,
  },
  'review.notNeeded': { menu: 'review', scope: 'review', chords: ['Mod+Alt+N'] },
} as const satisfies Record<string, CommandFacts>;

export type CommandId = keyof typeof facts;
export const commands: Record<CommandId, CommandFacts> = facts;
export const commandIds = Object.keys(facts) as CommandId[];
