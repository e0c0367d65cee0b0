import { join } from 'node:path';
import { safe } from '@orpc/client';
import Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { makeEntry } from '../support/records.ts';
import { addTalks, agreeAll, withQuickDocuments, write } from '../support/talks.ts';

describe('two texts side by side', () => {
  test('a version and the minutes as they are now', async () => {
    const client = withQuickDocuments(openTestBackend().backend);
    const { meeting, item, entries, heads } = await addTalks(client);
    const meetingId = meeting.id;
    const { versionId: from } = await client.versions.keep({ meetingId, reason: '' });
    const [speech, decision, action] = entries;
    const added = makeEntry(meetingId, item.id, {
      orderKey: 'a3',
      kind: 'note',
      texts: { ...makeEntry('', '').texts, ru: write('Перерыв.') },
    });
    await client.entries.saveText({
      entryId: speech?.id ?? '',
      language: 'ru',
      text: 'Предложил обсудить старые материалы.',
      revision: 1,
    });
    await client.entries.saveText({
      entryId: decision?.id ?? '',
      language: 'zh',
      text: '秋季举办研讨会。',
      revision: 1,
    });
    await client.entries.update({ changes: [{ id: decision?.id ?? '', orderKey: 'a4' }] });
    await client.entries.add({ entries: [added] });
    await client.entries.remove({ ids: [action?.id ?? ''] });
    await client.meetings.update({ id: meetingId, number: '7', title: { ...meeting.title, ru: 'Третье заседание' } });
    await client.attendance.update({ id: heads[1]?.id ?? '', presence: 'excused' });

    const { rows, changed } = await client.versions.compare({ meetingId, from, to: null, language: 'ru' });
    const isOther = rows.filter(({ change }) => change !== 'same');
    expect(isOther.map(({ part, what, id, change }) => [part, what || id, change])).toEqual([
      ['meeting', 'number', 'added'],
      ['meeting', 'title', 'changed'],
      ['participants', heads[1]?.id, 'changed'],
      ['entries', 'speech', 'changed'],
      ['entries', 'note', 'added'],
      ['entries', 'action', 'removed'],
    ]);
    expect(changed).toBe(isOther.length);
    // Removed where it stood: below the decision.
    expect(rows.filter(({ part }) => part === 'entries').map(({ id }) => id)).toEqual([
      speech?.id,
      added.id,
      decision?.id,
      action?.id,
    ]);
    expect(rows.find(({ id }) => id === speech?.id)).toMatchObject({
      before: { number: '', text: 'Глава 1: Предложил обсудить новые материалы.', language: 'ru' },
      after: { text: 'Глава 1: Предложил обсудить старые материалы.' },
      diff: [
        { kind: 'same', text: 'Глава 1: Предложил обсудить ' },
        { kind: 'removed', text: 'новые' },
        { kind: 'added', text: 'старые' },
        { kind: 'same', text: ' материалы.' },
      ],
    });
    expect(rows.find(({ id }) => id === action?.id)).toMatchObject({
      before: { number: '1.1', text: expect.stringContaining('Ху Идун; Институт прикладных записей') as string },
      after: null,
      diff: [],
    });
  });

  test('in the language that is asked for, the language of the row where that is not written', async () => {
    const client = withQuickDocuments(openTestBackend().backend);
    const { meeting, entries } = await addTalks(client);
    const meetingId = meeting.id;
    const [speech, decision] = entries;
    const { versionId: from } = await client.versions.keep({ meetingId, reason: '' });
    const save = (entryId: string | undefined, text: string) =>
      client.entries.saveText({
        entryId: entryId ?? '',
        language: 'zh',
        text,
        revision: entryId === speech?.id ? 0 : 1,
      });
    await save(decision?.id, '秋季举办研讨会。');
    await save(speech?.id, '建议讨论新材料。');
    const { versionId: to } = await client.versions.keep({ meetingId, reason: '' });
    const { rows, changed } = await client.versions.compare({ meetingId, from, to, language: 'zh' });
    expect(changed).toBe(2);
    expect(rows.find(({ id }) => id === decision?.id)?.diff).toEqual([
      { kind: 'removed', text: '春季' },
      { kind: 'added', text: '秋季' },
      { kind: 'same', text: '举办研讨会。' },
    ]);
    expect(rows.find(({ id }) => id === speech?.id)).toMatchObject({
      change: 'changed',
      before: { language: 'ru' },
      after: { language: 'zh', text: '团长1：建议讨论新材料。' },
    });
    expect((await client.versions.compare({ meetingId, from, to, language: 'ru' })).changed).toBe(0);
    expect((await client.versions.compare({ meetingId, from: to, to: null, language: 'zh' })).changed).toBe(0);
    const [error] = await safe(client.versions.compare({ meetingId, from: newId(), to: null, language: 'zh' }));
    expect(error).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'version' } });
  });
});

