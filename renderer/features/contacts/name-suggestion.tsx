import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOfScript, languageTags, type Script } from '#shared/domain/language.ts';
import type { SuggestedForm } from '#shared/domain/name-match.ts';
import { useMatchWords } from '../../app/match-words.ts';
import { isMac } from '../../app/shortcuts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import styles from './names-section.module.css';
import { scriptKeys } from './scripts.ts';

/** The same in every language, as on the keys. */
const chord = isMac ? '⌥ Return' : 'Alt+Enter';
/** From here on a suggestion needs no word of caution. */
const sureFrom = 0.9;
const likelyFrom = 0.7;

export interface SuggestionProps {
  script: Script;
  /** Best first, at least one. */
  forms: readonly SuggestedForm[];
  onUse: (form: SuggestedForm) => void;
}

/** A form that the rules of transcription give, with the key that takes it over and the other forms. */
export function Suggestion({ script, forms, onUse }: SuggestionProps): ReactElement | null {
  const { t } = useTranslation('contacts');
  const words = useMatchWords();
  const [best, ...others] = forms;
  if (best === undefined) return null;
  const language = languageOfScript[script];
  const caution = ({ confidence }: SuggestedForm) => {
    if (confidence >= sureFrom) return null;
    return confidence >= likelyFrom ? t('names.likely') : t('names.unsure');
  };
  const remarks = (form: SuggestedForm) => [words.scheme(form.scheme), caution(form)].filter(Boolean).join(' · ');
  return (
    <div className={styles.suggestion}>
      <p>
        <span className={styles.remark}>{t('names.suggested')}</span>{' '}
        <span className={styles.suggestedName} lang={languageTags[language]}>
          {best.text}
        </span>{' '}
        <span className={styles.remark}>· {remarks(best)}</span>
      </p>
      <div className={styles.tools}>
        <Button
          aria-label={t('names.useNamed', { name: best.text })}
          aria-keyshortcuts="Alt+Enter"
          onPress={() => onUse(best)}
        >
          {t('names.use')}
          <kbd className={styles.chord} aria-hidden>
            {chord}
          </kbd>
        </Button>
        {others.length > 0 && (
          <ChoiceMenu
            label={t('names.othersFor', { script: t(scriptKeys[script]) })}
            choices={others.map((form, index) => ({
              id: String(index),
              label: form.text,
              language,
              detail: remarks(form),
            }))}
            onChoose={(id) => {
              const form = others[Number(id)];
              if (form) onUse(form);
            }}
          >
            {t('names.others', { count: others.length })}
          </ChoiceMenu>
        )}
      </div>
    </div>
  );
}

/** Says of a name that it was generated, and lets somebody answer for it. */
export function Unconfirmed({ script, onConfirm }: { script: Script; onConfirm: () => void }): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <div className={styles.unconfirmed}>
      <Badge tone="warning">{t('names.sources.generated')}</Badge>
      <Button aria-label={t('names.confirmNamed', { script: t(scriptKeys[script]) })} onPress={onConfirm}>
        {t('names.confirm')}
      </Button>
    </div>
  );
}
