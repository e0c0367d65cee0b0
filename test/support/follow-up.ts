import { v7 as newId } from 'uuid';
import type { Entry } from '#shared/contract/entries.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Client } from './backend.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from './records.ts';

export const today = '2027-03-01';

/** What is said with every report, where a test does not care. */
export const said = (changes: { on?: string; note?: string; reporter?: string; reporterId?: string } = {}) => ({
  on: '2027-02-01',
  reporterId: null,
  reporter: '',
  meetingId: null,
  note: '',
  ...changes,
});

/** A meeting with one item and entries of these kinds and Russian texts, in this order. */
export async function addMinutes(
  client: Client,
  rows: readonly (readonly [kind: Entry['kind'], text: string, more?: Partial<Entry>])[],
  changes: Partial<Meeting> = {},
) {
  const meeting = makeMeeting(changes);
  const item = makeAgendaItem(meeting.id);
  const unwritten = { text: '', revision: 0, baseRevision: null, status: 'draft' as const };
  const entries = rows.map(([kind, text, more], index) =>
    makeEntry(meeting.id, item.id, {
      kind,
      orderKey: `a${String(index)}`,
      texts: { en: { ...unwritten }, ru: { ...unwritten, text, revision: 1 }, zh: { ...unwritten } },
      action: kind === 'action' ? { owners: [], due: null, dueAtNextMeeting: false, status: 'open' } : null,
      ...more,
    }),
  );
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  await client.entries.add({ entries });
  return { meeting, item, entries, ids: entries.map(({ id }) => id) };
}

/** A signed document of a meeting, or of none. */
export async function addAgreement(client: Client, meetingId: string | null, title = 'Меморандум'): Promise<string> {
  const { id } = await client.agreements.add({
    id: newId(),
    meetingId,
    kind: 'memorandum',
    title: { ...emptyText(), ru: title },
    signedOn: '2026-11-20',
    several: false,
    parties: [],
    orderKey: 'a0',
  });
  return id;
}
