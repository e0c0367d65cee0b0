import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import { describeError } from './errors.ts';

export interface Notice {
  message: string;
  kind: 'done' | 'problem';
  /** A second way to something that is also possible elsewhere, e.g. «Undo». */
  action?: { label: string; run: () => void };
}

/** A notice with an action stays long enough to reach it by F6; a problem stays until it is closed. */
const shownMs = 6_000;
const shownWithActionMs = 12_000;

export const notices = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

let lastDone: string | null = null;

/** Says what was done; the notice before it goes, so that notices never pile up over what one works with. */
export function notify(message: string, action?: Notice['action']): void {
  if (lastDone !== null) notices.close(lastDone);
  const timeout = action ? shownWithActionMs : shownMs;
  lastDone = notices.add({ message, kind: 'done', ...(action && { action }) }, { timeout });
}

/** Shows a failed call as one sentence. */
export function notifyError(error: unknown): void {
  notices.add({ message: describeError(error), kind: 'problem' });
}
