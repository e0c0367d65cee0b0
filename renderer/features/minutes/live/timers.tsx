import { Clock, Hourglass, TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zonedClock } from '#shared/domain/minutes/dates.ts';
import { useStore, useStorePart } from '../../../app/store.ts';
import { useLive } from './context.ts';
import { formatSeconds, minutesOver } from './durations.ts';
import styles from './header.module.css';
import type { ItemClock } from './item-clock.ts';

/** How long the current item has been discussed, against its plan. Alone draws itself every second. */
export function ItemTimer({ clock }: { clock: ItemClock }): ReactElement | null {
  const { t } = useTranslation('live');
  const { session, view } = useLive();
  const seconds = useStore(clock.seconds);
  const itemId = useStorePart(view, (state) => state.itemId);
  const planned = useStorePart(
    session.state,
    ({ agenda }) => agenda.find((item) => item.id === itemId)?.plannedMinutes ?? null,
  );
  const isLive = useStorePart(session.state, ({ meeting }) => meeting.status === 'live');
  if (!isLive && seconds === 0 && planned === null) return null;
  const over = minutesOver(seconds, planned);
  return (
    <span role="timer" className={styles.timer} title={t('header.itemTime')} {...(over > 0 && { 'data-over': true })}>
      {over > 0 ? <TriangleAlert aria-hidden /> : <Hourglass aria-hidden />}
      <span>
        {planned === null ? formatSeconds(seconds) : t('header.timeOfPlan', { time: formatSeconds(seconds), planned })}
      </span>
      {over > 0 && <span>{t('header.over', { count: over })}</span>}
    </span>
  );
}

/** The time of day where the meeting is; with the offset when this machine's differs. */
export function WallClock(): ReactElement {
  const { t } = useTranslation('live');
  const { session } = useLive();
  const zone = useStorePart(session.state, ({ meeting }) => meeting.zone);
  const [now, setNow] = useState(() => clockIn(zone));
  const shown = now.zone === zone ? now : clockIn(zone);
  useEffect(() => {
    const show = () =>
      setNow((before) => {
        const next = clockIn(zone);
        return next.words === before.words && next.zone === before.zone ? before : next;
      });
    const timer = setInterval(show, 1_000);
    return () => clearInterval(timer);
  }, [zone]);
  return (
    <span className={styles.clock} title={t('header.clockIn', { zone: zone.replaceAll('_', ' ') })}>
      <Clock aria-hidden />
      {shown.words}
    </span>
  );
}

function clockIn(zone: string): { zone: string; words: string } {
  const nowMs = Date.now();
  const there = zonedClock(nowMs, zone);
  const here = zonedClock(nowMs, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return { zone, words: there.offset === here.offset ? there.time : `${there.time} ${there.offset}` };
}
