import { type KeyboardEvent, type ReactElement, useCallback, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { useStore } from '../../../app/store.ts';
import fieldStyles from '../../../ui/field.module.css';
import { useLanguageNames } from '../../../ui/localized.tsx';
import { useIsReadOnly } from '../../../ui/read-only.tsx';
import { isComposingKey } from '../../../app/composing-key.ts';
import { Conflict } from '../conflict.tsx';
import type { MinutesSession } from '../model/types.ts';
import styles from './minutes-tab.module.css';
import { takeFocus } from './wanted-focus.ts';

export interface EntryTextProps {
  entry: Entry;
  /** Names the row, e.g. «Decision 3.1». */
  name: string;
  language: Language;
  session: MinutesSession;
  /** Enter behind the last line, not from an input method. */
  onEnter: () => void;
}

type State = 'filled' | 'missing' | 'outdated';
const stateKeys = { filled: 'state.filled', missing: 'state.missing', outdated: 'state.outdated' } as const;

/** The text of an entry in one language. Uncontrolled: nothing is ever written into it while it has the focus. */
export function EntryText({ entry, name, language, session, onEnter }: EntryTextProps): ReactElement {
  const { t } = useTranslation(['minutes', 'common']);
  const id = useId();
  const uiLanguage = useUiLanguage();
  const names = useLanguageNames();
  const isReadOnly = useIsReadOnly();
  const area = useRef<HTMLTextAreaElement>(null);
  const buffer = session.text(entry.id, language);
  const { isBlank, isTooLong, conflict } = useStore(buffer.state);
  const { baseRevision } = entry.texts[language];
  const isSource = entry.sourceLanguage === language;
  const source = entry.texts[entry.sourceLanguage];
  const isOutdated = !isSource && baseRevision !== null && baseRevision < source.revision;
  const state: State = isBlank ? 'missing' : isOutdated ? 'outdated' : 'filled';

  const attach = useCallback(
    (element: HTMLTextAreaElement | null) => {
      area.current = element;
      return buffer.attach(element);
    },
    [buffer],
  );
  useLayoutEffect(() => {
    if (takeFocus(entry.id, language)) area.current?.focus();
  });

  const onInput = (typed: string) => {
    buffer.input(typed);
    // A row that begins in another language than expected was taken down in that language.
    const isFirstText =
      !isSource && typed.trim() !== '' && session.text(entry.id, entry.sourceLanguage).text().trim() === '';
    if (isFirstText && source.revision === 0) session.updateRows([entry.id], { sourceLanguage: language });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || isReadOnly || isComposingKey(event)) return;
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const { value, selectionEnd } = event.currentTarget;
    if (value.includes('\n', selectionEnd)) return;
    event.preventDefault();
    void buffer.flush();
    onEnter();
  };

  return (
    <div className={styles.text} data-first={language === uiLanguage || undefined}>
      <div className={styles.caption} data-state={state} id={`${id}-state`}>
        <span aria-hidden className={styles.mark} data-state={state} />
        <span aria-hidden>{language.toUpperCase()}</span>
        {isSource && <span>{t('minutes:source')}</span>}
        {!isSource && state !== 'filled' && <span>{t(stateKeys[state], { ns: 'minutes' })}</span>}
      </div>
      <textarea
        ref={attach}
        className={styles.area}
        rows={1}
        readOnly={isReadOnly}
        lang={languageTags[language]}
        aria-label={t('common:languages.fieldIn', { field: name, language: names[language] })}
        aria-describedby={`${id}-state`}
        aria-invalid={isTooLong}
        spellCheck={false}
        defaultValue={buffer.text()}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={() => void buffer.flush()}
        onKeyDown={onKeyDown}
      />
      {isTooLong && (
        <p className={fieldStyles.error} role="alert">
          {t('common:field.tooLong')}
        </p>
      )}
      {conflict && <Conflict text={conflict.text} language={language} buffer={buffer} />}
    </div>
  );
}
