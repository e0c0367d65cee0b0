import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { languageTags } from '#shared/domain/language.ts';
import { zonedClock } from '#shared/domain/minutes/dates.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './agenda.module.css';
import { clocksOf, lengthOf } from './agenda-times.ts';

/** When an item begins, on the clock of the meeting and on those of the sides. */
export function ItemClock({ meeting, startMs }: { meeting: Meeting; startMs: number }): ReactElement {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const language = useUiLanguage();
  return (
    <span className={styles.clocks}>
      {clocksOf(meeting, language).map(({ zone, place }) => {
        const { time, date } = zonedClock(startMs, zone);
        return (
          <span key={zone} className={styles.clock}>
            {date === meeting.date ? time : t('agenda.otherDay', { time, date: format.shortDate(date) })}{' '}
            <span lang={languageTags[place.language]}>{place.text}</span>
          </span>
        );
      })}
    </span>
  );
}

/** What the items take together, beside what the meeting lasts. */
export function AgendaTotal({
  meeting,
  items,
}: {
  meeting: Meeting;
  items: readonly AgendaItem[];
}): ReactElement | null {
  const { t } = useTranslation('meetings');
  const planned = items.reduce((sum, item) => sum + (item.plannedMinutes ?? 0), 0);
  const length = lengthOf(meeting);
  if (planned === 0) return null;
  if (length === null) return <span className={styles.total}>{t('agenda.total', { count: planned })}</span>;
  return (
    <span className={styles.total}>
      {t('agenda.ofLength', { planned, count: length })}
      {planned > length && (
        <Badge tone="warning">
          <CircleAlert aria-hidden size={14} />
          {t('agenda.tooMuch', { count: planned - length })}
        </Badge>
      )}
      {planned < length && <span>{t('agenda.left', { count: length - planned })}</span>}
    </span>
  );
}
