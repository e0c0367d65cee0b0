import { parseDate } from '@internationalized/date';
import { type ReactElement, useState } from 'react';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { localToday, useCreateMeeting } from './create-meeting.ts';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';

export interface NewMeeting {
  /** Of a group that has met before: asks what comes along. Else creates at once. `groupId` null: no group. */
  begin: (groupId: string | null) => Promise<void>;
  /** To be drawn wherever `begin` is called from. */
  dialog: ReactElement | null;
}

/** The way to a new meeting, the same from every screen. */
export function useNewMeeting(): NewMeeting {
  const create = useCreateMeeting();
  const [asked, setAsked] = useState<{ groupId: string; date: string } | null>(null);
  const begin = async (groupId: string | null) => {
    if (groupId === null) return create(null);
    try {
      const meetings = (await api.meetings.list()).filter((meeting) => meeting.groupId === groupId);
      const [last] = meetings.sort((a, b) => b.date.localeCompare(a.date));
      if (last === undefined) await create(groupId);
      else setAsked({ groupId, date: await dateAfter(last.id) });
    } catch (error) {
      notifyError(error);
    }
  };
  return { begin, dialog: asked && <NewMeetingDialog {...asked} onClose={() => setAsked(null)} /> };
}

/** When the group meets next: as it has agreed, else today, but never before it has met. */
async function dateAfter(meetingId: string): Promise<string> {
  const { meeting } = await api.meetings.get({ id: meetingId });
  const today = localToday();
  const agreed = meeting.nextMeetingDate;
  if (agreed !== null && agreed > meeting.date && agreed >= today) return agreed;
  return meeting.date < today ? today : parseDate(meeting.date).add({ days: 1 }).toString();
}
