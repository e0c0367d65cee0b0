import { Plus } from 'lucide-react';
import { type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { emptyText, languageTags } from '#shared/domain/language.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { useStorePart } from '../../../app/store.ts';
import { IconButton } from '../../../ui/button.tsx';
import fieldStyles from '../../../ui/field.module.css';
import { keyAtEnd } from '../../meetings/index.ts';
import styles from './agenda-pane.module.css';
import { useLive } from './context.ts';

export interface AddItemProps {
  /** There is no agenda yet: the meeting begins with this item. */
  isFirst: boolean;
  onOpen: (itemId: string) => void;
}

/**
 * A field for a point that nobody had on the agenda; it is written in the capture language. It keeps the focus, for the
 * next one; Enter in the empty field goes to the item that was added last.
 */
export function AddItem({ isFirst, onOpen }: AddItemProps): ReactElement {
  const { t } = useTranslation('live');
  const { session, view } = useLive();
  const language = useStorePart(view, (state) => state.captureLanguage);
  const [addedId, setAddedId] = useState<string | null>(null);
  const number = useStorePart(session.state, ({ agenda }) => agenda.findIndex((item) => item.id === addedId) + 1);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const add = (input: HTMLInputElement) => {
    const { meeting, agenda } = session.state.get();
    const item = {
      id: newId(),
      meetingId: meeting.id,
      title: { ...emptyText(), [language]: input.value.trim() },
      presenterAttendanceId: null,
      plannedMinutes: null,
      state: 'open' as const,
      orderKey: keyAtEnd(agenda),
    };
    input.value = '';
    session.addAgendaItem(item);
    // The field goes with the empty agenda.
    if (isFirst) onOpen(item.id);
    else setAddedId(item.id);
  };
  const press = () => {
    const input = field.current;
    if (!input) return;
    input.focus();
    if (input.value.trim() !== '') add(input);
  };
  const enter = () => {
    if (field.current?.value.trim() === '' && number > 0 && addedId !== null) onOpen(addedId);
    else press();
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
          aria-describedby={`${id}-added`}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposingKey(event)) return;
            event.preventDefault();
            enter();
          }}
        />
        <IconButton label={t('agenda.addNow')} icon={<Plus aria-hidden />} kind="normal" onPress={press} />
      </div>
      <p id={`${id}-added`} role="status" className={styles.added}>
        {number > 0 && t('agenda.added', { number })}
      </p>
    </div>
  );
}
