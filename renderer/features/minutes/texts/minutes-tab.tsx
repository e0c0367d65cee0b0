import { useNavigate, useParams } from '@tanstack/react-router';
import { FileSearch } from 'lucide-react';
import { type ReactElement, type ReactNode, Suspense } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { PreviewPlace } from '#shared/contract/documents.ts';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { useChord, useCommand } from '../../../app/commands.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { useStore } from '../../../app/store.ts';
import { Button } from '../../../ui/button.tsx';
import { FallbackText } from '../../../ui/fallback-text.tsx';
import { useIsReadOnly } from '../../../ui/read-only.tsx';
import { entryIcons, entryKindKeys, kindsByDigit } from '../entry-kinds.ts';
import { paneStore, placeOfReference, PreviewPane } from '../../documents/index.ts';
import { useKeepFocus, useFocusTarget, useSpeakers } from '../../meetings/index.ts';
import type { MinutesSession } from '../model/types.ts';
import { useMinutesSession } from '../model/use-minutes-session.ts';
import { EntryRow } from './entry-row.tsx';
import styles from './minutes-tab.module.css';
import { useShowInDocument } from '../show-in-document.ts';
import { focusEntry, languageOfField, rowIdOf } from './row-places.ts';
import { wantFocus } from './wanted-focus.ts';

export function MinutesTab(): ReactElement | null {
  const { meetingId }: { meetingId: string } = useParams({ from: '/meetings/$meetingId' });
  const session = useMinutesSession(meetingId);
  useFocusTarget();
  if (!session) return null;
  return (
    <WithPreview key={meetingId} meetingId={meetingId}>
      <Minutes session={session} />
    </WithPreview>
  );
}

/** The text, and on request the real pages beside it. */
function WithPreview({ meetingId, children }: { meetingId: string; children: ReactNode }): ReactElement {
  const { t } = useTranslation('minutes');
  const navigate = useNavigate();
  const settings = useStore(paneStore);
  const { isShown } = settings;
  const toggle = () => paneStore.set({ ...settings, isShown: !isShown });
  useCommand('minutes.preview', toggle);
  const goTo = ({ ref, language }: PreviewPlace) => {
    if (ref.kind !== 'entry' || !focusEntry(ref.id, language)) {
      void navigate({ to: placeOfReference(ref, language, meetingId) });
    }
  };
  return (
    <div className={styles.withPreview}>
      <div className={styles.bar}>
        <Button isForReading command="minutes.preview" aria-expanded={isShown} onPress={toggle}>
          <FileSearch aria-hidden />
          {t('preview')}
        </Button>
      </div>
      <div className={styles.sides} data-split={isShown || undefined}>
        <div className={styles.textSide}>{children}</div>
        {isShown && (
          <div className={styles.pane}>
            <Suspense>
              <PreviewPane meetingId={meetingId} idOf={rowIdOf} onGoTo={goTo} onClose={toggle} />
            </Suspense>
          </div>
        )}
      </div>
    </div>
  );
}

function Minutes({ session }: { session: MinutesSession }): ReactElement {
  const { t } = useTranslation('minutes');
  const isReadOnly = useIsReadOnly();
  const showInDocument = useShowInDocument(session);
  useCommand(
    'row.document',
    () => {
      const { activeElement } = document;
      const id = activeElement && rowIdOf(activeElement);
      if (id) showInDocument(id, languageOfField(activeElement));
    },
    { isEnabled: () => document.activeElement !== null && rowIdOf(document.activeElement) !== null },
  );
  const firstKind = useChord('row.speech');
  const lastKind = useChord('row.note');
  const { meeting, attendance, agenda, entries, rows, numbers } = useStore(session.state);
  const speakers = useSpeakers(attendance);
  const order = agenda.flatMap((item) => rows.get(item.id) ?? []);
  const keepFocus = useKeepFocus(agenda.map((item) => `${item.id}${(rows.get(item.id) ?? []).join()}`).join());

  if (agenda.length === 0) {
    return (
      <p className={styles.empty}>
        {t('noAgenda')} <Link href={`/meetings/${meeting.id}/agenda`}>{t('toAgenda')}</Link>
      </p>
    );
  }

  const move = (entry: Entry, step: 1 | -1) => {
    keepFocus();
    session.moveRows([entry.id], step);
  };
  const under = (item: AgendaItem) => (rows.get(item.id) ?? []).flatMap((id) => entries.get(id) ?? []);

  return (
    <div className={styles.minutes} data-pane="minutes" tabIndex={-1}>
      {!isReadOnly && <p className={styles.keys}>{t('keys', { first: firstKind, last: lastKind })}</p>}
      {/* One flat list, so that a row that moves to another agenda item stays the same element. */}
      {agenda.flatMap((item, index) => {
        const entriesUnder = under(item);
        return [
          <h2 key={item.id} className={styles.heading} data-focus={item.id}>
            <span className={styles.itemNumber}>{index + 1}.</span>
            <span>
              <FallbackText value={item.title} empty={t('untitledItem')} />
            </span>
          </h2>,
          ...entriesUnder.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              number={numbers.get(entry.id) ?? ''}
              session={session}
              sides={meeting.sides}
              speakers={speakers}
              isFirst={order[0] === entry.id}
              isLast={order.at(-1) === entry.id}
              next={entries.get(order[order.indexOf(entry.id) + 1] ?? '')}
              onMove={move}
              onShow={showInDocument}
            />
          )),
          !isReadOnly && (
            <AddBar
              key={`add ${item.id}`}
              session={session}
              meeting={meeting}
              item={item}
              number={index + 1}
              last={entriesUnder.at(-1)}
            />
          ),
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
  last: Entry | undefined;
}

function AddBar({ session, meeting, item, number, last }: AddBarProps): ReactElement {
  const { t } = useTranslation('minutes');
  const uiLanguage = useUiLanguage();
  const add = (kind: EntryKind) => {
    const sourceLanguage = last?.sourceLanguage ?? meeting.workingLanguages[0] ?? uiLanguage;
    wantFocus(session.addRow({ agendaItemId: item.id, kind, sourceLanguage }), sourceLanguage);
  };
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
