import type { Connection } from '../../db/connection.ts';

/** A live screen that was open when the program was cut off; `upToMs` is the last text that was saved by then. */
export interface Interrupted {
  meetingId: string;
  upToMs: number;
}

/**
 * Which live screens are open, and which ones the last run left open: a row of `live_session` stands for one or the
 * other, so that both are known after a crash. Kept per open file, from its opening to its end.
 */
export interface LiveSessions {
  begin(meetingId: string, windowId: string, atMs: number): void;
  /** The meeting is left with the last of its windows. */
  leave(meetingId: string, windowId: string): void;
  /** What the last run was cut off from and nobody has dismissed. From here on it counts as told. */
  tell(): Interrupted[];
  dismiss(meetingId: string): void;
  /**
   * A clean end: nothing is open any more. What was cut off earlier stays for a run that tells it: a command in the
   * terminal opens and closes the same file and shows nobody a notice.
   */
  end(): void;
}

const sessions = new WeakMap<Connection, LiveSessions>();

/** Must be called when the file is opened: later, what this run has begun cannot be told from what was cut off. */
export function liveSessionsOf(connection: Connection): LiveSessions {
  let known = sessions.get(connection);
  if (known === undefined) {
    known = startSessions(connection);
    sessions.set(connection, known);
  }
  return known;
}

function startSessions(connection: Connection): LiveSessions {
  const interrupted = new Map(
    connection
      .sql<{ meetingId: string; upToMs: number | null }>(
        `SELECT meeting_id AS meetingId,
                (SELECT max(at_ms) FROM entry_revision
                 WHERE entry_id IN (SELECT id FROM entry WHERE meeting_id = s.meeting_id)) AS upToMs
         FROM live_session s ORDER BY opened_at_ms`,
      )
      .map((session) => [session.meetingId, session]),
  );
  /** Windows by meeting. */
  const open = new Map<string, Set<string>>();
  let isTold = false;
  const forget = (meetingId: string): void => {
    connection.sql('DELETE FROM live_session WHERE meeting_id = ?', meetingId);
  };
  return {
    begin(meetingId, windowId, atMs) {
      connection.sql(
        `INSERT INTO live_session (meeting_id, opened_at_ms) VALUES (?, ?)
         ON CONFLICT (meeting_id) DO UPDATE SET opened_at_ms = excluded.opened_at_ms`,
        meetingId,
        atMs,
      );
      open.set(meetingId, (open.get(meetingId) ?? new Set()).add(windowId));
    },
    leave(meetingId, windowId) {
      const windows = open.get(meetingId);
      windows?.delete(windowId);
      if (windows === undefined || windows.size > 0) return;
      if (!interrupted.has(meetingId)) forget(meetingId);
      open.delete(meetingId);
    },
    tell() {
      isTold = true;
      // A meeting without a word in it has lost none.
      return [...interrupted.values()].filter((session): session is Interrupted => session.upToMs !== null);
    },
    dismiss(meetingId) {
      if (!open.has(meetingId)) forget(meetingId);
      interrupted.delete(meetingId);
    },
    end() {
      for (const meetingId of open.keys()) if (!interrupted.has(meetingId)) forget(meetingId);
      open.clear();
      if (!isTold) return;
      for (const meetingId of interrupted.keys()) forget(meetingId);
      interrupted.clear();
    },
  };
}
