/*
 * Chords are written `Mod+Shift+Z`, `Alt+ArrowLeft`, `F6`: modifiers, then one key. Mod is Cmd on macOS and Ctrl
 * elsewhere; Ctrl is the key of that name on macOS too. Digits and Latin letters are upper case, other keys are named
 * as in KeyboardEvent.key; the space bar is Space.
 */
const modifierOrder = ['Meta', 'Mod', 'Ctrl', 'Alt', 'Shift'] as const;
export type Modifier = (typeof modifierOrder)[number];

export interface ChordParts {
  modifiers: readonly Modifier[];
  key: string;
}

export function readChordParts(chord: string): ChordParts {
  const parts = chord.split('+');
  return { modifiers: modifierOrder.filter((modifier) => parts.includes(modifier)), key: parts.at(-1) ?? '' };
}

export function writeChord(modifiers: readonly Modifier[], key: string): string {
  return [...modifierOrder.filter((modifier) => modifiers.includes(modifier)), key].join('+');
}

/** The one spelling of a chord on a platform, so that equal chords are equal texts: outside of macOS Ctrl is Mod. */
export function canonicalChord(chord: string, isMac: boolean): string {
  const { modifiers, key } = readChordParts(chord);
  return writeChord(isMac ? modifiers : modifiers.map((name) => (name === 'Ctrl' ? 'Mod' : name)), key);
}

/** Taken by input methods, by layout switches, by the system or by editing, whatever a program would like. */
const reserved = {
  everywhere: [
    ...[
      'Ctrl+Space',
      'Shift+Space',
      'Ctrl+.',
      'Ctrl+Shift+F',
      'Ctrl+Shift+U',
      'Mod+Space',
      'Mod+Alt+Space',
      'Alt+Space',
    ],
    ...['Mod+A', 'Mod+C', 'Mod+X', 'Mod+V', 'Mod+Shift+V', 'Mod+W', 'Mod+Q', 'Mod+0', 'Alt+F4', 'F10', 'Shift+F10'],
    ...['Tab', 'Shift+Tab', 'Mod+Tab', 'Mod+Shift+Tab', 'Alt+Tab', 'Alt+Shift+Tab'],
  ],
  mac: [
    ...['Mod+H', 'Mod+Alt+H', 'Mod+M', 'Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5', 'Mod+Shift+Q', 'Mod+Alt+Escape'],
    ...['Mod+Alt+Shift+V', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowLeft', 'Ctrl+ArrowRight', 'Ctrl+Mod+F'],
  ],
  other: ['Mod+Alt+Delete', 'Mod+Alt+ArrowUp', 'Mod+Alt+ArrowDown', 'Mod+Escape', 'Mod+Shift+Escape', 'Alt+Escape'],
} as const;

export function isReservedChord(chord: string, isMac: boolean): boolean {
  const canonical = canonicalChord(chord, isMac);
  const all = [...reserved.everywhere, ...(isMac ? reserved.mac : reserved.other)];
  return (
    readChordParts(chord).modifiers.includes('Meta') || all.some((one) => canonicalChord(one, isMac) === canonical)
  );
}

const functionKey = /^F([1-9]|1\d|2[0-4])$/u;
const namedKeys: ReadonlySet<string> = new Set([
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'],
  ...['Enter', 'Backspace', 'Delete', 'Insert', 'Space', 'Escape'],
]);

/** Why a chord cannot be a command's; null when it can. */
export type ChordProblem = 'incomplete' | 'punctuation' | 'bare' | 'reserved';

export function findChordProblem(chord: string, isMac: boolean): ChordProblem | null {
  const { modifiers, key } = readChordParts(chord);
  if (['', 'Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'].includes(key)) {
    return 'incomplete';
  }
  if (isReservedChord(chord, isMac)) return 'reserved';
  if (functionKey.test(key)) return null;
  const isCharacter = /^[A-Z\d]$/u.test(key);
  // The comma is the only sign that is the same key press on every layout that was measured.
  if (!isCharacter && key !== ',' && !namedKeys.has(key)) return 'punctuation';
  const isBare = !modifiers.some((name) => name === 'Mod' || name === 'Ctrl' || name === 'Alt');
  // Option with a letter types a sign on macOS, as a bare letter does.
  const typesSign = isMac && /^[A-Z]$/u.test(key) && !modifiers.some((name) => name === 'Mod' || name === 'Ctrl');
  return isBare || typesSign ? 'bare' : null;
}
