import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import { ariaKeysOf, useChord, useCommand } from '../../../app/commands.ts';
import { useStorePart } from '../../../app/store.ts';
import { useLanguageNames } from '../../../ui/localized.tsx';
import { setCaptureLanguage } from '../rows/capture.ts';
import { useLive } from './context.ts';
import styles from './header.module.css';

/** As the language writes itself, so that it is found without reading the others. */
const marks: Record<Language, string> = { en: 'EN', ru: 'RU', zh: '中' };
const commandOf = { en: 'minutes.english', ru: 'minutes.russian', zh: 'minutes.chinese' } as const;

/** The language in which is being taken down: EN | RU | 中. */
export function CaptureLanguage(): ReactElement {
  const { t } = useTranslation('live');
  const names = useLanguageNames();
  const live = useLive();
  const current = useStorePart(live.view, (state) => state.captureLanguage);
  const chords: Record<Language, string> = {
    en: useChord(commandOf.en),
    ru: useChord(commandOf.ru),
    zh: useChord(commandOf.zh),
  };
  const choose = (captureLanguage: Language) => setCaptureLanguage(live, captureLanguage);
  useCommand(commandOf.en, () => choose('en'));
  useCommand(commandOf.ru, () => choose('ru'));
  useCommand(commandOf.zh, () => choose('zh'));

  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const next = languages[(languages.indexOf(current) + by + languages.length) % languages.length];
    if (next === undefined) return;
    choose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-language="${next}"]`)?.focus();
  };

  return (
    <div className={styles.language}>
      <span id="live-capture" className={styles.label}>
        {t('header.capture')}
      </span>
      <div role="radiogroup" tabIndex={-1} aria-labelledby="live-capture" className={styles.choices} onKeyDown={step}>
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            role="radio"
            aria-checked={language === current}
            aria-label={names[language]}
            aria-keyshortcuts={ariaKeysOf(commandOf[language])}
            title={[names[language], chords[language]].filter(Boolean).join(' · ')}
            data-language={language}
            lang={languageTags[language]}
            tabIndex={language === current ? 0 : -1}
            className={styles.choice}
            // The caret stays in the text that is being written.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(language)}
          >
            {marks[language]}
          </button>
        ))}
      </div>
    </div>
  );
}
