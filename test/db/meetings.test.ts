import { isDefinedError, ORPCError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { changeSet } from '../../electron/db/changes.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting } from '../support/records.ts';

let backend: ReturnType<typeof openTestBackend>['backend'];
let client: Client;
beforeEach(() => {
  ({ backend } = openTestBackend());
  ({ client } = backend);
});

const failure = async (call: Promise<unknown>): Promise<unknown> => {
  const error: unknown = (await safe(call)).error;
  return error instanceof ORPCError ? error.code : error;
};

async function addMeeting(changes: Partial<ReturnType<typeof makeMeeting>> = {}) {
  const meeting = makeMeeting(changes);
  await client.meetings.create(meeting);
  return meeting;
}

const parentOf = async (id: string) => (await client.meetings.get({ id })).parentId;

describe('an event and its parts', () => {
  test('one level, never itself; undo takes a part out again', async () => {
    const [forum, session, other] = [await addMeeting(), await addMeeting(), await addMeeting()];
    await client.meetings.setParent({ id: session.id, parentId: forum.id });
    expect(await parentOf(session.id)).toBe(forum.id);
    expect((await client.meetings.list()).filter(({ parentId }) => parentId === forum.id)).toMatchObject([
      { id: session.id },
    ]);
    expect(await failure(client.meetings.setParent({ id: other.id, parentId: other.id }))).toBe('EVENT_NESTED');
    expect(await failure(client.meetings.setParent({ id: other.id, parentId: session.id }))).toBe('EVENT_NESTED');
    expect(await failure(client.meetings.setParent({ id: forum.id, parentId: other.id }))).toBe('EVENT_NESTED');
    expect(await failure(client.meetings.setParent({ id: other.id, parentId: newId() }))).toBe('NOT_FOUND');
    expect(await failure(client.meetings.setParent({ id: newId(), parentId: forum.id }))).toBe('NOT_FOUND');
    await client.meetings.setParent({ id: session.id, parentId: null });
    expect(await parentOf(session.id)).toBeNull();
    expect((await client.history.undo()).name).toBe('meeting.parent');
    expect(await parentOf(session.id)).toBe(forum.id);
  });

  test('a meeting may begin as a part, under the same rules', async () => {
    const forum = await addMeeting();
    const session = makeMeeting();
    await client.meetings.create({ ...session, parentId: forum.id });
    expect(await parentOf(session.id)).toBe(forum.id);
    expect(await failure(client.meetings.create({ ...makeMeeting(), parentId: session.id }))).toBe('EVENT_NESTED');
    expect(await failure(client.meetings.create({ ...makeMeeting(), parentId: newId() }))).toBe('NOT_FOUND');
    expect(await client.meetings.list()).toHaveLength(2);
  });

  test('parts stay when the event is removed, and are its parts again after undo', async () => {
    const [forum, session] = [await addMeeting(), await addMeeting()];
    await client.meetings.setParent({ id: session.id, parentId: forum.id });
    await client.meetings.remove({ id: forum.id });
    expect(await parentOf(session.id)).toBeNull();
    await client.history.undo();
    expect(await parentOf(session.id)).toBe(forum.id);
  });
});

describe('where a meeting stands', () => {
  test('changes as the table of moves lets the user choose', async () => {
    const { id } = await addMeeting({ status: 'planned' });
    for (const status of ['live', 'draft', 'planned', 'draft', 'live'] as const) {
      await client.meetings.update({ id, status });
      expect((await client.meetings.get({ id })).meeting.status).toBe(status);
    }
    expect((await client.history.undo()).name).toBe('meeting.move');
    expect(await failure(client.meetings.update({ id, status: 'circulated' }))).toBe('WRONG_STAGE');
    expect(await failure(client.meetings.update({ id, status: 'agreed', number: '8' }))).toBe('WRONG_STAGE');
    expect((await client.meetings.get({ id })).meeting).toMatchObject({ status: 'draft', number: '' });
    await client.meetings.update({ id, status: 'draft', number: '8' });
    expect((await client.meetings.get({ id })).meeting.number).toBe('8');
  });

  test('agreed minutes are neither changed nor removed', async () => {
    const meeting = await addMeeting({ status: 'agreed' });
    const before = dump(backend.context.connection);
    expect(await failure(client.meetings.update({ id: meeting.id, number: '8' }))).toBe('LOCKED');
    expect(await failure(client.meetings.update({ id: meeting.id, status: 'draft' }))).toBe('WRONG_STAGE');
    expect(await failure(client.meetings.remove({ id: meeting.id }))).toBe('LOCKED');
    await client.meetings.update(meeting);
    expect(dump(backend.context.connection)).toEqual(before);
  });
});

test('the calendar entry is numbered anew when time or place change, and only then', async () => {
  const venue = { id: newId(), kind: 'main' as const, city: emptyText(), place: emptyText(), country: '' };
  const { id } = await addMeeting({ status: 'planned', venues: [venue] });
  const sequence = (): unknown =>
    backend.context.connection.sql('SELECT calendar_sequence AS sequence FROM meeting WHERE id = ?', id)[0];
  const changes = [
    [{ number: '8', title: { ...emptyText(), en: 'Title' } }, 0],
    [{ date: '2026-11-21' }, 1],
    [{ startTime: '11:00', endTime: '12:00' }, 2],
    [{ startTime: '11:00' }, 2],
    [{ venues: [{ ...venue, city: { ...emptyText(), en: 'Nanjing' } }] }, 3],
    [{ format: 'hybrid', zone: 'Europe/Moscow' }, 4],
    [{ endDate: '2026-11-22' }, 5],
    [{ status: 'live' }, 5],
  ] as const;
  for (const [patch, expected] of changes) {
    await client.meetings.update({ id, ...(patch as object) });
    expect(sequence()).toEqual({ sequence: expected });
  }
});

/** One row in each table of what happens before and after a meeting. */
async function addProcess() {
  const side = { id: newId(), country: 'CN', name: emptyText(), zone: 'Asia/Shanghai', leadOrganizationId: null };
  const meeting = await addMeeting({ sides: [side] });
  const item = makeAgendaItem(meeting.id);
  await client.agenda.add(item);
  const [meetingId, versionId, circulationId] = [meeting.id, newId(), newId()];
  changeSet(backend.context.connection, { name: 'version.keep', label: '', atMs: 0 }, (write) => {
    const version = { purpose: 'circulation', reason: '', content_sha256: '', agreed_at_ms: null };
    write.insert('version', { id: versionId, meeting_id: meetingId, number: 1, at_ms: 0, ...version });
    write.insert('circulation', {
      id: circulationId,
      meeting_id: meetingId,
      version_id: versionId,
      opened_at_ms: 0,
      comments_due: null,
      note: '',
      closed_at_ms: null,
      outcome: '',
    });
    write.insert('comment', {
      id: newId(),
      meeting_id: meetingId,
      circulation_id: circulationId,
      entry_id: null,
      language: 'ru',
      quote: '',
      author: '',
      side_id: side.id,
      text: '',
      received_at_ms: 0,
      source: 'typed',
      source_key: '',
      state: 'open',
      reason: '',
      settled_at_ms: null,
    });
    write.insert('side_agreement', {
      id: newId(),
      meeting_id: meetingId,
      version_id: versionId,
      side_id: side.id,
      agreed_on: '2026-11-20',
      by_attendance_id: null,
      by_name: '',
      manner: 'letter',
      note: '',
    });
    write.insert('attachment', {
      id: newId(),
      meeting_id: meetingId,
      agenda_item_id: item.id,
      version_id: versionId,
      kind: 'document',
      language: '',
      name: 'report.pdf',
      media_type: 'application/pdf',
      size_bytes: 1,
      sha256: '',
      added_at_ms: 0,
    });
  });
  return { meeting, item, side };
}

test('what still belongs to a side or stands under an item keeps it', async () => {
  const { meeting, item } = await addProcess();
  const sides = await safe(client.meetings.update({ id: meeting.id, sides: [] }));
  expect(isDefinedError(sides.error) && sides.error.data).toEqual({
    uses: [
      { kind: 'comment', count: 1 },
      { kind: 'side_agreement', count: 1 },
    ],
  });
  const removed = await safe(client.agenda.remove({ id: item.id }));
  expect(isDefinedError(removed.error) && removed.error.data).toEqual({ uses: [{ kind: 'attachment', count: 1 }] });
});

test('a meeting is removed with all that happened around it, and undo brings all of it back', async () => {
  const { meeting, item } = await addProcess();
  const entry = makeEntry(meeting.id, item.id);
  await client.entries.add({ entries: [entry] });
  await client.attendance.add(makeAttendance(meeting.id));
  const before = dump(backend.context.connection);
  await client.meetings.remove({ id: meeting.id });
  for (const [table, rows] of Object.entries(dump(backend.context.connection)))
    expect([table, rows]).toEqual([table, []]);
  await client.history.undo();
  expect(dump(backend.context.connection)).toEqual(before);
});
