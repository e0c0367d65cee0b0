import { beforeAll, expect, test, vi } from 'vitest';
import { layOutChords } from '#shared/domain/chord-layout.ts';
import { canonicalChord, findChordProblem, isReservedChord } from '#shared/domain/chords.ts';
import { commandIds, commands } from '#shared/domain/commands.ts';
import type { KeyFacts, matchesChord as matches, readChord as read } from '../../../renderer/app/shortcuts.ts';
import { layouts, pressChord } from '../../support/keyboards.ts';

let matchesChord: typeof matches;
let readChord: typeof read;

beforeAll(async () => {
  vi.stubGlobal('navigator', { platform: 'Linux' });
  ({ matchesChord, readChord } = await import('../../../renderer/app/shortcuts.ts'));
});

const press = (key: string, code: string, modifiers = ''): KeyFacts => ({
  key,
  code,
  ctrlKey: modifiers.includes('C'),
  metaKey: modifiers.includes('M'),
  altKey: modifiers.includes('A'),
  shiftKey: modifiers.includes('S'),
});

test.each<[string, KeyFacts, string, boolean]>([
  ['US', press('z', 'KeyZ', 'C'), 'Mod+Z', true],
  ['Russian layout', press('я', 'KeyZ', 'C'), 'Mod+Z', true],
  ['German layout: the letter decides', press('z', 'KeyY', 'C'), 'Mod+Z', true],
  ['German layout: not the place', press('y', 'KeyZ', 'C'), 'Mod+Z', false],
  ['Dvorak', press('z', 'Slash', 'C'), 'Mod+Z', true],
  ['Dvorak: a sign is not the letter of its place', press(';', 'KeyZ', 'C'), 'Mod+Z', false],
  ['Shift makes another chord', press('Z', 'KeyZ', 'CS'), 'Mod+Z', false],
  ['redo', press('Я', 'KeyZ', 'CS'), 'Mod+Shift+Z', true],
  ['Ctrl is Mod', press('y', 'KeyY', 'C'), 'Ctrl+Y', true],
  ['digits by their place: AZERTY types &', press('&', 'Digit1', 'C'), 'Mod+1', true],
  ['digits of the number pad are none', press('1', 'Numpad1', 'C'), 'Mod+1', false],
  ['the comma of a Russian layout types б', press('б', 'Comma', 'C'), 'Mod+,', true],
  ['the full-width comma', press('，', 'Comma', 'C'), 'Mod+,', true],
  ['what types a comma on a Russian layout is another chord', press(',', 'Slash', 'CS'), 'Mod+,', false],
  ['a named key', press('ArrowUp', 'ArrowUp', 'A'), 'Alt+ArrowUp', true],
  ['the space bar', press(' ', 'Space', 'C'), 'Mod+Space', true],
  ['bare', press('z', 'KeyZ'), 'Mod+Z', false],
  ['the key with the window is nobody’s', press('z', 'KeyZ', 'CM'), 'Mod+Z', false],
])('%s', (_layout, event, chord, isMatch) => {
  expect(matchesChord(event, chord, false)).toBe(isMatch);
});

test('Mod is Command on macOS, and Ctrl is not', () => {
  expect(matchesChord(press('z', 'KeyZ', 'M'), 'Mod+Z', true)).toBe(true);
  expect(matchesChord(press('z', 'KeyZ', 'C'), 'Mod+Z', true)).toBe(false);
  expect(matchesChord(press('1', 'Digit1', 'CA'), 'Ctrl+Alt+1', true)).toBe(true);
});

test.each([
  ['a dead key', press('Dead', 'KeyE', 'MA')],
  ['a sign', press('´', 'KeyE', 'MA')],
])('what Option types is not asked, but where: %s', (_kind, event) => {
  expect(readChord(event, true)).toBe('Mod+Alt+E');
});

const places = [
  { isMac: false, isBrowser: false },
  { isMac: false, isBrowser: true },
  { isMac: true, isBrowser: false },
  { isMac: true, isBrowser: true },
];

