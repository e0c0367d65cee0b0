import { useEffect, useRef } from 'react';
import { describeChord } from '../../app/chord-text.ts';
import { type KeyPress, recordKeys } from '../../app/commands.ts';
import { isMac, readChord } from '../../app/shortcuts.ts';

export interface RecordedKey {
  chord: string;
  /** As the layout has it, e.g. «Ctrl+К» for the chord Mod+K on a Russian layout. */
  typed: string;
  /** Pressed with AltGr: it types and is no chord. */
  typesCharacter: boolean;
}

/** The way in and out of the field, and out of its dialog. */
const passing = ['Tab', 'Shift+Tab', 'Escape', 'Enter'];

/** Takes every key press while the field has the focus; spread the answer onto it. */
export function useKeyRecorder(onKey: (key: RecordedKey) => void): { onFocus: () => void; onBlur: () => void } {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return {
    onFocus: () => {
      stop.current = recordKeys((event) => {
        const key = read(event);
        if (passing.includes(key.chord)) return false;
        latest.current(key);
        return true;
      });
    },
    onBlur: () => stop.current?.(),
  };
}

function read(event: KeyPress): RecordedKey {
  const chord = readChord(event);
  const typed = event.key.length === 1 && event.key !== ' ' ? event.key.toUpperCase() : null;
  const parts = chord.split('+');
  return {
    chord,
    typed: describeChord(typed === null ? chord : [...parts.slice(0, -1), typed === '+' ? 'Plus' : typed].join('+')),
    typesCharacter: !isMac && event.getModifierState('AltGraph'),
  };
}
