import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChordProblem, findChordProblem } from '#shared/domain/chords.ts';
import { defaultChords } from '#shared/domain/chord-layout.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { describeChord } from '../../app/chord-text.ts';
import { commandKeys } from '../../app/command-words.ts';
import { chordOf, commandOfChord, keyboardPlace } from '../../app/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import fieldStyles from '../../ui/field.module.css';
import { useKeyRecorder } from './use-key-recorder.ts';
import styles from './keyboard-section.module.css';

export interface ChordDialogProps {
  id: CommandId;
  isChanged: boolean;
  /** A chord, an empty text for no keys, null for the default. */
  onChoose: (chord: string | null) => void;
  onClose: () => void;
}

export const problemKeys = {
  incomplete: 'keyboard.problem.incomplete',
  punctuation: 'keyboard.problem.punctuation',
  bare: 'keyboard.problem.bare',
  reserved: 'keyboard.problem.reserved',
} as const satisfies Record<ChordProblem, string>;

/** Asks for the keys of one command by having them pressed. */
export function ChordDialog({ id, isChanged, onChoose, onClose }: ChordDialogProps): ReactElement {
  const { t } = useTranslation(['settings', 'commands', 'common']);
  const [chord, setChord] = useState<string | null>(null);
  const [problem, setProblem] = useState<ChordProblem | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const said = useId();
  const owner = chord === null ? undefined : commandOfChord(chord);
  const name = t(commandKeys[id], { ns: 'commands' });
  const usual = defaultChords(id, keyboardPlace).map((one) => describeChord(one));

  useEffect(() => field.current?.focus(), []);
  const recorder = useKeyRecorder(({ chord: pressed, typesCharacter }) => {
    const found = typesCharacter ? 'bare' : findChordProblem(pressed, keyboardPlace.isMac);
    if (found === 'incomplete') return;
    setProblem(found);
    setChord(found === null ? pressed : null);
  });

  return (
    <Dialog
      title={t('settings:keyboard.changeOf', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {chordOf(id) !== '' && <Button onPress={() => onChoose('')}>{t('settings:keyboard.clear')}</Button>}
          {isChanged && (
            <Button onPress={() => onChoose(null)}>{t('settings:keyboard.default', { keys: usual.join(', ') })}</Button>
          )}
          <Button kind="primary" isDisabled={chord === null} onPress={() => chord !== null && onChoose(chord)}>
            {t('settings:keyboard.set')}
          </Button>
        </>
      }
    >
      <label className={fieldStyles.field}>
        <span className={fieldStyles.label}>{t('settings:keyboard.press')}</span>
        <input
          ref={field}
          readOnly
          className={fieldStyles.input}
          value={chord === null ? '' : describeChord(chord)}
          placeholder={chordOf(id)}
          aria-describedby={said}
          {...recorder}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && chord !== null) onChoose(chord);
          }}
        />
      </label>
      <p id={said} role="status" className={styles.said}>
        {problem !== null && t(problemKeys[problem], { ns: 'settings' })}
        {owner !== undefined &&
          owner !== id &&
          t('settings:keyboard.taken', {
            keys: describeChord(chord ?? ''),
            name: t(commandKeys[owner], { ns: 'commands' }),
          })}
      </p>
      <p className={styles.hint}>{t('settings:keyboard.leave')}</p>
    </Dialog>
  );
}
