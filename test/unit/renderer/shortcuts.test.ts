import { beforeAll, expect, test, vi } from 'vitest';
import type { matchesChord as matches } from '../../../renderer/app/shortcuts.ts';

let matchesChord: typeof matches;

beforeAll(async () => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { platform: 'Linux' });
  ({ matchesChord } = await import('../../../renderer/app/shortcuts.ts'));
});

const press = (key: string, code: string, modifiers = '') => ({
  key,
  code,
  ctrlKey: modifiers.includes('C'),
  metaKey: modifiers.includes('M'),
  altKey: modifiers.includes('A'),
  shiftKey: modifiers.includes('S'),
});

test.each<[string, ReturnType<typeof press>, string, boolean]>([
  ['US', press('z', 'KeyZ', 'C'), 'Mod+Z', true],
  ['Russian layout', press('я', 'KeyZ', 'C'), 'Mod+Z', true],
  ['German layout: the letter decides', press('z', 'KeyY', 'C'), 'Mod+Z', true],
  ['German layout: not the place', press('y', 'KeyZ', 'C'), 'Mod+Z', false],
  ['Dvorak', press('z', 'Slash', 'C'), 'Mod+Z', true],
  ['Shift makes another chord', press('Z', 'KeyZ', 'CS'), 'Mod+Z', false],
  ['redo', press('Я', 'KeyZ', 'CS'), 'Mod+Shift+Z', true],
  ['digits by their place: AZERTY types &', press('&', 'Digit1', 'C'), 'Mod+1', true],
  ['digits of the number pad are none', press('1', 'Numpad1', 'C'), 'Mod+1', false],
  ['a named key', press('ArrowUp', 'ArrowUp', 'A'), 'Alt+ArrowUp', true],
  ['bare', press('z', 'KeyZ'), 'Mod+Z', false],
])('%s', (_layout, event, chord, isMatch) => {
  expect(matchesChord(event, chord, false)).toBe(isMatch);
});

test('Mod is Command on macOS, and Ctrl is not', () => {
  expect(matchesChord(press('z', 'KeyZ', 'M'), 'Mod+Z', true)).toBe(true);
  expect(matchesChord(press('z', 'KeyZ', 'C'), 'Mod+Z', true)).toBe(false);
});
