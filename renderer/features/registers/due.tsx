import { CalendarClock, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { type Dated, dueState } from './actions.ts';
import styles from './actions-page.module.css';

const iconSize = 14;

/** When an action item is due, in words and with a sign; colour only repeats them. */
export function Due({ item, today }: { item: Dated; today: string }): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  const { due, dueAtNextMeeting } = item.action;
  switch (dueState(item, today)) {
    case 'overdue':
      return (
        <Badge tone="bad">
          <TriangleAlert aria-hidden size={iconSize} />
          <span className={styles.words}>{t('due.overdue', { date: format.shortDate(due ?? '') })}</span>
        </Badge>
      );
    case 'dated':
      return <>{format.shortDate(due ?? '')}</>;
    case 'nextMeeting':
      return (
        <Badge tone="info">
          <CalendarClock aria-hidden size={iconSize} />
          <span className={styles.words}>{t('due.nextMeeting')}</span>
        </Badge>
      );
    case 'notNamed':
      return <NotNamed />;
    case 'closed':
      return <>{due === null ? (dueAtNextMeeting ? t('due.nextMeeting') : t('notNamed')) : format.shortDate(due)}</>;
  }
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
