import { readChordParts } from '#shared/domain/chords.ts';

/** What a key types on a layout, alone and with Shift. */
export interface LayoutKey {
  code: string;
  plain: string;
  shifted: string;
}
export interface Layout {
  name: string;
  keys: readonly LayoutKey[];
}

const codes = [
  ...['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0'],
  ...['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP', 'BracketLeft', 'BracketRight'],
  ...['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote'],
  ...['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash'],
];

function describe(name: string, plain: string, shifted: string): Layout {
  const [below, above] = [Array.from(plain), Array.from(shifted)];
  return { name, keys: codes.map((code, index) => ({ code, plain: below[index]!, shifted: above[index]! })) };
}

/* Four rows each, from the digits down, as the layouts of Windows have them. */
export const layouts: readonly Layout[] = [
  describe('US', "1234567890qwertyuiop[]asdfghjkl;'zxcvbnm,./", '!@#$%^&*()QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'),
  describe('Russian', '1234567890йцукенгшщзхъфывапролджэячсмитьбю.', '!"№;%:?*()ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'),
  describe(
    'Chinese',
    '1234567890qwertyuiop【】asdfghjkl；’zxcvbnm，。、',
    '！＠＃￥％…＆＊（）QWERTYUIOP｛｝ASDFGHJKL：”ZXCVBNM《》？',
  ),
  describe('AZERTY', '&é"\'(-è_çàazertyuiop^$qsdfghjklmùwxcvbn,;:!', '1234567890AZERTYUIOP¨£QSDFGHJKLM%WXCVBN?./§'),
  describe('Dvorak', "1234567890',.pyfgcrl/=aoeuidhtns-;qjkxbmwvz", '!@#$%^&*()"<>PYFGCRL?+AOEUIDHTNS_:QJKXBMWVZ'),
  describe('German', '1234567890qwertzuiopü+asdfghjklöäyxcvbnm,.-', '!"§$%&/()=QWERTZUIOPÜ*ASDFGHJKLÖÄYXCVBNM;:_'),
];

/** The event of somebody who presses a chord on a layout: the key that bears its letter, where there is one. */
export function pressChord(layout: Layout, chord: string, isMac: boolean) {
  const { modifiers, key } = readChordParts(chord);
  const has = (name: (typeof modifiers)[number]) => modifiers.includes(name);
  const shiftKey = has('Shift');
  const bearing =
    layout.keys.find(({ plain }) => plain.toUpperCase() === key) ??
    layout.keys.find(({ code }) => code === `Digit${key}` || code === `Key${key}` || (key === ',' && code === 'Comma'));
  return {
    key: bearing ? (shiftKey ? bearing.shifted : bearing.plain) : key,
    code: bearing?.code ?? key,
    ctrlKey: has('Ctrl') || (has('Mod') && !isMac),
    metaKey: has('Mod') && isMac,
    altKey: has('Alt'),
    shiftKey,
  };
}
