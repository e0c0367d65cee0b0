import { createContext, useContext, useEffect, useRef } from 'react';
import { type KeyboardPlace, layOutChords } from '#shared/domain/chord-layout.ts';
import { type CommandId, commandIds, commands } from '#shared/domain/commands.ts';
import { describeChord } from './chord-text.ts';
import { hasOwnUndo, isMac, isTextField, type KeyFacts, readChord } from './shortcuts.ts';
import { createStore, type Store, useStore } from './store.ts';

export interface CommandOptions {
  /** While false, the key passes to the field that has the focus. A function is asked when the key is pressed. */
  isEnabled?: boolean | (() => boolean);
  /** Gives way to every other binding, whichever came first; for what the frame of the application does. */
  isFallback?: boolean;
}

interface Binding {
  run: () => void;
  isEnabled: () => boolean;
  /** What is enabled by the moment counts as possible until it is asked for. */
  isMomentary: boolean;
  rank: number;
}

/** Set inside modal dialogs: what is bound there goes before everything else (ux, section 4.4). */
export const ModalContext = createContext(false);
const rank = { fallback: 0, normal: 1, modal: 2 };

const bindings = new Map<CommandId, Binding[]>();
let openModals = 0;

/** What can be done now; follows bindings, their `isEnabled` when it is a value, and dialogs. */
export const availableCommands: Store<ReadonlySet<CommandId>> = createStore<ReadonlySet<CommandId>>(new Set());
let isRefreshing = false;

function refresh(): void {
  if (isRefreshing) return;
  isRefreshing = true;
  queueMicrotask(() => {
    isRefreshing = false;
    const next = new Set(commandIds.filter((id) => findBinding(id, true) !== undefined));
    const known = availableCommands.get();
    if (next.size !== known.size || [...next].some((id) => !known.has(id))) availableCommands.set(next);
  });
}

function findBinding(id: CommandId, countsMomentary = false): Binding | undefined {
  const usable = (bindings.get(id) ?? []).filter(
    (binding) =>
      (openModals === 0 || binding.rank === rank.modal || commands[id].isForDialogs === true) &&
      ((countsMomentary && binding.isMomentary) || binding.isEnabled()),
  );
  const highest = Math.max(...usable.map((binding) => binding.rank));
  return usable.findLast((binding) => binding.rank === highest);
}

/** Gives a command its meaning until the answer is called. */
export function bindCommand(id: CommandId, binding: Binding): () => void {
  const all = bindings.get(id) ?? [];
  all.push(binding);
  bindings.set(id, all);
  refresh();
  return () => {
    all.splice(all.indexOf(binding), 1);
    refresh();
  };
}

/**
 * Gives a command its meaning while the component is mounted; the newest enabled binding wins, those of a modal dialog
 * before all others. Keys, menu and palette all end here.
 */
export function useCommand(id: CommandId, run: () => void, options: CommandOptions = {}): void {
  const { isEnabled = true, isFallback = false } = options;
  const latest = useRef({ run, isEnabled });
  const isInModal = useContext(ModalContext);
  useEffect(() => {
    const wasEnabled = latest.current.isEnabled;
    latest.current = { run, isEnabled };
    if (wasEnabled !== isEnabled && typeof isEnabled !== 'function') refresh();
  });
  const isMomentary = typeof isEnabled === 'function';
  useEffect(
    () =>
      bindCommand(id, {
        isMomentary,
        run: () => latest.current.run(),
        isEnabled: () => {
          const enabled = latest.current.isEnabled;
          return typeof enabled === 'function' ? enabled() : enabled;
        },
        rank: isInModal ? rank.modal : isFallback ? rank.fallback : rank.normal,
      }),
    [id, isInModal, isFallback, isMomentary],
  );
}

/** Until the answer is called, only a modal dialog's own commands and a few of the product's go on. */
export function openModal(): () => void {
  openModals += 1;
  refresh();
  return () => {
    openModals -= 1;
    refresh();
  };
}

/** Does what the command means now; false when it means nothing here. */
export function runCommand(id: CommandId): boolean {
  const binding = findBinding(id);
  binding?.run();
  return binding !== undefined;
}

export const isAvailable = (id: CommandId): boolean => findBinding(id) !== undefined;

/** Chords that the user has chosen, by command; an empty one takes a command's keys away (settings.shortcuts). */
export const chosenChords: Store<Readonly<Record<string, string>>> = createStore<Readonly<Record<string, string>>>({});

