import { getRouteApi, Navigate } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { api } from '../../../app/api.ts';
import { Page } from '../../../app/page.tsx';
import { useStorePart } from '../../../app/store.ts';
import type { MinutesSession } from '../model/types.ts';
import { useMinutesSession } from '../model/use-minutes-session.ts';
import { LiveScreen } from './live-screen.tsx';

const route = getRouteApi('/meetings/$meetingId/live');

/** Where minutes are taken while people speak. */
export function LivePage(): ReactElement {
  const { t } = useTranslation(['live', 'common']);
  const { meetingId }: { meetingId: string } = route.useParams();
  const { row }: { row?: string } = route.useSearch();
  const session = useMinutesSession(meetingId);
  useOpenNotice(meetingId);
  if (!session) {
    return (
      <Page title={t('live:page.title')}>
        <p>{t('common:loading')}</p>
      </Page>
    );
  }
  return <Live key={meetingId} session={session} row={row} />;
}

/** Minutes that are agreed are read in their tab, which says so; here one could only write. */
function Live({ session, row }: { session: MinutesSession; row: string | undefined }): ReactElement {
  const isReadOnly = useStorePart(session.state, ({ meeting }) => isLocked(meeting.status));
  if (!isReadOnly) return <LiveScreen session={session} row={row} />;
  return (
    <Navigate
      to="/meetings/$meetingId/minutes"
      params={{ meetingId: session.meetingId }}
      search={row === undefined ? {} : { focus: row }}
      replace
    />
  );
}

/** Lets the back end know that this screen is open, so that minutes cut off by a crash are named at the next start. */
function useOpenNotice(meetingId: string): void {
  useEffect(() => {
    // Minutes are taken all the same when this fails: nothing but the notice depends on it.
    const windowId = newId();
    const begin = () => void api.minutes.begin({ meetingId, windowId }).catch(() => undefined);
    const leave = () => void api.minutes.leave({ meetingId, windowId }).catch(() => undefined);
    const comeBack = (event: PageTransitionEvent) => event.persisted && begin();
    begin();
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
      leave();
    };
  }, [meetingId]);
}
