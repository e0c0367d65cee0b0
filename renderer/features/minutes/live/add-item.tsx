import { Plus } from 'lucide-react';
import { type ReactElement, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { emptyText, languageTags } from '#shared/domain/language.ts';
import { api } from '../../../app/api.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { notifyError } from '../../../app/notify.ts';
import { useStorePart } from '../../../app/store.ts';
import { IconButton } from '../../../ui/button.tsx';
import fieldStyles from '../../../ui/field.module.css';
import { keyAtEnd } from '../../meetings/index.ts';
import styles from './agenda-pane.module.css';
import { useLive } from './context.ts';

/** A field for a point that nobody had on the agenda; it is written in the capture language. */
export function AddItem({ isFirst }: { isFirst: boolean }): ReactElement {
  const { t } = useTranslation('live');
  const { session, view } = useLive();
  const language = useStorePart(view, (state) => state.captureLanguage);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const add = () => {
    const input = field.current;
    const title = input?.value.trim() ?? '';
    if (!input || title === '') return input?.focus();
    const { meeting, agenda } = session.state.get();
    input.value = '';
    api.agenda
      .add({
        id: newId(),
        meetingId: meeting.id,
        title: { ...emptyText(), [language]: title },
        presenterAttendanceId: null,
        plannedMinutes: null,
        state: 'open',
        orderKey: keyAtEnd(agenda),
      })
      .catch((error: unknown) => {
        // What was typed is not lost with the failed call, unless the next item is being typed already.
        if (input.value === '') input.value = title;
        notifyError(error);
      });
  };

  return (
    <div className={styles.add}>
      <label htmlFor={id} className={fieldStyles.label}>
        {isFirst ? t('agenda.addFirst') : t('agenda.add')}
      </label>
      <div className={styles.addLine}>
        <input
          ref={field}
          id={id}
          type="text"
          className={fieldStyles.input}
          lang={languageTags[language]}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposingKey(event)) return;
            event.preventDefault();
            add();
          }}
        />
        <IconButton label={t('agenda.addNow')} icon={<Plus aria-hidden />} kind="normal" onPress={add} />
      </div>
    </div>
  );
}
