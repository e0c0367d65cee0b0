import { CalendarClock, CalendarX, CircleDashed, Clock, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '#shared/contract/entries.ts';
import { dueGroupOf } from '#shared/domain/action-due.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './due.module.css';

const iconSize = 14;

export interface Dated extends Pick<Action, 'status' | 'due' | 'dueAtNextMeeting'> {
  /** By which day lateness is judged, where that is known; else the due date. */
  dueOn?: string | null;
  /** It was to be done before the day on which it was agreed. */
  isDueBeforeMeeting?: boolean;
}

export interface DueProps {
  action: Dated;
  /** `YYYY-MM-DD` */
  today: string;
}

/** When an action item is due, in words and with a sign; colour only repeats them. */
export function Due({ action, today }: DueProps): ReactElement {
  const { t } = useTranslation('registers');
  return (
    <>
      <DueDate action={action} today={today} />
      {action.isDueBeforeMeeting === true && (
        <span className={styles.before}>
          <CalendarX aria-hidden size={iconSize} />
          {t('due.beforeMeeting')}
        </span>
      )}
    </>
  );
}

function DueDate({ action, today }: DueProps): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  const { due, dueAtNextMeeting } = action;
  const dueOn = action.dueOn === undefined ? due : action.dueOn;
  switch (dueGroupOf({ ...action, dueOn }, today)) {
    case 'overdue':
      return (
        <Badge tone="bad">
          <TriangleAlert aria-hidden size={iconSize} />
          <span className={styles.words}>{t('due.overdue', { date: format.shortDate(dueOn ?? '') })}</span>
        </Badge>
      );
    case 'soon':
      return (
        <Badge tone="warning">
          <Clock aria-hidden size={iconSize} />
          <span className={styles.words}>{t('due.soon', { date: format.shortDate(dueOn ?? '') })}</span>
        </Badge>
      );
    case 'next_meeting':
      return (
        <Badge tone="info">
          <CalendarClock aria-hidden size={iconSize} />
          <span className={styles.words}>{t('due.nextMeeting')}</span>
        </Badge>
      );
    case 'not_named':
      return <NotNamed />;
    case 'later':
      return <>{format.shortDate(dueOn ?? '')}</>;
    case 'closed':
      return <>{dueWords({ due, dueAtNextMeeting }, format, t('due.nextMeeting'), t('notNamed'))}</>;
  }
}

/** A due date without a judgement. */
export function dueWords(
  { due, dueAtNextMeeting }: Pick<Action, 'due' | 'dueAtNextMeeting'>,
  format: Format,
  nextMeeting: string,
  notNamed: string,
): string {
  if (due !== null) return format.shortDate(due);
  return dueAtNextMeeting ? nextMeeting : notNamed;
}

/** An owner or a date that the meeting left open. */
export function NotNamed(): ReactElement {
  const { t } = useTranslation('registers');
  return (
    <Badge tone="warning">
      <CircleDashed aria-hidden size={iconSize} />
      <span className={styles.words}>{t('notNamed')}</span>
    </Badge>
  );
}
