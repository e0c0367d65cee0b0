import type { KeyboardEvent, ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import { type Script, scripts } from '#shared/domain/language.ts';
import type { SuggestedForm } from '#shared/domain/name-match.ts';
import { composeName } from '#shared/domain/person-name.ts';
import { isComposingKey } from '../../app/composing-key.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Section } from '../../ui/section.tsx';
import { NameSchemeSelect, NameSource } from './name-origin.tsx';
import { NamePartField } from './name-part.tsx';
import { Suggestion, Unconfirmed } from './name-suggestion.tsx';
import styles from './names-section.module.css';
import { type NamePart, partKeys, scriptKeys } from './scripts.ts';
import { useNameAids } from './use-name-aids.ts';

const parts = Object.keys(partKeys) as NamePart[];

/** The name as a table: a row for each part, a column for each script, and below what can be suggested for a column. */
export function NamesSection({ form }: { form: AutosaveForm<Person> }): ReactElement {
  const { t } = useTranslation('contacts');
  const { suggestions, mixedWord } = useNameAids(form);
  const names = useWatch({ control: form.control, name: 'names' });
  const isGenerated = (script: Script) => names[script].source === 'generated';
  const hasNews = scripts.some((script) => isGenerated(script) || suggestions[script].length > 0);

  const accept = (script: Script, { text, family, given, patronymic, scheme }: SuggestedForm) => {
    const composed = composeName({ family, given, patronymic, display: '' }, script);
    form.setValue(`names.${script}.family`, family);
    form.setValue(`names.${script}.given`, given);
    form.setValue(`names.${script}.patronymic`, patronymic);
    // Where the usual composition differs, e.g. a Russian name in characters, with its dots.
    form.setValue(`names.${script}.display`, text === composed ? '' : text);
    form.setValue(`names.${script}.scheme`, scheme);
    form.setValue(`names.${script}.source`, 'generated');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey || isComposingKey(event)) return;
    const column = (event.target as HTMLElement).closest<HTMLElement>('[data-script]')?.dataset.script;
    const script = scripts.find((candidate) => candidate === column);
    const best = script && suggestions[script][0];
    if (!script || !best) return;
    event.preventDefault();
    accept(script, best);
  };

  return (
    <Section title={t('names.title')}>
      <div className={styles.names} onKeyDown={onKeyDown}>
        <div className={styles.heads}>
          <span />
          {scripts.map((script) => (
            <span key={script} className={styles.script}>
              {t(scriptKeys[script])}
            </span>
          ))}
        </div>
        {parts.map((part) => (
          <div key={part} className={styles.row}>
            <span className={styles.part}>{t(partKeys[part])}</span>
            {scripts.map((script) => (
              <NamePartField
                key={script}
                form={form}
                part={part}
                script={script}
                ghost={suggestions[script][0]}
                mixed={mixedWord(script, part)}
              />
            ))}
          </div>
        ))}
        <div className={styles.row} aria-live="polite">
          {hasNews && (
            <>
              <span className={styles.part}>{t('names.suggestions')}</span>
              {scripts.map((script) => (
                <div key={script} className={styles.cell} data-script={script}>
                  {isGenerated(script) ? (
                    <>
                      <Tag script={script} />
                      <Unconfirmed
                        script={script}
                        onConfirm={() => {
                          form.setValue(`names.${script}.source`, 'entered');
                          form.setFocus(`names.${script}.family`);
                        }}
                      />
                    </>
                  ) : (
                    suggestions[script].length > 0 && (
                      <>
                        <Tag script={script} />
                        <Suggestion
                          script={script}
                          forms={suggestions[script]}
                          onUse={(chosen) => {
                            accept(script, chosen);
                            form.setFocus(`names.${script}.family`);
                          }}
                        />
                      </>
                    )
                  )}
                </div>
              ))}
            </>
          )}
        </div>
        <div className={styles.row}>
          <span className={styles.part}>{t('names.source')}</span>
          {scripts.map((script) => (
            <div key={script} className={styles.cell} data-script={script}>
              <Tag script={script} />
              <NameSource form={form} script={script} />
            </div>
          ))}
        </div>
        <div className={styles.row}>
          <span className={styles.part}>{t('names.scheme')}</span>
          {scripts.map((script) => (
            <div key={script} className={styles.cell} data-script={script}>
              <Tag script={script} />
              <NameSchemeSelect form={form} script={script} />
            </div>
          ))}
        </div>
      </div>
    </Section>
  );
}

/** Names the column where the columns stand one below the other. */
function Tag({ script }: { script: Script }): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <span className={styles.tag} aria-hidden>
      {t(scriptKeys[script])}
    </span>
  );
}
