import { commands, type CommandId } from '#shared/domain/commands.ts';
import { isMac, useShortcut } from './shortcuts.ts';

/** Gives a command its meaning while the component is mounted; the newest binding wins. */
export function useCommand(id: CommandId, run: () => void, options: { isEnabled?: boolean } = {}): void {
  const { chords, macChords, isNativeInText } = commands[id];
  const [chord = ''] = isMac ? (macChords ?? chords) : chords;
  useShortcut(chord, options.isEnabled === false ? () => undefined : run, { outsideText: isNativeInText ?? false });
}
