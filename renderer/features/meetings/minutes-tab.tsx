import { type ReactElement, useEffect, useMemo } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { compareByOrderKey, numberEntries } from '#shared/domain/minutes/numbering.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { entryIcons, entryKindKeys, kindsByDigit } from './entry-kinds.ts';
import { EntryRow } from './entry-row.tsx';
import { applyOperations, minutesSession, type MinutesSession } from './minutes-session.ts';
import styles from './minutes-tab.module.css';
import { keyAtEnd, keyBetween, useKeepFocus } from './order.ts';
import { useFocusTarget } from './use-focus-target.ts';
import { type MeetingReading, useMeeting } from './use-meeting.ts';
import { useSpeakers } from './use-speakers.ts';

export function MinutesTab(): ReactElement | null {
  const reading = useMeeting();
  useFocusTarget();
  if (!reading) return null;
  return <Minutes key={reading.detail.meeting.id} reading={reading} />;
}

function Minutes({ reading }: { reading: MeetingReading }): ReactElement {
  const { t } = useTranslation('minutes');
  const { detail, readAtMs } = reading;
  const { meeting, attendance } = detail;
  const session = minutesSession(meeting.id);
  const operations = useStore(session.operations);
  useEffect(() => session.settle(readAtMs), [session, readAtMs]);
  const agenda = useMemo(() => [...detail.agenda].sort(compareByOrderKey), [detail.agenda]);
  const entries = useMemo(
    () => applyOperations(operations, detail.entries, readAtMs).toSorted(compareByOrderKey),
    [operations, detail.entries, readAtMs],
  );
  const numbers = useMemo(() => numberEntries(agenda, entries), [agenda, entries]);
  const rows = useMemo(
    () => agenda.flatMap((item) => entries.filter((entry) => entry.agendaItemId === item.id)),
    [agenda, entries],
  );
  const speakers = useSpeakers(attendance);
  const keepFocus = useKeepFocus(rows.map((row) => `${row.agendaItemId}${row.id}`).join());

  if (agenda.length === 0) {
    return (
      <p className={styles.empty}>
        {t('noAgenda')} <Link href={`/meetings/${meeting.id}/agenda`}>{t('toAgenda')}</Link>
      </p>
    );
  }

  const move = (entry: Entry, step: 1 | -1) => {
    const place = placeAfterMove(agenda, entries, entry, step);
    if (!place) return;
    keepFocus();
    void session.update(entry, place);
  };

  return (
    <div className={styles.minutes} data-pane="minutes" tabIndex={-1}>
      <p className={styles.keys}>{t('keys')}</p>
      {/* One flat list, so that a row that moves to another agenda item stays the same element. */}
      {agenda.flatMap((item, index) => {
        const under = entries.filter((entry) => entry.agendaItemId === item.id);
        return [
          <h2 key={item.id} className={styles.heading} data-focus={item.id}>
            <span className={styles.itemNumber}>{index + 1}.</span>
            <span>
              <FallbackText value={item.title} empty={t('untitledItem')} />
            </span>
          </h2>,
          ...under.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              number={numbers.get(entry.id) ?? ''}
              readAtMs={readAtMs}
              session={session}
              sides={meeting.sides}
              speakers={speakers}
              isFirst={rows[0] === entry}
              isLast={rows.at(-1) === entry}
              isLive={meeting.status === 'live'}
              next={rows[rows.indexOf(entry) + 1]}
              orderKeyBelow={keyBetween(entry, under[under.indexOf(entry) + 1])}
              onMove={move}
            />
          )),
          <AddBar
            key={`add ${item.id}`}
            session={session}
            meeting={meeting}
            item={item}
            number={index + 1}
            under={under}
          />,
        ];
      })}
    </div>
  );
}

interface AddBarProps {
  session: MinutesSession;
  meeting: Meeting;
  item: AgendaItem;
  number: number;
  under: readonly Entry[];
}

function AddBar({ session, meeting, item, number, under }: AddBarProps): ReactElement {
  const { t } = useTranslation('minutes');
  const uiLanguage = useUiLanguage();
  const add = (kind: EntryKind) =>
    void session.add({
      agendaItemId: item.id,
      kind,
      speakerAttendanceId: null,
      sourceLanguage: under.at(-1)?.sourceLanguage ?? meeting.workingLanguages[0] ?? uiLanguage,
      isLive: meeting.status === 'live',
      orderKey: keyAtEnd(under),
    });
  return (
    <div className={styles.addBar} role="group" aria-label={t('addTo', { number })}>
      <span className={styles.addLabel} aria-hidden>
        {t('add')}
      </span>
      {kindsByDigit.map((kind) => {
        const Icon = entryIcons[kind];
        return (
          <Button key={kind} kind="quiet" onPress={() => add(kind)}>
            <Icon aria-hidden data-kind={kind} className={styles.kindIcon} />
            {t(entryKindKeys[kind])}
          </Button>
        );
      })}
    </div>
  );
}

/** Where a row goes when it moves one place; over the edge of its agenda item into the neighbouring one. */
function placeAfterMove(
  agenda: readonly AgendaItem[],
  entries: readonly Entry[],
  entry: Entry,
  step: 1 | -1,
): Pick<Entry, 'agendaItemId' | 'orderKey'> | null {
  const under = (id: string) => entries.filter((other) => other.agendaItemId === id);
  const siblings = under(entry.agendaItemId);
  const index = siblings.indexOf(entry) + step;
  if (index >= 0 && index < siblings.length) {
    const [before, after] =
      step === -1 ? [siblings[index - 1], siblings[index]] : [siblings[index], siblings[index + 1]];
    return { agendaItemId: entry.agendaItemId, orderKey: keyBetween(before, after) };
  }
  const neighbour = agenda[agenda.findIndex((item) => item.id === entry.agendaItemId) + step];
  if (!neighbour) return null;
  const others = under(neighbour.id);
  const orderKey = step === -1 ? keyBetween(others.at(-1), undefined) : keyBetween(undefined, others[0]);
  return { agendaItemId: neighbour.id, orderKey };
}
