import { canonicalChord, findChordProblem } from './chords.ts';
import { type CommandId, commandIds, commands } from './commands.ts';

/** Where keys are pressed: an ordinary browser keeps some chords for its own tabs. */
export interface KeyboardPlace {
  isMac: boolean;
  isBrowser: boolean;
}

export interface ChordLayout {
  /** Canonical; the shown one first, empty without keys. */
  chordsById: ReadonlyMap<CommandId, readonly string[]>;
  idByChord: ReadonlyMap<string, CommandId>;
}

/** Canonical; the shown one first: in a browser that is the one that certainly arrives. */
export function defaultChords(id: CommandId, { isMac, isBrowser }: KeyboardPlace): readonly string[] {
  const { chords, macChords = chords, browserChord } = commands[id];
  const all = [...(isBrowser && browserChord !== undefined ? [browserChord] : []), ...(isMac ? macChords : chords)];
  return [...new Set(all.map((chord) => canonicalChord(chord, isMac)))];
}

/** The chords of every command: what the user has chosen (settings.shortcuts), then the defaults that this left free. */
export function layOutChords(chosen: Readonly<Record<string, string>>, place: KeyboardPlace): ChordLayout {
  const chordsById = new Map<CommandId, readonly string[]>();
  const idByChord = new Map<string, CommandId>();
  const take = (id: CommandId, chords: readonly string[]): void => {
    const free = chords.filter((chord) => !idByChord.has(chord));
    chordsById.set(id, free);
    for (const chord of free) idByChord.set(chord, id);
  };
  // A choice may come from another system, where it was possible.
  const isUsable = (chord: string | undefined): chord is string =>
    chord === '' || (chord !== undefined && findChordProblem(chord, place.isMac) === null);
  for (const id of commandIds) {
    const chord = chosen[id];
    if (isUsable(chord)) take(id, chord === '' ? [] : [canonicalChord(chord, place.isMac)]);
  }
  for (const id of commandIds) if (!isUsable(chosen[id])) take(id, defaultChords(id, place));
  return { chordsById, idByChord };
}
