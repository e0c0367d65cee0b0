import type { Backend } from '../../electron/backend.ts';
import { meetingToCome } from '../unit/letters/letter-record.ts';
import { id } from '../unit/minutes/example-record.ts';
import { type Client, openTestBackend } from './backend.ts';

export const lettersMeetingId = id(0, 1);

/** A back end with the meeting to come; whoever the register does not know is a guest. */
export async function openWithLetters(): Promise<{ backend: Backend; client: Client }> {
  const { backend } = openTestBackend();
  const record = meetingToCome();
  const known = new Set(record.people.map((person) => person.id));
  for (const attendance of record.attendance) {
    if (!known.has(attendance.personId ?? '')) attendance.personId = null;
  }
  const file = new File([JSON.stringify(record)], 'meeting.json', { type: 'application/json' });
  await backend.client.records.import({ file });
  return { backend, client: backend.client };
}
