import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import { languageOfScript, languageTags, type Script } from '#shared/domain/language.ts';
import type { MixedWord } from '#shared/domain/mixed-scripts.ts';
import type { SuggestedForm } from '#shared/domain/name-match.ts';
import { composeName } from '#shared/domain/person-name.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import fieldStyles from '../../ui/field.module.css';
import styles from './names-section.module.css';
import { type NamePart, partKeys, scriptKeys } from './scripts.ts';

const mixedKeys = { latin: 'names.mixed.latin', cyrillic: 'names.mixed.cyrillic', han: 'names.mixed.han' } as const;

export interface NamePartFieldProps {
  form: AutosaveForm<Person>;
  part: NamePart;
  script: Script;
  /** Stands in the empty field as what it might hold. */
  ghost: SuggestedForm | undefined;
  mixed: MixedWord | undefined;
}

/** One part of the name in one script. */
export function NamePartField({ form, part, script, ghost, mixed }: NamePartFieldProps): ReactElement {
  const { t } = useTranslation('contacts');
  const name = `names.${script}.${part}` as const;
  const problem = form.issue(name);
  const written = useWatch({ control: form.control, name: `names.${script}` });
  // What lists and documents show while nothing is entered here.
  const composed = composeName({ ...written, display: '' }, script);
  const suggested = part === 'display' || part === 'sortKey' ? '' : (ghost?.[part] ?? '');
  /** Whoever corrects a suggestion has looked at it: from then on it is a name that somebody entered. */
  const takeOver = () => {
    if (part === 'sortKey' || form.getValues(`names.${script}.source`) !== 'generated') return;
    form.setValue(`names.${script}.source`, 'entered');
    form.setValue(`names.${script}.scheme`, undefined);
  };
  return (
    <div className={styles.cell} data-script={script}>
      <span className={styles.tag} aria-hidden>
        {t(scriptKeys[script])}
      </span>
      <div>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...form.register(name, { onChange: takeOver })}
          lang={languageTags[languageOfScript[script]]}
          aria-label={t('names.part', { part: t(partKeys[part]), script: t(scriptKeys[script]) })}
          placeholder={part === 'display' ? composed : suggested}
          aria-invalid={problem !== undefined}
          aria-describedby={`${name}-note`}
          className={fieldStyles.input}
          data-ghost={suggested !== '' || undefined}
          data-unconfirmed={(written.source === 'generated' && written[part] !== '') || undefined}
        />
        <div id={`${name}-note`} aria-live="polite">
          {problem !== undefined && <p className={fieldStyles.error}>{problem}</p>}
          {problem === undefined && mixed !== undefined && (
            <p className={styles.mixed}>
              {t(mixedKeys[scriptOfLetter(mixed.letter)], { word: mixed.word, letter: mixed.letter })}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

function scriptOfLetter(letter: string): Script {
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'cyrillic';
  return /\p{Script=Han}/u.test(letter) ? 'han' : 'latin';
}
