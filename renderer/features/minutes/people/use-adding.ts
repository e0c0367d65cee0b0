import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '#shared/contract/attendance.ts';
import { api } from '../../../app/api.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { notifyError } from '../../../app/notify.ts';
import { attendanceName, makeParticipant, type NewParticipant } from '../../meetings/index.ts';
import { useLive } from '../live/context.ts';
import { say } from './announcer.ts';
import { arrive } from './presence.ts';
import { parseGuest } from './parse-guest.ts';
import { readClock } from './use-presence.ts';
import { usePeopleWords } from './words.ts';

/** Ways to bring somebody into the room. Each answers the id of the attendance and says who came, with a way back. */
export interface Adding {
  /** Somebody of the list comes in; who is there already is only said. */
  checkIn: (attendanceId: string) => string | null;
  /** A contact of the register who is not on the list; `name` is said until the back end has filled the line. */
  addPerson: (personId: string, name: string) => Promise<string>;
  /** «Name, organisation», or «Organisation, 12»; null when nothing is named. */
  addGuest: (typed: string) => string | null;
  add: (participant: NewParticipant, name?: string) => string;
}

export function useAdding(): Adding {
  const { session } = useLive();
  const { t } = useTranslation(['live', 'common']);
  const language = useUiLanguage();
  const words = usePeopleWords();
  return useMemo(() => {
    const nameOf = (row: Attendance) => attendanceName(row, language).text || t('common:unnamed');
    const add: Adding['add'] = (participant, name) => {
      const { meeting, attendance } = session.state.get();
      const row = makeParticipant(meeting, attendance, {
        // Whoever is added here is in the room, also before the meeting is opened.
        presence: 'present',
        arrivedAt: readClock(session),
        ...participant,
      });
      session.addAttendance(row);
      say(session, t('live:people.added', { name: name ?? nameOf(row) }), () => void takeOut(row.id));
      return row.id;
    };
    const takeOut = async (id: string) => {
      try {
        await session.flush();
        await api.attendance.remove({ id });
      } catch (error) {
        notifyError(error);
      }
    };
    return {
      add,
      checkIn(attendanceId) {
        const row = session.state.get().attendance.find(({ id }) => id === attendanceId);
        if (row === undefined) return null;
        const { presence, arrivedAt, leftAt } = row;
        const change = arrive(row, readClock(session));
        const isNews = Object.keys(change).length > 0;
        if (isNews) session.updateAttendance(row.id, change);
        say(
          session,
          t(isNews ? 'live:people.said' : 'live:people.already', {
            name: nameOf(row),
            presence: words.presenceOf({ ...row, ...change }).text,
          }),
          isNews ? () => session.updateAttendance(row.id, { presence, arrivedAt, leftAt }) : null,
        );
        return row.id;
      },
      async addPerson(personId, name) {
        // Only for the side; a person whose country cannot be read comes in all the same.
        const country = await api.people.get({ id: personId }).then(
          (person) => person.country,
          () => '',
        );
        return add({ personId, country }, name);
      },
      addGuest(typed) {
        const guest = parseGuest(typed);
        if (guest === null) return null;
        const { name, organization, headCount } = guest;
        return headCount === null
          ? add({ name, organization, roles: ['guest'], category: 'in_attendance' })
          : add({ organization, headCount });
      },
    };
  }, [session, t, language, words]);
}