test.each(places)('no two commands share a chord, and nothing reserved is bound: %o', (place) => {
  const { chordsById } = layOutChords({}, place);
  const all = [...chordsById].flatMap(([id, chords]) => chords.map((chord) => [chord, id] as const));
  expect(all.length).toBe(new Set(all.map(([chord]) => chord)).size);
  for (const id of commandIds) {
    const { chords, macChords = chords, browserChord } = commands[id];
    const wanted = [...(place.isMac ? macChords : chords), ...(place.isBrowser && browserChord ? [browserChord] : [])];
    // Nothing was dropped because another command had it.
    expect(new Set(chordsById.get(id))).toEqual(new Set(wanted.map((chord) => canonicalChord(chord, place.isMac))));
    for (const chord of chordsById.get(id) ?? []) {
      expect([id, chord, isReservedChord(chord, place.isMac)]).toEqual([id, chord, false]);
      // Escape alone belongs to whatever is open and only then to the rows.
      if (chord !== 'Escape') expect([id, chord, findChordProblem(chord, place.isMac)]).toEqual([id, chord, null]);
    }
  }
});

test.each(layouts.flatMap((layout) => places.map((place) => ({ layout, place, name: layout.name }))))(
  'every command has its keys and only its own on $name: $place',
  ({ layout, place }) => {
    const { chordsById, idByChord } = layOutChords({}, place);
    for (const [id, chords] of chordsById) {
      for (const chord of chords) {
        const event = pressChord(layout, chord, place.isMac);
        expect([id, chord, idByChord.get(readChord(event, place.isMac))]).toEqual([id, chord, id]);
        const matched = commandIds.filter((other) =>
          (chordsById.get(other) ?? []).some((one) => matchesChord(event, one, place.isMac)),
        );
        expect([chord, matched]).toEqual([chord, [id]]);
      }
    }
  },
);

test.each(layouts)('no key without modifiers is a command, apart from function keys and Escape, on $name', (layout) => {
  const { idByChord } = layOutChords({}, { isMac: false, isBrowser: false });
  for (const { code, plain, shifted } of layout.keys) {
    expect(idByChord.get(readChord(press(plain, code), false))).toBeUndefined();
    expect(idByChord.get(readChord(press(shifted, code, 'S'), false))).toBeUndefined();
  }
});

test('the user’s choice goes before a default, an empty one takes the keys away, a wrong one is passed over', () => {
  const place = { isMac: false, isBrowser: false };
  const { chordsById, idByChord } = layOutChords(
    { 'go.home': 'Mod+K', 'go.search': '', 'go.groups': 'Ctrl+Space', 'go.contacts': 'K', nothing: 'F7' },
    place,
  );
  expect(idByChord.get('Mod+K')).toBe('go.home');
  expect(chordsById.get('app.palette')).toEqual([]);
  expect(chordsById.get('go.search')).toEqual([]);
  expect(chordsById.get('go.groups')).toEqual(['Mod+Shift+4']);
  expect(chordsById.get('go.contacts')).toEqual(['Mod+Shift+3']);
});

test.each([
  ['Mod+K', false, null],
  ['F7', false, null],
  ['Mod+,', false, null],
  ['Alt+PageUp', false, null],
  ['K', false, 'bare'],
  ['Shift+K', false, 'bare'],
  ['Shift+1', false, 'bare'],
  ['Escape', false, 'bare'],
  ['Alt+K', false, null],
  ['Alt+K', true, 'bare'],
  ['Mod+/', false, 'punctuation'],
  ['Mod+.', false, 'reserved'],
  ['Mod+Ж', false, 'punctuation'],
  ['Ctrl+Space', false, 'reserved'],
  ['Shift+Space', true, 'reserved'],
  ['Mod+C', true, 'reserved'],
  ['Mod+Shift+F', false, 'reserved'],
  ['Mod+H', true, 'reserved'],
  ['Mod+H', false, null],
  ['Alt+F4', false, 'reserved'],
  ['Meta+K', false, 'reserved'],
  ['Mod+Shift', false, 'incomplete'],
  ['Mod+Control', false, 'incomplete'],
])('whether %s can be chosen (macOS: %s): %s', (chord, isMac, problem) => {
  expect(findChordProblem(chord, isMac)).toBe(problem);
});
