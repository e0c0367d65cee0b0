import { CalendarClock } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '#shared/contract/entries.ts';
import { isComposingKey } from '../../../app/composing-key.ts';
import { chordOf } from '../../../app/commands.ts';
import { useFormat } from '../../../app/format.ts';
import { useStorePart } from '../../../app/store.ts';
import type { Choice } from '../../../ui/choice-menu.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useLive } from '../live/context.ts';
import { focusText } from '../live/targets.ts';
import { daysAfter, monthEnd } from './due-dates.ts';
import { LightMenu } from './light-menu.tsx';
import styles from './rows.module.css';

export interface DueFieldProps {
  /** Names the row, e.g. «Action item 3.1». */
  name: string;
  /** null: the capture row. */
  rowId: string | null;
  action: Action;
  onChange: (change: Partial<Action>) => void;
  /** Tab: to the row below. */
  onNext: () => void;
}

type Usual = 'next' | 'week' | 'fortnight' | 'month' | 'none';

/** The due date of an action in words; with the focus it turns into the segments of a date, with a list of usual dates. */
export function DueField({ name, rowId, action, onChange, onNext }: DueFieldProps): ReactElement {
  const { t } = useTranslation('live');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [isEditing, setEditing] = useState(false);
  const draft = useDraft((due) => onChange({ due, ...(due !== null && { dueAtNextMeeting: false }) }));
  const shown = action.dueAtNextMeeting
    ? t('rows.due.nextMeeting')
    : action.due === null
      ? t('rows.due.unknown')
      : t('rows.due.on', { date: format.shortDate(action.due) });

  useEffect(() => {
    if (isEditing) box.current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
  }, [isEditing]);

  if (!isEditing) {
    return (
      <button
        type="button"
        data-part="due"
        className={styles.due}
        data-missing={action.due === null && !action.dueAtNextMeeting ? true : undefined}
        aria-label={t('rows.due.of', { name, due: shown })}
        title={chordOf('row.due')}
        onFocus={() => setEditing(true)}
      >
        <CalendarClock aria-hidden />
        {shown}
      </button>
    );
  }
  const leaveSoon = () =>
    setTimeout(() => {
      const { activeElement } = document;
      // The calendar and the list of dates stand elsewhere in the page; they give the focus back.
      const isNear = box.current?.contains(activeElement) || activeElement?.closest('[role="dialog"], [role="menu"]');
      // From one segment to the next the date is still being typed.
      if (isNear) return;
      draft.flush();
      if (document.hasFocus()) setEditing(false);
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposingKey(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    if (['Tab', 'Escape', 'Enter'].includes(event.key)) draft.flush();
    const isButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Tab' && !event.shiftKey) onNext();
    else if (event.key === 'Escape' || (event.key === 'Enter' && !isButton)) focusText({ rowId });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={box} data-due className={styles.dueEdit} onBlur={leaveSoon} onKeyDownCapture={onKeyDown}>
      <DateField
        label={t('rows.due.field', { name })}
        isLabelHidden
        value={draft.value === undefined ? action.due : draft.value}
        onChange={draft.change}
      />
      <DuePicks name={name} action={action} onChange={onChange} onPicked={() => focusText({ rowId })} />
    </div>
  );
}

const quietMs = 600;
/** A year is typed digit by digit: before this it is the beginning of one. */
const firstYear = '1000';

interface Draft {
  /** undefined: nothing is being typed. */
  value: string | null | undefined;
  change: (due: string | null) => void;
  flush: () => void;
}

/** A date while its segments are typed or stepped through: one change when the hands rest or go on. */
function useDraft(save: (due: string | null) => void): Draft {
  const [value, setValue] = useState<string | null>();
  const pending = useRef<{ due: string | null; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const flush = useCallback(() => {
    const { current } = pending;
    if (current === null) return;
    clearTimeout(current.timer);
    pending.current = null;
    if (current.due === null || current.due >= firstYear) latest.current(current.due);
    setValue(undefined);
  }, []);
  useEffect(() => flush, [flush]);
  const change = (due: string | null) => {
    clearTimeout(pending.current?.timer);
    const isBeginning = due !== null && due < firstYear;
    // Half a year number waits for its other digits.
    pending.current = { due, timer: setTimeout(() => !isBeginning && flush(), quietMs) };
    setValue(due);
  };
  return { value, change, flush };
}

type DuePicksProps = Pick<DueFieldProps, 'name' | 'action' | 'onChange'> & { onPicked: () => void };

function DuePicks({ name, action, onChange, onPicked }: DuePicksProps): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const format = useFormat();
  const meetingDate = useStorePart(session.state, (state) => state.meeting.date);
  const nextDate = useStorePart(session.state, (state) => state.meeting.nextMeetingDate);
  const dates: Record<Exclude<Usual, 'next' | 'none'>, string> = {
    week: daysAfter(meetingDate, 7),
    fortnight: daysAfter(meetingDate, 14),
    month: monthEnd(meetingDate),
  };
  const choices = (): Choice<Usual>[] => [
    { id: 'next', label: t('rows.due.nextMeeting'), ...(nextDate !== null && { detail: format.shortDate(nextDate) }) },
    { id: 'week', label: t('rows.due.week'), detail: format.shortDate(dates.week) },
    { id: 'fortnight', label: t('rows.due.fortnight'), detail: format.shortDate(dates.fortnight) },
    { id: 'month', label: t('rows.due.monthEnd'), detail: format.shortDate(dates.month) },
    { id: 'none', label: t('rows.due.none') },
  ];
  const choose = (pick: Usual) => {
    if (pick === 'next') onChange({ due: null, dueAtNextMeeting: true });
    else onChange({ due: pick === 'none' ? null : dates[pick], dueAtNextMeeting: false });
    // The list gives the focus back to where it came from when it has closed, one frame later.
    requestAnimationFrame(() => requestAnimationFrame(onPicked));
  };
  return (
    <LightMenu part="due-picks" label={t('rows.due.usual', { name })} choices={choices} onChoose={choose}>
      {action.dueAtNextMeeting ? t('rows.due.nextMeeting') : t('rows.due.usualShort')}
    </LightMenu>
  );
}
