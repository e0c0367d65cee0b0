import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findChordProblem } from '#shared/domain/chords.ts';
import { describeChord } from '../../app/chord-text.ts';
import { commandKeys } from '../../app/command-words.ts';
import { commandOfChord, keyboardPlace } from '../../app/commands.ts';
import fieldStyles from '../../ui/field.module.css';
import { problemKeys } from './chord-dialog.tsx';
import styles from './keyboard-section.module.css';
import { type RecordedKey, useKeyRecorder } from './use-key-recorder.ts';

/** Says what a key press means, in whatever keyboard layout is on, without doing it. */
export function KeyProbe(): ReactElement {
  const { t } = useTranslation(['settings', 'commands']);
  const [pressed, setPressed] = useState<RecordedKey | null>(null);
  const recorder = useKeyRecorder((key) => setPressed(key));
  const said = useId();
  return (
    <div className={styles.probe}>
      <label className={fieldStyles.field}>
        <span className={fieldStyles.label}>{t('settings:keyboard.probe')}</span>
        <input
          readOnly
          className={fieldStyles.input}
          value={pressed?.typed ?? ''}
          placeholder={t('settings:keyboard.probePlaceholder')}
          aria-describedby={said}
          {...recorder}
        />
      </label>
      <p id={said} role="status" className={styles.said}>
        {pressed && <Meaning pressed={pressed} />}
      </p>
    </div>
  );
}

function Meaning({ pressed }: { pressed: RecordedKey }): ReactElement {
  const { t } = useTranslation(['settings', 'commands']);
  const { chord, typesCharacter } = pressed;
  if (typesCharacter) return <>{t('settings:keyboard.problem.bare')}</>;
  const id = commandOfChord(chord);
  const keys = describeChord(chord);
  if (id !== undefined) {
    return <>{t('settings:keyboard.means', { keys, name: t(commandKeys[id], { ns: 'commands' }) })}</>;
  }
  const problem = findChordProblem(chord, keyboardPlace.isMac);
  if (problem !== null) return <>{t(problemKeys[problem], { ns: 'settings' })}</>;
  return <>{t('settings:keyboard.meansNothing', { keys })}</>;
}
