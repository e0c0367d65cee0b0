import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { useIsReadOnly } from '../../ui/read-only.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AgendaTotal } from './agenda-clock.tsx';
import { AgendaRow } from './agenda-row.tsx';
import { itemStarts } from './agenda-times.ts';
import { isComposingKey } from '../../app/composing-key.ts';
import { keyAtEnd } from '../../app/order-keys.ts';
import { keyAfterMove, useKeepFocus } from './order.ts';
import styles from './rows.module.css';
import { useFocusTarget } from './use-focus-target.ts';
import { useMeeting } from './use-meeting.ts';

export function AgendaTab(): ReactElement | null {
  const reading = useMeeting();
  useFocusTarget();
  if (!reading) return null;
  return <Agenda detail={reading.detail} />;
}

function Agenda({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('meetings');
  const language = useUiLanguage();
  const isReadOnly = useIsReadOnly();
  const title = useRef<HTMLInputElement>(null);
  const items = [...detail.agenda].sort(compareByOrderKey);
  const keepFocus = useKeepFocus(items.map((item) => item.id).join());
  const starts = itemStarts(detail.meeting, items);
  const untimed = items.findIndex((item) => item.plannedMinutes === null);

  const add = () => {
    const input = title.current;
    const text = input?.value.trim() ?? '';
    if (!input || text === '') return input?.focus();
    input.value = '';
    api.agenda
      .add({
        id: newId(),
        meetingId: detail.meeting.id,
        title: { ...emptyText(), [language]: text },
        presenterAttendanceId: null,
        plannedMinutes: null,
        state: 'open',
        orderKey: keyAtEnd(items),
      })
      .catch((error: unknown) => {
        // What was typed is not lost with the failed call, unless the next item is being typed already.
        if (input.value === '') input.value = text;
        notifyError(error);
      });
  };
  const move = (index: number, step: 1 | -1) => {
    const item = items[index];
    const orderKey = keyAfterMove(items, index, step);
    if (!item || orderKey === null) return;
    keepFocus();
    api.agenda.update({ id: item.id, orderKey }).catch(notifyError);
  };
  /** The place of the item that the focus is in; -1 outside, and in a list of choices, which Alt+↓ opens. */
  const focused = () => {
    const element = document.activeElement;
    if (element?.closest('[role="combobox"], [aria-haspopup="listbox"]')) return -1;
    const id = element?.closest<HTMLElement>('[data-agenda-item]')?.dataset.agendaItem;
    return items.findIndex((item) => item.id === id);
  };
  const canMove = { isEnabled: () => !isReadOnly && focused() !== -1 };
  useCommand('row.up', () => move(focused(), -1), canMove);
  useCommand('row.down', () => move(focused(), 1), canMove);

  return (
    <Section title={t('agenda.title')} actions={<AgendaTotal meeting={detail.meeting} items={items} />}>
      {items.length === 0 && <p className={styles.muted}>{t('agenda.none')}</p>}
      {items.map((item, index) => (
        <AgendaRow
          key={item.id}
          meeting={detail.meeting}
          item={item}
          number={index + 1}
          startMs={starts[index] ?? null}
          isLast={index === items.length - 1}
          attendance={detail.attendance}
          onMove={(step) => move(index, step)}
        />
      ))}
      {detail.meeting.startTime !== null && untimed !== -1 && untimed < items.length - 1 && (
        <p className={styles.muted}>{t('agenda.untimed', { number: untimed + 1 })}</p>
      )}
      {!isReadOnly && (
        <div className={styles.add} data-focus="new">
          <div className={styles.wide}>
            <TextField
              ref={title}
              label={t('agenda.new')}
              hint={t('agenda.newHint')}
              language={language}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || isComposingKey(event)) return;
                event.preventDefault();
                add();
              }}
            />
          </div>
          <Button onPress={add}>{t('agenda.add')}</Button>
        </div>
      )}
    </Section>
  );
}
