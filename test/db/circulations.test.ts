import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Comment } from '#shared/contract/circulations.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import { exportParts, fileOf, openTalks, refusalOf, returned } from '../support/circulated.ts';
import { addComments } from '../support/commented-docx.ts';
import { dump } from '../support/dump.ts';
import { makeMeeting } from '../support/records.ts';
import { addTalks, agreeAll } from '../support/talks.ts';

describe('a round', () => {
  test('keeps a version, makes the minutes circulated, and is undone as one', async () => {
    const talks = await openTalks();
    const { client, connection, meetingId } = talks;
    const before = dump(connection);
    const circulation = await talks.open();
    expect(circulation).toMatchObject({
      meetingId,
      versionNumber: 1,
      commentsDue: '2026-12-01',
      note: 'До вторника.',
      closedAtMs: null,
      outcome: '',
    });
    expect(await talks.status()).toBe('circulated');
    expect(await client.circulations.list({ meetingId })).toEqual([circulation]);
    const { versions } = await client.versions.state({ meetingId });
    expect(versions).toMatchObject([{ id: circulation.versionId, number: 1, purpose: 'circulation' }]);
    expect((await client.history.state()).undo?.name).toBe('circulation.open');
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
    await client.history.redo();
    expect(await client.circulations.list({ meetingId })).toEqual([circulation]);
  });

  test('is closed, and another one goes out with the same version or, after a change, with a new one', async () => {
    const { client, meetingId, open, status, decision } = await openTalks();
    const first = await open();
    expect(await refusalOf(open())).toEqual({ error: 'CIRCULATION_OPEN', openedAtMs: first.openedAtMs });
    const closed = await client.circulations.close({ id: first.id });
    expect(closed).toMatchObject({ id: first.id, outcome: 'closed' });
    expect(closed.closedAtMs).not.toBeNull();
    expect(await status()).toBe('circulated');
    expect(await refusalOf(client.circulations.close({ id: first.id }))).toEqual({
      error: 'WRONG_STAGE',
      status: 'circulated',
    });
    const second = await open();
    expect(second.versionId).toBe(first.versionId);
    await client.circulations.close({ id: second.id });
    await client.entries.saveText({ entryId: decision, language: 'ru', text: 'Провести семинар осенью.', revision: 1 });
    expect(await open()).toMatchObject({ versionNumber: 2 });
    expect((await client.circulations.list({ meetingId })).map(({ versionNumber }) => versionNumber)).toEqual([
      1, 1, 2,
    ]);
  });

  test('is taken back: a draft again, comments stay', async () => {
    const { client, meetingId, open, status, add, comments } = await openTalks();
    const { id } = await open();
    await add({ circulationId: id });
    await client.circulations.withdraw({ meetingId });
    expect(await status()).toBe('draft');
    expect(await client.circulations.list({ meetingId })).toMatchObject([{ id, outcome: 'withdrawn' }]);
    expect(await comments()).toHaveLength(1);
    expect(await refusalOf(client.circulations.withdraw({ meetingId }))).toEqual({
      error: 'WRONG_STAGE',
      status: 'draft',
    });
    await client.history.undo();
    expect(await status()).toBe('circulated');
    expect(await client.circulations.list({ meetingId })).toMatchObject([{ id, outcome: '', closedAtMs: null }]);
  });

  test('taking back after the round was closed leaves it closed', async () => {
    const { client, meetingId, open, status } = await openTalks();
    const { id } = await open();
    await client.circulations.close({ id });
    await client.circulations.withdraw({ meetingId });
    expect(await status()).toBe('draft');
    expect(await client.circulations.list({ meetingId })).toMatchObject([{ outcome: 'closed' }]);
  });

  test.each<MeetingStatus>(['planned', 'live', 'agreed', 'amended'])(
    'does not begin while the meeting is %s',
    async (stage) => {
      const { open, setStatus, connection } = await openTalks();
      setStatus(stage);
      const before = dump(connection);
      expect(await refusalOf(open())).toEqual({ error: 'WRONG_STAGE', status: stage });
      expect(dump(connection)).toEqual(before);
    },
  );

  test('needs somebody to send to, and something to send', async () => {
    const { client, open, connection } = await openTalks();
    const empty = makeMeeting();
    await client.meetings.create(empty);
    const before = dump(connection);
    expect(await refusalOf(open({ recipientIds: [] }))).toEqual({
      error: 'NOTHING_TO_CIRCULATE',
      reason: 'recipients',
    });
    expect(await refusalOf(open({ recipientIds: [newId()] }))).toEqual({ error: 'NOT_FOUND', kind: 'attendance' });
    expect(await refusalOf(open({ meetingId: newId() }))).toEqual({ error: 'NOT_FOUND', kind: 'meeting' });
    expect(await refusalOf(open({ meetingId: empty.id }))).toEqual({ error: 'NOT_FOUND', kind: 'attendance' });
    expect(dump(connection)).toEqual(before);
  });

  test('of minutes without a row does not begin', async () => {
    const { client, entries, open } = await openTalks();
    await client.entries.remove({ ids: entries.map(({ id }) => id) });
    expect(await refusalOf(open())).toEqual({ error: 'NOTHING_TO_CIRCULATE', reason: 'entries' });
  });

  test('goes out during an amendment, too', async () => {
    const { client, meetingId, open, status } = await openTalks();
    await agreeAll(client, meetingId);
    await client.versions.amend({ id: newId(), meetingId, reason: 'Опечатка.' });
    await open();
    expect(await status()).toBe('circulated');
    await client.circulations.withdraw({ meetingId });
    expect(await client.meetings.get({ id: meetingId })).toMatchObject({
      isAmending: true,
      meeting: { status: 'draft' },
    });
  });
});