describe('what was kept is checked', () => {
  /** Agreed minutes in a file that was closed. */
  async function leaveAgreed() {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    const client = withQuickDocuments(backend);
    const { meeting, entries, heads } = await addTalks(client);
    await agreeAll(client, meeting.id);
    expect(await client.versions.verify({ meetingId: meeting.id })).toEqual([]);
    await backend.close();
    /** What somebody does to the file behind our back, and what is said about it afterwards. */
    const tamper = async (sql: string, ...parameters: unknown[]) => {
      const database = new Database(join(folder, 'trilogue.db'));
      expect(database.prepare(sql).run(...parameters).changes).toBeGreaterThan(0);
      database.close();
      const again = openTestBackend(folder).backend;
      const damage = await again.client.versions.verify({ meetingId: meeting.id });
      const { isCurrent } = await again.client.versions.state({ meetingId: meeting.id });
      await again.close();
      return { damage, isCurrent };
    };
    return { tamper, entries, heads, meeting };
  }
  const content = [{ versionNumber: 1, kind: 'content', name: 'Second meeting' }];

  test('a text that was changed in the file behind our back is named', async () => {
    const { tamper, entries } = await leaveAgreed();
    const sql = "UPDATE entry_text SET text = ? WHERE entry_id = ? AND language = 'ru'";
    const decision = entries[1]?.id;
    expect(await tamper(sql, 'Провести семинар осенью.', decision)).toEqual({ damage: content, isCurrent: false });
    expect(await tamper(sql, 'Провести семинар весной.', decision)).toEqual({ damage: [], isCurrent: true });
  });

  test('so are a participant who came or went, another owner of an action, and a field of the meeting', async () => {
    const { tamper, heads, meeting } = await leaveAgreed();
    const head = heads[0]?.id;
    expect(await tamper("UPDATE attendance SET presence = 'absent' WHERE id = ?", head)).toMatchObject({
      damage: content,
    });
    expect(await tamper("UPDATE attendance SET presence = 'present' WHERE id = ?", head)).toMatchObject({ damage: [] });
    expect(await tamper('DELETE FROM action_owner WHERE person_id IS NOT NULL')).toMatchObject({ damage: content });
    const other = await leaveAgreed();
    expect(await other.tamper("UPDATE meeting SET date = '2026-11-21' WHERE id = ?", other.meeting.id)).toMatchObject({
      damage: content,
    });
    expect(meeting.date).toBe('2026-11-20');
  });

  test('a kept file that is not as it was, or is gone, is named', async () => {
    const { tamper, meeting } = await leaveAgreed();
    const ofKind = 'sha256 = (SELECT sha256 FROM attachment WHERE meeting_id = ? AND kind = ? LIMIT 1)';
    const bytes = `UPDATE stored_file SET bytes = zeroblob(length(bytes)) WHERE ${ofKind}`;
    const docx = await tamper(bytes, meeting.id, 'version_docx');
    expect(docx).toMatchObject({ damage: [{ versionNumber: 1, kind: 'file' }], isCurrent: true });
    expect(docx.damage[0]?.name).toMatch(/ v1\.docx$/u);
    const gone = await tamper(`DELETE FROM stored_file WHERE ${ofKind}`, meeting.id, 'version_pdf');
    expect(gone.damage.map(({ kind }) => kind).sort()).toEqual(['file', 'missing']);
    // Without the record the text is still held against its hash.
    const record = await tamper(bytes, meeting.id, 'version_record');
    expect(record.damage.map(({ kind }) => kind).sort()).toEqual(['file', 'file', 'missing']);
    const text = await tamper("UPDATE entry_text SET text = 'X' WHERE language = 'ru'");
    expect(text.damage).toContainEqual(content[0]);
  });
});
