import { ORPCError, safe } from '@orpc/client';
import { strFromU8, unzipSync } from 'fflate';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { applyHistory } from '../../electron/db/changes.ts';
import { MinutesLocked } from '../../electron/db/locks.ts';
import { loadRecord } from '../../electron/features/records/index.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeOrganization, makePerson } from '../support/records.ts';
import { addTalks, agreeAll, withQuickDocuments, write } from '../support/talks.ts';

const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  const { error } = await safe(call);
  return error instanceof ORPCError ? error.code : error;
};

async function openAgreed() {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const talks = await addTalks(client);
  const agreement = {
    id: newId(),
    meetingId: talks.meeting.id,
    kind: 'memorandum' as const,
    title: { en: 'Memorandum', ru: 'Меморандум', zh: '备忘录' },
    signedOn: '2026-11-20',
    several: false,
    parties: [{ id: newId(), organizationId: talks.institute.id, description: { en: '', ru: '', zh: '' } }],
    orderKey: 'a0',
  };
  await client.agreements.add(agreement);
  await agreeAll(client, talks.meeting.id);
  return { ...talks, agreement, backend, client, meetingId: talks.meeting.id, connection: backend.context.connection };
}

describe('agreed minutes', () => {
  test('are locked for every way of writing their text', async () => {
    const { client, meetingId, item, entries, heads, agreement, meeting, connection } = await openAgreed();
    const [speech, decision, action] = entries;
    const before = dump(connection);
    const title = { en: 'X', ru: 'X', zh: 'X' };
    const entryId = speech?.id ?? '';
    const done = action?.action;
    const calls: Record<string, () => Promise<unknown>> = {
      'meetings.update': () => client.meetings.update({ id: meetingId, title }),
      'meetings.update of a side': () =>
        client.meetings.update({ id: meetingId, sides: meeting.sides.map((side) => ({ ...side, name: title })) }),
      'meetings.remove': () => client.meetings.remove({ id: meetingId }),
      'attendance.add': () => client.attendance.add(makeAttendance(meetingId, { name: title })),
      'attendance.update': () => client.attendance.update({ id: heads[0]?.id ?? '', presence: 'absent' }),
      'attendance.remove': () => client.attendance.remove({ id: heads[1]?.id ?? '' }),
      'agenda.add': () => client.agenda.add(makeAgendaItem(meetingId, 'a5')),
      'agenda.update': () => client.agenda.update({ id: item.id, title }),
      'entries.add': () => client.entries.add({ entries: [makeEntry(meetingId, item.id)] }),
      'entries.update': () => client.entries.update({ changes: [{ id: entryId, kind: 'note' }] }),
      'entries.update of an owner': () =>
        client.entries.update({
          changes: [{ id: action?.id ?? '', action: { ...(done ?? never()), owners: [], status: 'done' } }],
        }),
      'entries.saveText': () => client.entries.saveText({ entryId, language: 'ru', text: 'Иначе.', revision: 1 }),
      'entries.saveText of a language without a text': () =>
        client.entries.saveText({ entryId, language: 'zh', text: '否则', revision: 0 }),
      'entries.saveTexts': () =>
        client.entries.saveTexts({ meetingId, texts: [{ entryId, language: 'ru', text: 'Иначе.', revision: 1 }] }),
      'entries.split': () =>
        client.entries.split({
          id: entryId,
          language: 'ru',
          text: 'Предложил',
          revision: 1,
          entry: makeEntry(meetingId, item.id, { orderKey: 'a0V' }),
        }),
      'entries.merge': () => client.entries.merge({ id: entryId, fromId: decision?.id ?? '' }),
      'entries.remove': () => client.entries.remove({ ids: [entryId] }),
      'agreements.add': () => client.agreements.add({ ...agreement, id: newId(), parties: [] }),
      'agreements.update': () => client.agreements.update({ id: agreement.id, title }),
      'agreements.update of a party': () =>
        client.agreements.update({
          id: agreement.id,
          parties: agreement.parties.map((party) => ({ ...party, description: title })),
        }),
      'agreements.remove': () => client.agreements.remove({ id: agreement.id }),
    };
    const codes: Record<string, unknown> = {};
    for (const [name, call] of Object.entries(calls)) codes[name] = await codeOf(call());
    expect(codes).toEqual(Object.fromEntries(Object.keys(calls).map((name) => [name, 'LOCKED'])));
    expect(dump(connection)).toEqual(before);
  });

  test('let their actions go on', async () => {
    const { client, meetingId, entries } = await openAgreed();
    const [, , action] = entries;
    if (action?.action === null || action === undefined) throw new Error('no action');
    await client.entries.update({ changes: [{ id: action.id, action: { ...action.action, status: 'done' } }] });
    const { rows } = await client.actions.list({ today: '2026-11-25' });
    expect(rows.map(({ row }) => row.status)).toEqual(['done']);
    expect(await client.versions.verify({ meetingId })).toEqual([]);
    expect((await client.versions.state({ meetingId })).isCurrent).toBe(true);
  });

  test('keep what they say when two records of one person are joined, and lose no row by it', async () => {
    const { backend } = openTestBackend();
    const client = withQuickDocuments(backend);
    const { meeting, item, heads, owner, institute } = await addTalks(client);
    const [twin, twinInstitute] = [makePerson(), makeOrganization()];
    await client.people.create(twin);
    await client.organizations.create(twinInstitute);
    // Both are named as owners of one action, and both attend with the very same snapshot.
    const owners = [owner, twin].map(({ id }) => ({ id: newId(), kind: 'person' as const, ownerId: id }));
    await client.entries.add({
      entries: [
        makeEntry(meeting.id, item.id, {
          kind: 'action',
          orderKey: 'a5',
          texts: { ...makeEntry('', '').texts, ru: write('Договориться.') },
          action: { owners, due: null, dueAtNextMeeting: true, status: 'open' },
        }),
      ],
    });
    const name = { en: 'Hu Yidong', ru: 'Ху Идун', zh: '' };
    for (const { id } of [owner, twin]) {
      await client.attendance.add(
        makeAttendance(meeting.id, { personId: id, sideId: heads[0]?.sideId ?? null, name, orderKey: 'a7' }),
      );
    }
    await agreeAll(client, meeting.id);
    const before = loadRecord(backend.context.connection, meeting.id);
    await client.duplicates.merge({ kind: 'person', keepId: twin.id, mergeId: owner.id });
    await client.duplicates.merge({ kind: 'organization', keepId: twinInstitute.id, mergeId: institute.id });
    const after = loadRecord(backend.context.connection, meeting.id);
    expect(after?.attendance.map(({ id }) => id)).toEqual(before?.attendance.map(({ id }) => id));
    expect(after?.entries.at(-1)?.action?.owners.map(({ ownerId }) => ownerId)).toEqual([twin.id, twin.id]);
    expect(after?.meeting.organizers.map(({ organizationId }) => organizationId)).toEqual([twinInstitute.id]);
    expect(await client.versions.verify({ meetingId: meeting.id })).toEqual([]);
    await client.organizations.update({ id: twinInstitute.id, name: { en: 'Renamed', ru: 'Иначе', zh: '改名' } });
    expect(await client.versions.verify({ meetingId: meeting.id })).toEqual([]);
    // A document that is made of them years later has the names that were agreed to.
    const options = { languages: ['ru' as const], layout: 'single' as const };
    const [exported] = await client.documents.export({ meetingId: meeting.id, formats: ['docx'], ...options });
    const bytes = new Uint8Array((await exported?.file.arrayBuffer()) ?? []);
    const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('Институт прикладных записей');
    expect(text).not.toContain('Иначе');
    const same = await client.versions.compare({
      meetingId: meeting.id,
      from: (await client.versions.state({ meetingId: meeting.id })).versions[0]?.id ?? null,
      to: null,
      language: 'ru',
    });
    expect(same.changed).toBe(0);
    for (let step = 0; step < 3; step++) await client.history.undo();
    expect(loadRecord(backend.context.connection, meeting.id)).toEqual(before);
  });

  test('are not changed by undoing or redoing work on their text', async () => {
    const { backend } = openTestBackend();
    const client = withQuickDocuments(backend);
    const { connection } = backend.context;
    const { meeting, entries } = await addTalks(client);
    const entryId = entries[0]?.id ?? '';
    await client.entries.saveText({ entryId, language: 'ru', text: 'Иначе.', revision: 1 });
    const { undo: edit } = await client.history.state();
    await agreeAll(client, meeting.id);
    const before = dump(connection);
    if (edit === null) throw new Error('no edit');
    expect(() => applyHistory(connection, edit, 'undo', 1)).toThrow(MinutesLocked);
    expect(dump(connection)).toEqual(before);
  });

  test('come in as they are from a record file, and their import can be undone and done again', async () => {
    const { client, meetingId, backend } = await openAgreed();
    const file = await client.records.export({ meetingId });
    const text = await file.text();
    await backend.close();
    const other = openTestBackend().backend;
    const empty = dump(other.context.connection);
    await other.client.records.import({ file: new File([text], 'agreed.json') });
    const imported = dump(other.context.connection);
    expect(await (await other.client.records.export({ meetingId })).text()).toBe(text);
    expect(await codeOf(other.client.meetings.update({ id: meetingId, number: '9' }))).toBe('LOCKED');
    await other.client.history.undo();
    expect(dump(other.context.connection)).toEqual(empty);
    await other.client.history.redo();
    expect(dump(other.context.connection)).toEqual(imported);
  });
});

function never(): never {
  throw new Error('no action');
}