describe('comments', () => {
  test('have the number and the place of their row as they are now', async () => {
    const { client, item, decision, speech, action, add, comments } = await openTalks();
    await add();
    await add({ entryId: speech });
    await add({ entryId: action, sideId: null });
    await add({ entryId: null, quote: '' });
    const places = async () => (await comments()).map(({ place }) => place);
    const at = (number: string) => ({ number, agendaItemId: item.id, isGone: false });
    const none = { number: '', agendaItemId: null, isGone: false };
    expect(await places()).toEqual([at('1.1'), at(''), at('1.1'), none]);
    await client.entries.remove({ ids: [decision] });
    expect(await places()).toEqual([{ number: '', agendaItemId: null, isGone: true }, at(''), at('1.1'), none]);
    await client.history.undo();
    expect(await places()).toEqual([at('1.1'), at(''), at('1.1'), none]);
  });

  test('are accepted, declined with a reason, and opened again', async () => {
    const { client, add, comments } = await openTalks();
    const id = await add();
    const settle = (state: Comment['state'], reason = '') => client.circulations.settleComment({ id, state, reason });
    expect(await comments()).toMatchObject([{ state: 'open', settledAtMs: null, source: 'typed', reason: '' }]);
    expect(await refusalOf(settle('declined', ' \n '))).toEqual({ error: 'REASON_MISSING' });
    await settle('declined', 'Срок назначен договором.');
    const [declined] = await comments();
    expect(declined).toMatchObject({ state: 'declined', reason: 'Срок назначен договором.' });
    expect(declined?.settledAtMs).not.toBeNull();
    await settle('declined', 'Срок назначен договором № 5.');
    expect((await comments())[0]).toMatchObject({
      settledAtMs: declined?.settledAtMs,
      reason: 'Срок назначен договором № 5.',
    });
    expect(await refusalOf(client.circulations.updateComment({ id, text: 'Иначе.' }))).toEqual({
      error: 'COMMENT_SETTLED',
    });
    await settle('open');
    expect(await comments()).toMatchObject([{ state: 'open', settledAtMs: null }]);
    await settle('accepted');
    expect(await comments()).toMatchObject([{ state: 'accepted' }]);
    expect((await client.history.state()).undo?.name).toBe('comment.settle');
    await client.history.undo();
    expect(await comments()).toMatchObject([{ state: 'open', settledAtMs: null }]);
  });

  test('are changed and removed, and undo brings them back', async () => {
    const { client, connection, add, comments, action } = await openTalks();
    const id = await add();
    await client.circulations.updateComment({ id, text: 'Лучше зимой.', entryId: action });
    expect(await comments()).toMatchObject([{ text: 'Лучше зимой.', author: 'Ху Идун', entryId: action }]);
    const before = dump(connection);
    await client.circulations.removeComment({ id });
    expect(await comments()).toEqual([]);
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
    expect(await refusalOf(client.circulations.removeComment({ id: newId() }))).toEqual({
      error: 'NOT_FOUND',
      kind: 'comment',
    });
  });

  test('a row that is gone stays named when the words change', async () => {
    const { client, add, comments, decision } = await openTalks();
    const id = await add();
    await client.entries.remove({ ids: [decision] });
    await client.circulations.updateComment({ id, text: 'Вернуть пункт.', entryId: decision });
    expect(await comments()).toMatchObject([{ entryId: decision, text: 'Вернуть пункт.', place: { isGone: true } }]);
    await client.circulations.updateComment({ id, entryId: null });
    expect(await comments()).toMatchObject([{ entryId: null, place: { isGone: false } }]);
  });

  test('name nothing of another meeting', async () => {
    const talks = await openTalks();
    const other = await addTalks(talks.client);
    const before = dump(talks.connection);
    const refused = (changes: Partial<Comment>) => refusalOf(talks.add(changes));
    expect(await refused({ entryId: other.entries[0]?.id ?? '' })).toEqual({ error: 'NOT_FOUND', kind: 'entry' });
    expect(await refused({ sideId: other.meeting.sides[0]?.id ?? '' })).toEqual({ error: 'NOT_FOUND', kind: 'side' });
    expect(await refused({ circulationId: newId() })).toEqual({ error: 'NOT_FOUND', kind: 'circulation' });
    expect(await refused({ meetingId: newId() })).toEqual({ error: 'NOT_FOUND', kind: 'meeting' });
    expect(dump(talks.connection)).toEqual(before);
  });

  test.each<MeetingStatus>(['planned', 'live', 'agreed', 'amended'])(
    'stay as they are while the meeting is %s',
    async (stage) => {
      const talks = await openTalks();
      const file = fileOf(addComments(await exportParts(talks), returned));
      const { client, connection, meetingId, add, setStatus } = talks;
      const id = await add();
      setStatus(stage);
      const before = dump(connection);
      const refusal = { error: 'WRONG_STAGE', status: stage };
      expect(await refusalOf(add())).toEqual(refusal);
      expect(await refusalOf(client.circulations.updateComment({ id, text: 'Иначе.' }))).toEqual(refusal);
      expect(await refusalOf(client.circulations.settleComment({ id, state: 'accepted', reason: '' }))).toEqual(
        refusal,
      );
      expect(await refusalOf(client.circulations.removeComment({ id }))).toEqual(refusal);
      expect(await refusalOf(client.circulations.importComments({ meetingId, file, sideId: null }))).toEqual(refusal);
      expect(dump(connection)).toEqual(before);
    },
  );
});
