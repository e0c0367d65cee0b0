import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import { LinkList } from '../../ui/item.tsx';
import { Section } from '../../ui/section.tsx';
import { Remarks } from '../../ui/text-link.tsx';
import { useNewMeeting } from '../meetings/index.ts';

export interface GroupMeetingsProps {
  groupId: string;
  isStored: boolean;
  /** Saves what was typed about the group: a new meeting takes its sides over. */
  flush: () => Promise<void>;
}

/** The series of the group's meetings with their numbers, newest first. A group that is not stored yet cannot have one. */
export function GroupMeetings({ groupId, isStored, flush }: GroupMeetingsProps): ReactElement {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const { begin, dialog } = useNewMeeting();
  const { data, error } = useQuery(query.meetings.list.queryOptions());
  if (error) throw error;

  const meetings = (data ?? [])
    .filter((meeting) => meeting.groupId === groupId)
    .sort((a, b) => b.date.localeCompare(a.date));
  return (
    <Section
      title={t('meetings.title')}
      actions={
        isStored && (
          <Button onPress={() => void flush().then(() => begin(groupId))}>
            <CalendarPlus aria-hidden />
            {t('meetings.new')}
          </Button>
        )
      }
    >
      {meetings.length === 0 ? (
        <p className={fieldStyles.hint}>{t('meetings.none')}</p>
      ) : (
        <LinkList
          links={meetings.map((meeting) => ({
            id: meeting.id,
            link: (
              <Link href={`/meetings/${meeting.id}`}>
                <FallbackText value={meeting.title} empty={t('meetings.untitled')} />
              </Link>
            ),
            aside: (
              <Remarks
                remarks={[
                  meeting.number === '' ? '' : t('meetings.number', { number: meeting.number }),
                  format.date(meeting.date),
                  meeting.status === 'planned' ? t('meetings.planned') : '',
                ]}
              />
            ),
          }))}
        />
      )}
      {dialog}
    </Section>
  );
}
