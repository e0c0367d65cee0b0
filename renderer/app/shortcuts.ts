import { useEffect, useRef } from 'react';

/** Chords are written `Mod+Shift+Z`, `Alt+ArrowLeft`, `F6`; Mod is Cmd on macOS and Ctrl elsewhere. */
export interface Shortcut {
  chord: string;
  /** Leave text fields their own meaning of the chord, e.g. their native undo. */
  outsideText?: boolean;
  run: () => void;
}

const shortcuts = new Set<Shortcut>();
export const isMac = /Mac/u.test(navigator.platform);

export function registerShortcut(shortcut: Shortcut): () => void {
  shortcuts.add(shortcut);
  return () => shortcuts.delete(shortcut);
}

/** Keeps a chord bound while the component is mounted. The newest binding of a chord wins. */
export function useShortcut(chord: string, run: () => void, options: { outsideText?: boolean } = {}): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const { outsideText = false } = options;
  useEffect(() => registerShortcut({ chord, outsideText, run: () => latest.current() }), [chord, outsideText]);
}

/*
 * One listener in the capture phase, because React Aria stops key events. Events it re-dispatches are not trusted and
 * would run a command twice; an input method's keys are not commands (isComposing, and 229 after compositionend).
 */
window.addEventListener(
  'keydown',
  (event) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells these keys apart
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    for (const shortcut of [...shortcuts].reverse()) {
      if (!matchesChord(event, shortcut.chord)) continue;
      if (shortcut.outsideText && isTextField(event.target)) continue;
      event.preventDefault();
      event.stopImmediatePropagation();
      shortcut.run();
      return;
    }
  },
  { capture: true },
);

/** The facts of a key event that decide whether it is a chord. */
export type KeyFacts = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Digits match by physical key; Latin letters by what they type, so that Dvorak and AZERTY stay right; letters of
 * other scripts by physical key, so that Ctrl+K works on a Russian layout.
 */
export function matchesChord(event: KeyFacts, chord: string, mac: boolean = isMac): boolean {
  const parts = chord.split('+');
  const wanted = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  const wantsCtrl = parts.includes('Ctrl') || (mod && !mac);
  const wantsMeta = mod && mac;
  if (
    event.ctrlKey !== wantsCtrl ||
    event.metaKey !== wantsMeta ||
    event.altKey !== parts.includes('Alt') ||
    event.shiftKey !== parts.includes('Shift')
  ) {
    return false;
  }
  if (/^\d$/u.test(wanted)) return event.code === `Digit${wanted}`;
  if (/^[A-Z]$/u.test(wanted)) {
    return /^[a-z]$/iu.test(event.key) ? event.key.toUpperCase() === wanted : event.code === `Key${wanted}`;
  }
  return event.key === wanted;
}

const textInputs = new Set(['text', 'search', 'email', 'tel', 'url', 'password', 'number']);

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return textInputs.has(target.type);
  return target instanceof HTMLElement && target.isContentEditable && target.getAttribute('role') !== 'spinbutton';
}
