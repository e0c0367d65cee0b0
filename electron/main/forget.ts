import type { Session } from 'electron';
import type { Context } from '../context.ts';
import type { Drafts } from './drafts.ts';

/**
 * When a person is erased for good, what Chromium keeps of the pages and what lies about of opened letters goes too; a
 * draft that a mail program still holds goes at the next start.
 */
export function forgetErased({ events, log }: Context, session: Session, drafts: Drafts): void {
  events.subscribe('change', ({ isErased }) => {
    if (isErased !== true) return;
    const clearing = [session.clearCache(), session.clearCodeCaches({}), session.clearStorageData(), drafts.clean()];
    for (const cleared of clearing) cleared.catch((error: unknown) => log.bug(error));
  });
}
