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

export function notify(message: string, action?: Notice['action']): void {
  notices.add({ message, kind: 'done', ...(action && { action }) }, { timeout: action ? shownWithActionMs : shownMs });
}

/** Shows a failed call as one sentence. */
export function notifyError(error: unknown): void {
  notices.add({ message: describeError(error), kind: 'problem' });
}