export const keyboardPlace: KeyboardPlace = { isMac, isBrowser: location.protocol !== 'app:' };

let layout = layOutChords({}, keyboardPlace);
chosenChords.subscribe(() => (layout = layOutChords(chosenChords.get(), keyboardPlace)));

export const chordsOf = (id: CommandId): readonly string[] => layout.chordsById.get(id) ?? [];
export const commandOfChord = (chord: string): CommandId | undefined => layout.idByChord.get(chord);

/** Whether a key press is one of the command's chords; for a field that gives the command a meaning of its own. */
/** The chord of a command as the user reads it, e.g. «Ctrl+K» or «⌘K»; empty when it has none. */
export function chordOf(id: CommandId): string {
  const [chord] = chordsOf(id);
  return chord === undefined ? '' : describeChord(chord);
}

/** The same, drawn anew when the user chooses another chord. */
export function useChord(id: CommandId): string {
  useStore(chosenChords);
  return chordOf(id);
}

/** The chords of a command as `aria-keyshortcuts` wants them; undefined when it has none. */
export function ariaKeysOf(id: CommandId): string | undefined {
  const names: Record<string, string> = { Mod: isMac ? 'Meta' : 'Control', Ctrl: 'Control' };
  const texts = chordsOf(id).map((chord) =>
    chord
      .split('+')
      .map((part) => names[part] ?? part)
      .join('+'),
  );
  return texts.length === 0 ? undefined : texts.join(' ');
}

export type KeyPress = KeyFacts &
  Pick<KeyboardEvent, 'isTrusted' | 'isComposing' | 'keyCode' | 'repeat' | 'defaultPrevented' | 'target'> &
  Pick<KeyboardEvent, 'preventDefault' | 'stopImmediatePropagation' | 'getModifierState'>;

/** Takes key presses before any command while something asks for them; true: taken. */
type Recorder = (event: KeyPress) => boolean;
let recorder: Recorder | null = null;

export function recordKeys(record: Recorder): () => void {
  recorder = record;
  return () => {
    if (recorder === record) recorder = null;
  };
}

/** An input method's keys are no commands (229 comes after compositionend), nor are events that a script made. */
function isForeign(event: KeyPress): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells these keys apart
  return !event.isTrusted || event.isComposing || event.keyCode === 229;
}

/** AltGr types characters and reports Ctrl+Alt; on macOS some browsers say it of every Option. */
const typesCharacter = (event: KeyPress): boolean => !isMac && event.getModifierState('AltGraph');

/** Whether a key press is one of the command's chords; for a screen that gives the command a meaning of its own. */
export const isChordOf = (event: KeyPress, id: CommandId): boolean =>
  !isForeign(event) && !typesCharacter(event) && commandOfChord(readChord(event)) === id;

/** A bare Escape belongs to whatever is open: dialog, menu, list. A command gets it when nothing else took it. */
const isForEverybody = (chord: string): boolean => chord === 'Escape';

export function pressKey(event: KeyPress, phase: 'capture' | 'bubble'): void {
  if (isForeign(event)) return;
  if (phase === 'capture' && recorder?.(event) === true) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (typesCharacter(event)) return;
  const chord = readChord(event);
  if (isForEverybody(chord) !== (phase === 'bubble') || (phase === 'bubble' && event.defaultPrevented)) return;
  const id = commandOfChord(chord);
  if (id === undefined) return;
  if (commands[id].isNativeInText === true && isTextField(event.target) && !hasOwnUndo(event.target)) return;
  const binding = findBinding(id);
  if (binding === undefined) {
    // Behind a dialog the command is out of reach; what the browser would do instead is not meant either.
    if (openModals > 0 && bindings.get(id)?.length && /^Mod\+.*[A-Z\d]$/u.test(chord)) event.preventDefault();
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!event.repeat || commands[id].isRepeatable === true) binding.run();
}

/** One listener for all keys, in the capture phase, because React Aria stops key events. */
window.addEventListener('keydown', (event) => pressKey(event, 'capture'), { capture: true });
window.addEventListener('keydown', (event) => pressKey(event, 'bubble'));

/** The field's own undo would leave the minutes as they are: menus of system and browser mean the product's there. */
window.addEventListener(
  'beforeinput',
  (event) => {
    const id = { historyUndo: 'app.undo', historyRedo: 'app.redo' }[event.inputType] as CommandId | undefined;
    if (id === undefined || !hasOwnUndo(event.target)) return;
    event.preventDefault();
    runCommand(id);
  },
  { capture: true },
);
