import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Language } from '#shared/domain/language.ts';
import type { MinutesSession } from './model/types.ts';

/** Opens the documents of the meeting where a row stands in them, in `language` or that in which it was taken down. */
export function useShowInDocument(session: MinutesSession): (rowId: string, language?: Language) => void {
  const navigate = useNavigate();
  return useCallback(
    (rowId, wanted) => {
      const language = wanted ?? session.state.get().entries.get(rowId)?.sourceLanguage;
      const params = { meetingId: session.meetingId };
      const search = { row: rowId, ...(language && { language }) };
      // The pages show what is on disk.
      void session.flush().then(() => navigate({ to: '/meetings/$meetingId/export', params, search }));
    },
    [session, navigate],
  );
}
