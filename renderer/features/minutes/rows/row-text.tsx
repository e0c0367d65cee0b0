import { memo, type ReactElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { languageTags } from '#shared/domain/language.ts';
import { ownUndoAttribute } from '../../../app/shortcuts.ts';
import { useStore } from '../../../app/store.ts';
import fieldStyles from '../../../ui/field.module.css';
import { Conflict } from '../conflict.tsx';
import { useLive } from '../live/context.ts';
import { rowText } from '../live/targets.ts';
import { closeMention } from './mention.ts';
import { pressTextKey } from './row-keys.ts';
import { useRowTools } from './row-tools.ts';
import styles from './rows.module.css';
import { flushField, save, startTyping, typed } from './typing.ts';

export interface RowTextProps {
  entry: Entry;
  /** Names the row, e.g. «Decision 3.1». */
  name: string;
}

/**
 * The text of a row in its source language. Uncontrolled: a keystroke goes into the text buffer and draws nothing; the
 * element stays the same for as long as the row is on screen.
 */
export const RowText = memo(function RowText({ entry, name }: RowTextProps) {
  const { words, paste } = useRowTools();
  const live = useLive();
  const { id, sourceLanguage } = entry;
  const buffer = live.session.text(id, sourceLanguage);
  const { isTooLong, conflict } = useStore(buffer.state);
  const attach = useCallback((element: HTMLTextAreaElement | null) => buffer.attach(element), [buffer]);
  const field = (element: HTMLTextAreaElement) => ({ live, rowId: id, area: element });
  return (
    <div className={styles.text}>
      <textarea
        ref={attach}
        className={styles.area}
        rows={1}
        lang={languageTags[sourceLanguage]}
        aria-label={words.fieldName(name, sourceLanguage)}
        aria-invalid={isTooLong}
        spellCheck={false}
        defaultValue={buffer.text()}
        {...rowText(id)}
        {...{ [ownUndoAttribute]: true }}
        onFocus={(event) => startTyping(event.currentTarget)}
        onInput={(event) => {
          const native = event.nativeEvent;
          if (native.isComposing) save(field(event.currentTarget));
          else typed(field(event.currentTarget), native.inputType.startsWith('insert'));
        }}
        onCompositionEnd={(event) => typed(field(event.currentTarget), true)}
        onKeyDown={(event) => pressTextKey(event, field(event.currentTarget))}
        onPaste={(event) => paste(event, field(event.currentTarget))}
        onBlur={() => {
          closeMention();
          flushField({ live, rowId: id });
        }}
      />
      {isTooLong && <TooLong />}
      {conflict && <Conflict text={conflict.text} language={sourceLanguage} buffer={buffer} />}
    </div>
  );
});

function TooLong(): ReactElement {
  const { t } = useTranslation('common');
  return (
    <p className={fieldStyles.error} role="alert">
      {t('field.tooLong')}
    </p>
  );
}
