import { useQuery } from '@tanstack/react-query';
import { CalendarPlus, FileSignature, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Meeting, MeetingDetail, MeetingListItem } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { meetingStatusKeys } from '../../app/record-words.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Picker, type PickerItem } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Remarks } from '../../ui/text-link.tsx';
import { useFocusAfterRemoval } from '../../ui/use-focus-after-removal.ts';
import { useCreatePart } from './create-meeting.ts';
import eventStyles from './overview-event.module.css';
import styles from './rows.module.css';
import { kindKeys } from './words.ts';

/** Kinds that are held together from parts more often than not. */
const eventKinds: ReadonlySet<Meeting['kind']> = new Set(['forum', 'conference', 'visit']);

/** A meeting is a part of an event, or an event with parts, or neither; never both. */
export function EventSections({ detail }: { detail: MeetingDetail }): ReactElement | null {
  const { data } = useQuery(query.meetings.list.queryOptions());
  if (!data) return null;
  const { meeting, parentId } = detail;
  const parts = data.filter((other) => other.parentId === meeting.id);
  return (
    <>
      {parentId === null && (parts.length > 0 || eventKinds.has(meeting.kind)) && (
        <Parts event={meeting} parts={parts} meetings={data} />
      )}
      {parts.length === 0 && <PartOf meeting={meeting} parentId={parentId} meetings={data} />}
    </>
  );
}

interface PartOfProps {
  meeting: Meeting;
  parentId: string | null;
  meetings: readonly MeetingListItem[];
}

/** The forum, conference … in the course of which the meeting takes place. */
function PartOf({ meeting, parentId, meetings }: PartOfProps): ReactElement {
  const { t } = useTranslation('meetings');
  const toItem = useMeetingItem();
  // What is a part itself can have no parts.
  const events = meetings
    .filter((other) => other.id !== meeting.id && other.parentId === null)
    .sort((a, b) => rankOf(a) - rankOf(b) || b.date.localeCompare(a.date));
  return (
    <Section title={t('event.partOfTitle')}>
      <FieldGrid>
        <div data-focus="event">
          <Picker
            label={t('event.partOf')}
            hint={t('event.partOfHint')}
            items={events.map(toItem)}
            value={parentId}
            onChange={(id) => void api.meetings.setParent({ id: meeting.id, parentId: id }).catch(notifyError)}
          />
        </div>
      </FieldGrid>
    </Section>
  );
}

/** Forums and conferences first. */
const rankOf = ({ kind }: MeetingListItem): number =>
  kind === 'forum' || kind === 'conference' ? 0 : eventKinds.has(kind) ? 1 : 2;

function useMeetingItem(): (meeting: MeetingListItem) => PickerItem {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  const language = useUiLanguage();
  return (meeting) => {
    const title = chooseText(meeting.title, language);
    return {
      id: meeting.id,
      label: title.text || t('untitled'),
      language: title.text === '' ? undefined : title.language,
      detail: `${t(kindKeys[meeting.kind])} · ${format.shortDate(meeting.date)}`,
      searchText: Object.values(meeting.title).join(' '),
    };
  };
}

interface PartsProps {
  event: Meeting;
  parts: readonly MeetingListItem[];
  meetings: readonly MeetingListItem[];
}

/** What an event is made of, by date. */
function Parts({ event, parts, meetings }: PartsProps): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const format = useFormat();
  const create = useCreatePart();
  const toItem = useMeetingItem();
  const parents = new Set(meetings.map(({ parentId }) => parentId));
  const free = meetings
    .filter((other) => other.id !== event.id && other.parentId === null && !parents.has(other.id))
    .sort((a, b) => b.date.localeCompare(a.date));
  const takeOut = async (id: string) => {
    try {
      await api.meetings.setParent({ id, parentId: null });
      notify(t('meetings:event.takenOut'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  const box = useFocusAfterRemoval<HTMLDivElement>('li button', parts.map(({ id }) => id).join());
  return (
    <Section
      title={t('meetings:event.parts')}
      actions={
        <div className={eventStyles.tools}>
          <Button onPress={() => void create(event, sessionKind(event))}>
            <CalendarPlus aria-hidden />
            {t('meetings:event.addSession')}
          </Button>
          <Button onPress={() => void create(event, 'signing')}>
            <FileSignature aria-hidden />
            {t('meetings:event.addSigning')}
          </Button>
        </div>
      }
    >
      <div {...box} className={eventStyles.box}>
        {parts.length === 0 && <p className={styles.muted}>{t('meetings:event.none')}</p>}
        {parts.length > 0 && (
          <ul className={eventStyles.parts}>
            {[...parts]
              .sort((a, b) => a.date.localeCompare(b.date) || compareTitles(a, b, format))
              .map((part) => (
                <li key={part.id} className={eventStyles.part}>
                  <PartLine part={part} />
                  <IconButton
                    label={t('meetings:event.takeOut', { name: toItem(part).label })}
                    icon={<X aria-hidden />}
                    onPress={() => void takeOut(part.id)}
                  />
                </li>
              ))}
          </ul>
        )}
      </div>
      <div className={styles.add}>
        <div className={styles.wide}>
          <AddPicker
            label={t('meetings:event.putHere')}
            items={free.map(toItem)}
            onAdd={(id) => void api.meetings.setParent({ id, parentId: event.id }).catch(notifyError)}
          />
        </div>
      </div>
    </Section>
  );
}

function PartLine({ part }: { part: MeetingListItem }): ReactElement {
  const { t } = useTranslation(['meetings']);
  const format = useFormat();
  return (
    <div className={eventStyles.line}>
      <Link href={`/meetings/${part.id}`}>
        <FallbackText value={part.title} empty={t('untitled')} />
      </Link>
      <span className={styles.muted}>
        <Remarks
          remarks={[
            format.date(part.date),
            t(kindKeys[part.kind]),
            part.decisionCount > 0 && t('count.decisions', { count: part.decisionCount }),
            part.actionCount > 0 && t('count.actions', { count: part.actionCount }),
            part.proposalCount > 0 && t('count.proposals', { count: part.proposalCount }),
          ].filter((remark) => remark !== false)}
        />
      </span>
      <Badge>{t(meetingStatusKeys[part.status])}</Badge>
    </div>
  );
}

/** A session of a conference is a sitting of it; of anything else, talks. */
const sessionKind = ({ kind }: Meeting): Meeting['kind'] =>
  kind === 'forum' || kind === 'conference' ? 'conference' : 'bilateral';

function compareTitles(a: MeetingListItem, b: MeetingListItem, format: Format): number {
  return format.compare(Object.values(a.title).join(), Object.values(b.title).join());
}
