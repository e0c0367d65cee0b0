import { canonicalChord, type Modifier, writeChord } from '#shared/domain/chords.ts';

export const isMac = /Mac/u.test(navigator.platform);

/** The facts of a key event that decide whether it is a chord. */
export type KeyFacts = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The chord of a key press, in the spelling of `canonicalChord`. */
export function readChord(event: KeyFacts, mac: boolean = isMac): string {
  const modifiers: Modifier[] = [];
  if (mac ? event.metaKey : event.ctrlKey) modifiers.push('Mod');
  if (mac ? event.ctrlKey : event.metaKey) modifiers.push(mac ? 'Ctrl' : 'Meta');
  if (event.altKey) modifiers.push('Alt');
  if (event.shiftKey) modifiers.push('Shift');
  return writeChord(modifiers, readKey(event));
}

/**
 * Digits by physical key; Latin letters by what they type, so that Dvorak and AZERTY stay right; what other scripts
 * and Option type by physical key, so that Ctrl+K works on a Russian layout (ux, section 2.3).
 */
function readKey({ key, code }: KeyFacts): string {
  const digit = /^Digit(\d)$/u.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (/^Numpad/u.test(code) && key.length === 1) return code;
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  if (key === ' ') return 'Space';
  if (key === '+') return 'Plus';
  if (key === 'Dead' || /^[^\p{ASCII}]$/u.test(key)) {
    const letter = /^Key([A-Z])$/u.exec(code)?.[1];
    if (letter !== undefined) return letter;
    if (code === 'Comma') return ',';
  }
  return key;
}

export function matchesChord(event: KeyFacts, chord: string, mac: boolean = isMac): boolean {
  return readChord(event, mac) === canonicalChord(chord, mac);
}

const textInputs = new Set(['text', 'search', 'email', 'tel', 'url', 'password', 'number']);

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return textInputs.has(target.type);
  return target instanceof HTMLElement && target.isContentEditable && target.getAttribute('role') !== 'spinbutton';
}

/** Texts of the minutes take the product's undo in place of their own. */
export const ownUndoAttribute = 'data-own-undo';

export function hasOwnUndo(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`[${ownUndoAttribute}]`) !== null;
}
