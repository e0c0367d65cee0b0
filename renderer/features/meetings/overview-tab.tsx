import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Meeting, meeting as meetingSchema, type MeetingDetail } from '#shared/contract/meetings.ts';
import { api } from '../../app/api.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { LocalizedField, LocalizedSection } from '../../ui/localized.tsx';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { Section } from '../../ui/section.tsx';
import { MeetingProgress } from '../translation-progress/index.ts';
import { Agreements } from './agreements.tsx';
import { EventSections } from './overview-event.tsx';
import { Organizers } from './overview-organizers.tsx';
import { NextMeeting, WhenAndHow } from './overview-when.tsx';
import { Sides } from './overview-sides.tsx';
import { Venues } from './overview-venues.tsx';
import { useFocusTarget } from './use-focus-target.ts';
import { useMeeting } from './use-meeting.ts';

export function OverviewTab(): ReactElement | null {
  const reading = useMeeting();
  useFocusTarget();
  if (!reading) return null;
  return <Overview key={reading.detail.meeting.id} detail={reading.detail} />;
}

const texts = [
  ['title', 'overview.title', false],
  ['theme', 'overview.theme', true],
  ['framework', 'overview.framework', true],
  ['partOf', 'overview.partOf', false],
  ['note', 'overview.note', true],
] as const;

function Overview({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('meetings');
  const { meeting } = detail;
  const form = useAutosaveForm<Meeting>({
    record: meeting,
    schema: meetingSchema,
    save: (patch) => api.meetings.update({ ...patch, id: meeting.id }),
  });
  return (
    <>
      <Section title={t('overview.about')}>
        <LocalizedSection control={form.control} names={texts.map(([name]) => name)}>
          {texts.map(([name, key, isMultiline]) => (
            <div key={name} data-focus={name}>
              <LocalizedField
                label={t(key)}
                isMultiline={isMultiline}
                register={(language) => form.register(`${name}.${language}`)}
                error={(language) => form.issue(`${name}.${language}`)}
              />
            </div>
          ))}
        </LocalizedSection>
      </Section>
      <MeetingProgress meetingId={meeting.id} />
      {/* What an event is made of is no text of its minutes. */}
      <ReadOnlyArea isReadOnly={false}>
        <EventSections detail={detail} />
      </ReadOnlyArea>
      <WhenAndHow form={form} />
      <Sides form={form} detail={detail} />
      <Venues form={form} />
      <Organizers form={form} />
      <Agreements meetingId={meeting.id} agreements={detail.agreements} />
      <NextMeeting form={form} />
    </>
  );
}
