import type { Live } from '../live/context.ts';
import { setCaptureSpeaker } from './capture.ts';
import { rowOf } from './row-parts.ts';

/** What a command is about: rows of the list, the selected ones or the one with the focus; or the capture row (none). */
export function rowsInHand(live: Live): readonly string[] {
  const { selection } = live.view.get();
  if (selection !== null) return selection.ids;
  const rowId = rowOf(document.activeElement);
  return typeof rowId === 'string' ? [rowId] : [];
}

/** `speakerId`: of an attendance. */
export function setSpeakerInHand(live: Live, speakerId: string): void {
  const ids = rowsInHand(live);
  if (ids.length > 0) live.session.updateRows(ids, { speakerAttendanceId: speakerId });
  else setCaptureSpeaker(live, speakerId);
}
