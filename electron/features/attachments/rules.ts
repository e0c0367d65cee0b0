import type { Attachment } from '#shared/contract/attachments.ts';
import { splitFileName, toFileName } from '#shared/domain/file-name.ts';
import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';

/** The name under which a file is kept; `fallback` where nothing is left of what was proposed. */
export function nameFile(proposed: string, fallback: string): string {
  // A dot before everything hides a file on half of the systems.
  const plain = proposed.replace(/\s+/gu, ' ').replace(/^[. ]+/u, '');
  return plain === '' ? fallback : toFileName(plain);
}

/** A new name keeps the extension unless it brings one of its own. */
export function renameFile(proposed: string, current: string): string {
  const name = nameFile(proposed, current);
  return splitFileName(name).extension === '' ? `${name}${splitFileName(current).extension}` : name;
}

/** What was made with a version stays as it is; documents stay with agreed minutes; scans may come and go. */
export function isFileLocked(kind: Attachment['kind'], status: MeetingStatus): boolean {
  if (kind === 'scan') return false;
  return kind !== 'document' || isLocked(status);
}
