import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { v7 as newId } from 'uuid';
import { api } from '../../../app/api.ts';
import { onChange } from '../../../app/changes.ts';
import { afterComposition, isComposing } from '../../../app/composition.ts';
import { connectionState } from '../../../app/connection.ts';
import { redo, undo } from '../../../app/history.ts';
import { notify, notifyError } from '../../../app/notify.ts';
import { addSaver, refreshSaving } from '../../../app/saving.ts';
import type { SessionSurroundings } from './core.ts';
import { takeRead } from './read-ahead.ts';
import { openSession } from './session.ts';
import type { MinutesSession } from './types.ts';

const page: SessionSurroundings = {
  api,
  open: ({ meetingId }) => takeRead(meetingId),
  composition: { isComposing, afterComposition },
  onChange,
  onConnected: (listener) =>
    connectionState.subscribe(() => {
      if (connectionState.get() === 'connected') listener();
    }),
  saving: { add: addSaver, refresh: refreshSaving },
  history: { undo, redo },
  say: {
    error: notifyError,
    removed: (count, takeBack) => {
      const t = i18next.getFixedT(null, ['minutes', 'common']);
      notify(t('minutes:removed', { count }), { label: t('common:undo'), run: takeBack });
    },
  },
  newId,
  clock: Date.now,
};

type OpenSession = Awaited<ReturnType<typeof openSession>>;
const opening = new Map<string, Promise<OpenSession>>();
const opened = new Map<string, OpenSession>();

function open(meetingId: string): Promise<OpenSession> {
  const known = opening.get(meetingId);
  if (known) return known;
  const made = openSession(meetingId, page).then((session) => {
    opened.set(meetingId, session);
    return session;
  });
  opening.set(meetingId, made);
  // The next visit asks again.
  made.catch(() => opening.delete(meetingId));
  return made;
}

/**
 * The session of a meeting, which all screens share and which lives as long as the page, so that nothing typed is lost
 * on the way between them. Undefined while it is being read; throws the error of that reading to the route's page. It
 * follows the changes of other windows while a component uses it.
 */
export function useMinutesSession(meetingId: string): MinutesSession | undefined {
  const [reading, setReading] = useState<{ meetingId: string; error?: unknown }>({ meetingId: '' });
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isLeft = false;
    open(meetingId).then(
      (session) => {
        if (isLeft) return;
        stop = session.follow();
        setReading({ meetingId });
      },
      (error: unknown) => {
        if (!isLeft) setReading({ meetingId, error });
      },
    );
    return () => {
      isLeft = true;
      stop?.();
    };
  }, [meetingId]);
  if (reading.meetingId === meetingId && reading.error !== undefined) throw reading.error as Error;
  return opened.get(meetingId);
}
