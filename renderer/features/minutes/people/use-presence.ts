import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '#shared/contract/attendance.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { attendanceName } from '../../meetings/index.ts';
import { useLive } from '../live/context.ts';
import type { MinutesSession } from '../model/types.ts';
import { say } from './announcer.ts';
import { arrive, clockOf, leave, type PresenceChange, setPresence, togglePresence } from './presence.ts';
import { usePeopleWords } from './words.ts';

export interface PresenceActions {
  toggle: (row: Attendance) => void;
  arrive: (row: Attendance) => void;
  leave: (row: Attendance) => void;
  set: (row: Attendance, presence: Attendance['presence']) => void;
}

/** `HH:MM` in the meeting's zone while it is going on. */
export function readClock(session: MinutesSession): string | null {
  return clockOf(session.state.get().meeting, Date.now());
}

/** What can be done to the presence of a participant; each says what it did in the pane's live region. */
export function usePresence(): PresenceActions {
  const { session } = useLive();
  const { t } = useTranslation(['live', 'common']);
  const language = useUiLanguage();
  const words = usePeopleWords();
  return useMemo(() => {
    const change = (row: Attendance, patch: PresenceChange) => {
      session.updateAttendance(row.id, patch);
      const name = attendanceName(row, language).text || t('common:unnamed');
      say(session, t('live:people.said', { name, presence: words.presenceOf({ ...row, ...patch }).text }));
    };
    /** How those stood whom the space bar has brought in. */
    const found = new Map<string, Attendance['presence']>();
    return {
      toggle: (row) => {
        const patch = togglePresence(row, readClock(session), hasSpoken(session, row.id), found.get(row.id));
        if (patch.presence === 'present') found.set(row.id, row.presence);
        else found.delete(row.id);
        change(row, patch);
      },
      arrive: (row) => change(row, arrive(row, readClock(session))),
      leave: (row) => change(row, leave(readClock(session))),
      set: (row, presence) => change(row, setPresence(row, presence, readClock(session))),
    };
  }, [session, language, t, words]);
}

function hasSpoken(session: MinutesSession, attendanceId: string): boolean {
  for (const entry of session.state.get().entries.values()) {
    if (entry.speakerAttendanceId === attendanceId) return true;
  }
  return false;
}
