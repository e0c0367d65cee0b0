import i18next from 'i18next';
import { readChordParts } from '#shared/domain/chords.ts';
import { isMac } from './shortcuts.ts';

const macModifiers = { Meta: '⌘', Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod', 'Meta'] as const;
const macKeys: Partial<Record<string, string>> = {
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: '⎋',
  PageUp: '⇞',
  PageDown: '⇟',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Home: '↖',
  End: '↘',
};
/** As on the keys themselves, the same in the three languages. */
const otherKeys: Partial<Record<string, string>> = {
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Delete: 'Del',
  Insert: 'Ins',
};
/** Words, because not every font has arrows; macOS has them all. */
const wordKeys = {
  Space: 'keys.space',
  ArrowUp: 'keys.up',
  ArrowDown: 'keys.down',
  ArrowLeft: 'keys.left',
  ArrowRight: 'keys.right',
} as const;
const modifiers = { Meta: 'Win', Mod: 'Ctrl', Ctrl: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };

function describeKey(key: string, mac: boolean): string {
  const symbol = (mac ? macKeys : otherKeys)[key];
  if (symbol !== undefined) return symbol;
  return key in wordKeys ? i18next.getFixedT(null, 'commands')(wordKeys[key as keyof typeof wordKeys]) : key;
}

/** A chord as the user reads it, e.g. «Ctrl+Shift+Z» or «⇧⌘Z», in the interface language. */
export function describeChord(chord: string, mac: boolean = isMac): string {
  const parts = readChordParts(chord);
  const key = describeKey(parts.key, mac);
  if (!mac) return [...parts.modifiers.map((name) => modifiers[name]), key].join('+');
  const symbols = macOrder.filter((name) => parts.modifiers.includes(name)).map((name) => macModifiers[name]);
  return symbols.join('') + key;
}
