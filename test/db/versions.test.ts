import { ORPCError, safe } from '@orpc/client';
import { strFromU8, unzipSync } from 'fflate';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { describeContent } from '#shared/domain/versions/content.ts';
import { DocumentFailure } from '../../electron/documents/engine.ts';
import { hashOfContent } from '../../electron/features/versions/index.ts';
import { loadRecord } from '../../electron/features/records/index.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { addTalks, agreeAll, withQuickDocuments, word } from '../support/talks.ts';
import { makeEntry } from '../support/records.ts';

const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  const { error } = await safe(call);
  return error instanceof ORPCError ? error.code : error;
};

async function openTalks(changes: Parameters<typeof addTalks>[1] = {}) {
  const { backend, logged } = openTestBackend();
  const client = withQuickDocuments(backend);
  const talks = await addTalks(client, changes);
  const meetingId = talks.meeting.id;
  const [first = '', second = ''] = talks.meeting.sides.map(({ id }) => id);
  const state = () => client.versions.state({ meetingId });
  const status = async () => (await client.meetings.get({ id: meetingId })).meeting.status;
  const saveText = async (index: number, text: string): Promise<unknown> => {
    const entry = (await client.meetings.get({ id: meetingId })).entries.find(
      ({ id }) => id === talks.entries[index]?.id,
    );
    const revision = entry?.texts.ru.revision ?? 0;
    return client.entries.saveText({ entryId: entry?.id ?? '', language: 'ru', text, revision });
  };
  const comment = (sideId = first) => {
    const id = newId();
    return client.circulations.addComment({
      id,
      meetingId,
      circulationId: null,
      entryId: talks.entries[0]?.id ?? null,
      language: 'ru',
      quote: '',
      author: 'Ху Идун',
      sideId,
      text: 'Уточнить.',
      receivedAtMs: 1_790_000_000_000,
    });
  };
  return {
    ...talks,
    backend,
    client,
    connection: backend.context.connection,
    logged,
    meetingId,
    first,
    second,
    state,
    status,
    saveText,
    comment,
  };
}

const contentOf = (talks: { connection: Parameters<typeof loadRecord>[0]; meetingId: string }): string => {
  const record = loadRecord(talks.connection, talks.meetingId);
  return record === undefined ? '' : hashOfContent(record);
};

describe('keeping a version', () => {
  test('fixes the text with its record file, once for the same text', async () => {
    const { client, meetingId, state, saveText } = await openTalks();
    const { versionId } = await client.versions.keep({ meetingId, reason: 'for signature' });
    expect(await client.versions.keep({ meetingId, reason: '' })).toEqual({ versionId });
    expect(await state()).toMatchObject({
      isCurrent: true,
      versions: [{ id: versionId, number: 1, purpose: 'signature', reason: 'for signature', agreedAtMs: null }],
    });
    await saveText(0, 'Другой текст.');
    expect(await state()).toMatchObject({ isCurrent: false });
    const later = await client.versions.keep({ meetingId, reason: '' });
    const { versions } = await state();
    expect(versions.map(({ id, number }) => [id, number])).toEqual([
      [versionId, 1],
      [later.versionId, 2],
    ]);
    const file = await client.attachments.download({ id: versions[0]?.files[0]?.id ?? '' });
    const record = JSON.parse(await file.text()) as { entries: { texts: { ru: { text: string } } }[] };
    expect(record.entries[0]?.texts.ru.text).toBe('Предложил обсудить новые материалы.');
    expect(versions[0]?.files).toMatchObject([
      { kind: 'version_record', name: '2026-11-20 Agreed Minutes v1.trilogue.json' },
    ]);
  });

  test('is refused where nobody can agree yet, and without rows', async () => {
    const { client, meetingId, entries } = await openTalks();
    await client.entries.remove({ ids: entries.map(({ id }) => id) });
    expect(await codeOf(client.versions.keep({ meetingId, reason: '' }))).toBe('MINUTES_EMPTY');
    await client.meetings.update({ id: meetingId, status: 'planned' });
    expect(await codeOf(client.versions.keep({ meetingId, reason: '' }))).toBe('WRONG_STAGE');
    expect(await codeOf(client.versions.keep({ meetingId: newId(), reason: '' }))).toBe('NOT_FOUND');
  });

  test('what is not the text of the minutes does not count', async () => {
    const talks = await openTalks();
    const before = contentOf(talks);
    const { client, heads, entries } = talks;
    await client.attendance.update({ id: heads[0]?.id ?? '', response: 'confirmed' });
    const action = entries[2]?.action;
    if (action)
      await client.entries.update({ changes: [{ id: entries[2]?.id ?? '', action: { ...action, status: 'done' } }] });
    expect(contentOf(talks)).toBe(before);
    await client.attendance.update({ id: heads[0]?.id ?? '', presence: 'proxy' });
    expect(contentOf(talks)).not.toBe(before);
  });
});

describe('agreeing', () => {
  test('with the last side the minutes are agreed, kept in every language and locked', async () => {
    const { backend } = openTestBackend();
    const { client } = backend;
    const talks = await addTalks(client);
    const meetingId = talks.meeting.id;
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    const [first, second] = talks.meeting.sides;
    expect(await client.versions.agree(word(meetingId, versionId, first?.id ?? null))).toEqual({ isAgreed: false });
    const last = word(meetingId, versionId, second?.id ?? null);
    expect(await client.versions.agree(last)).toEqual({ isAgreed: true });
    // Sent again, because its answer was lost.
    expect(await client.versions.agree(last)).toEqual({ isAgreed: true });
    const { versions } = await client.versions.state({ meetingId });
    const files = versions[0]?.files ?? [];
    expect(files.map(({ kind, language }) => `${kind} ${language ?? ''}`).sort()).toEqual([
      'version_docx en',
      'version_docx ru',
      'version_docx zh',
      'version_pdf en',
      'version_pdf ru',
      'version_pdf zh',
      'version_record ',
    ]);
    const docx = await client.attachments.download({
      id: files.find(({ kind, language }) => kind === 'version_docx' && language === 'ru')?.id ?? '',
    });
    const text = strFromU8(
      unzipSync(new Uint8Array(await docx.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(text).toContain('Подготовить программу семинара.');
    expect(text).not.toContain('ПРОЕКТ');
    const pdf = await client.attachments.download({
      id: files.find(({ kind, language }) => kind === 'version_pdf' && language === 'zh')?.id ?? '',
    });
    expect(strFromU8(new Uint8Array(await pdf.arrayBuffer())).slice(0, 5)).toBe('%PDF-');
    const record = await client.attachments.download({
      id: files.find(({ kind }) => kind === 'version_record')?.id ?? '',
    });
    expect(await record.text()).toContain('"status": "agreed"');
    expect(await client.versions.verify({ meetingId })).toEqual([]);
  });

  test('an undo gives the draft back and unlocks it, a redo agrees again', async () => {
    const { backend, client, meetingId, status, saveText, state } = await openTalks();
    const before = { versionless: dump(backend.context.connection) };
    await agreeAll(client, meetingId);
    const agreed = dump(backend.context.connection);
    expect(await codeOf(saveText(0, 'Другой текст.'))).toBe('LOCKED');
    await client.history.undo();
    expect(await status()).toBe('draft');
    expect((await state()).versions[0]).toMatchObject({ agreedAtMs: null, agreements: [{ manner: 'signature' }] });
    await client.history.redo();
    expect(dump(backend.context.connection)).toEqual(agreed);
    for (let step = 0; step < 3; step++) await client.history.undo();
    expect(dump(backend.context.connection)).toEqual(before.versionless);
    await saveText(0, 'Другой текст.');
  });

  test('every reason to refuse changes nothing', async () => {
    const talks = await openTalks();
    const { client, meetingId, first, second, heads, saveText, comment } = talks;
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    const says = (changes: Partial<ReturnType<typeof word>> = {}) =>
      codeOf(client.versions.agree({ ...word(meetingId, versionId, first), ...changes }));
    const before = dump(talks.connection);
    expect(await says({ meetingId: newId() })).toBe('NOT_FOUND');
    expect(await says({ versionId: newId() })).toBe('NOT_FOUND');
    expect(await says({ sideId: newId() })).toBe('NOT_FOUND');
    expect(await says({ sideId: null })).toBe('NOT_FOUND');
    expect(await says({ byAttendanceId: newId() })).toBe('NOT_FOUND');
    expect(dump(talks.connection)).toEqual(before);
    await comment();
    expect(await says()).toBe('COMMENTS_OPEN');
    await client.history.undo();
    await saveText(0, 'Другой текст.');
    expect(await says()).toBe('TEXT_CHANGED');
    const later = await client.versions.keep({ meetingId, reason: '' });
    // An older version is not what stands there.
    expect(await says()).toBe('TEXT_CHANGED');
    await client.attendance.update({ id: heads[1]?.id ?? '', sideId: null });
    const now = await client.versions.keep({ meetingId, reason: '' });
    expect(now).not.toEqual(later);
    const empty = await safe(client.versions.agree(word(meetingId, now.versionId, first)));
    expect(empty.error).toMatchObject({ code: 'SIDE_EMPTY', data: { sideIds: [second] } });
    expect((await talks.state()).versions.flatMap(({ agreements }) => agreements)).toEqual([]);
  });

  test('a document engine that fails leaves the last side unsaid', async () => {
    const { backend, client, meetingId, first, second, status } = await openTalks();
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    await client.versions.agree(word(meetingId, versionId, first));
    const before = dump(backend.context.connection);
    const { documents } = backend.context;
    const renderPdf = documents.renderPdf;
    documents.renderPdf = () => Promise.reject(new DocumentFailure('memory', 'too much'));
    const failed = await safe(backend.client.versions.agree(word(meetingId, versionId, second)));
    documents.renderPdf = renderPdf;
    expect(failed.error).toMatchObject({ code: 'DOCUMENT_FAILED', data: { reason: 'memory' } });
    expect(dump(backend.context.connection)).toEqual(before);
    expect(await status()).toBe('draft');
  });

  test('a text that changes while the documents are made is not agreed to', async () => {
    const talks = await openTalks();
    const { backend, client, meetingId, first, second, status, saveText } = talks;
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    await client.versions.agree(word(meetingId, versionId, first));
    const { documents } = backend.context;
    const renderPdf = documents.renderPdf;
    let isFirst = true;
    documents.renderPdf = async () => {
      if (isFirst) await saveText(0, 'Пока печатали.');
      isFirst = false;
      return { bytes: new Uint8Array([1]), pageCount: 1 };
    };
    const late = await codeOf(backend.client.versions.agree(word(meetingId, versionId, second)));
    documents.renderPdf = renderPdf;
    expect(late).toBe('TEXT_CHANGED');
    expect(await status()).toBe('draft');
  });

  test('two last sides at the same moment make agreed minutes once', async () => {
    const { client, meetingId, first, second, state, status } = await openTalks();
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    const answers = await Promise.all(
      [first, second].map((sideId) => client.versions.agree(word(meetingId, versionId, sideId))),
    );
    expect(answers).toContainEqual({ isAgreed: true });
    expect(await status()).toBe('agreed');
    const [version] = (await state()).versions;
    expect([version?.files.length, version?.agreements.length]).toEqual([7, 2]);
  });

  test('a side that says it once more is written down once; it can take it back until all have agreed', async () => {
    const { client, meetingId, first, second, state } = await openTalks();
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    await client.versions.agree(word(meetingId, versionId, first));
    const again = word(meetingId, versionId, first);
    await client.versions.agree({ ...again, manner: 'letter' });
    expect((await state()).versions[0]?.agreements).toMatchObject([{ id: again.id, manner: 'letter' }]);
    await client.versions.withdrawAgreement({ id: again.id });
    expect((await state()).versions[0]?.agreements).toEqual([]);
    expect(await codeOf(client.versions.withdrawAgreement({ id: again.id }))).toBe('NOT_FOUND');
    await agreeAll(client, meetingId);
    const last = (await state()).versions[0]?.agreements.find(({ sideId }) => sideId === second);
    expect(await codeOf(client.versions.withdrawAgreement({ id: last?.id ?? '' }))).toBe('WRONG_STAGE');
  });

  test('a meeting without sides is agreed by its chair', async () => {
    const { client, meetingId, heads, state, status } = await openTalks({ sides: [] });
    expect(heads).toEqual([]);
    expect((await state()).sideIds).toEqual([null]);
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    expect(await codeOf(client.versions.agree(word(meetingId, versionId, null)))).toBe('SIDE_EMPTY');
    expect(await status()).toBe('draft');
  });
});

describe('an amendment', () => {
  test('opens the text, and the sides agree to a new version', async () => {
    const { client, meetingId, state, status, saveText } = await openTalks();
    const agreed = await agreeAll(client, meetingId);
    const id = newId();
    expect(await codeOf(client.versions.amend({ id, meetingId, reason: '  ' }))).toBe('REASON_MISSING');
    await client.versions.amend({ id, meetingId, reason: 'A wrong date' });
    await client.versions.amend({ id, meetingId, reason: 'A wrong date' });
    expect(await client.meetings.get({ id: meetingId })).toMatchObject({
      isAmending: true,
      meeting: { status: 'draft' },
    });
    // Nothing was changed yet: there is nothing to agree to.
    expect(await codeOf(agreeAll(client, meetingId))).toBe('WRONG_STAGE');
    await saveText(1, 'Провести семинар осенью.');
    const amended = await agreeAll(client, meetingId);
    expect(await status()).toBe('amended');
    expect(await state()).toMatchObject({
      isCurrent: true,
      versions: [{ id: agreed }, { id: amended, number: 2 }],
      amendments: [{ id, baseVersionId: agreed, versionId: amended, reason: 'A wrong date' }],
    });
    expect(await codeOf(saveText(1, 'Провести семинар зимой.'))).toBe('LOCKED');
    expect(await client.versions.verify({ meetingId })).toEqual([]);
    // And once more.
    await client.versions.amend({ id: newId(), meetingId, reason: 'Another' });
    await client.versions.dropAmendment({ meetingId });
    expect(await status()).toBe('amended');
  });

  test('that is given up leaves the agreed text, word for word', async () => {
    const talks = await openTalks();
    const { client, meetingId, meeting, item, entries, heads, owner, status, saveText, comment } = talks;
    await agreeAll(client, meetingId);
    const content = contentOf(talks);
    const agreed = await client.meetings.get({ id: meetingId });
    await client.versions.amend({ id: newId(), meetingId, reason: 'Many things' });
    await saveText(0, 'Другой текст.');
    await saveText(1, 'Решили иначе.');
    await client.entries.remove({ ids: [entries[2]?.id ?? ''] });
    await client.entries.add({ entries: [makeEntry(meetingId, item.id, { orderKey: 'a9' })] });
    await client.entries.merge({ id: entries[0]?.id ?? '', fromId: entries[1]?.id ?? '' });
    await client.attendance.update({ id: heads[0]?.id ?? '', presence: 'absent', response: 'declined' });
    await client.attendance.remove({ id: heads[1]?.id ?? '' });
    const third = { ...meeting.sides[0], id: newId() } as (typeof meeting.sides)[number];
    const title = { en: 'Changed', ru: 'Иначе', zh: '改' };
    await client.meetings.update({ id: meetingId, title, sides: [third, ...meeting.sides] });
    const ofThird = await comment(third.id);
    await client.people.update({ id: owner.id, note: 'Somebody' });
    expect(contentOf(talks)).not.toBe(content);
    const amending = dump(talks.connection);
    await client.versions.dropAmendment({ meetingId });
    expect(await status()).toBe('agreed');
    expect(contentOf(talks)).toBe(content);
    const back = await client.meetings.get({ id: meetingId });
    expect(back.entries.map(({ id }) => id)).toEqual(agreed.entries.map(({ id }) => id));
    expect(back.meeting).toEqual(agreed.meeting);
    // A translation that was right for its source is right for it again.
    const { texts } = back.entries[1] ?? {};
    expect([texts?.en.baseRevision, texts?.zh.baseRevision]).toEqual([texts?.ru.revision, texts?.ru.revision]);
    expect(back.attendance.find(({ id }) => id === heads[0]?.id)).toMatchObject({
      presence: 'present',
      response: 'declined',
    });
    expect(await client.circulations.comments({ meetingId })).toMatchObject([{ id: ofThird.id, sideId: null }]);
    expect((await talks.state()).amendments).toMatchObject([
      { versionId: null, closedAtMs: expect.any(Number) as number },
    ]);
    expect(await client.versions.verify({ meetingId })).toEqual([]);
    expect(await codeOf(client.versions.dropAmendment({ meetingId }))).toBe('WRONG_STAGE');
    await client.history.undo();
    expect(dump(talks.connection)).toEqual(amending);
    await client.history.redo();
    expect(await status()).toBe('agreed');
  });

  test('of minutes that were agreed elsewhere keeps their text first', async () => {
    const { client, meetingId, state, status, saveText, backend } = await openTalks();
    const file = await client.records.export({ meetingId });
    const text = (await file.text()).replace('"status": "draft"', '"status": "amended"');
    await client.meetings.remove({ id: meetingId });
    await client.records.import({ file: new File([text], 'agreed.json') });
    expect(await status()).toBe('amended');
    expect(await codeOf(saveText(0, 'Другой текст.'))).toBe('LOCKED');
    await client.versions.amend({ id: newId(), meetingId, reason: 'A wrong date' });
    const { versions } = await state();
    expect(versions).toMatchObject([{ number: 1, purpose: 'import', agreedAtMs: expect.any(Number) as number }]);
    expect(versions[0]?.files).toHaveLength(7);
    await saveText(0, 'Другой текст.');
    await client.versions.dropAmendment({ meetingId });
    expect(await status()).toBe('amended');
    expect(await client.versions.verify({ meetingId })).toEqual([]);
    // Back to before the import, which takes agreed minutes away with all that belongs to them.
    for (let step = 0; step < 4; step++) await client.history.undo();
    expect(await client.meetings.list()).toEqual([]);
    expect((await backend.client.app.check()).integrity).toBe('ok');
  });
});

test('content of the same record is the same, in whatever order its lists stand', async () => {
  const { connection, meetingId } = await openTalks();
  const record = loadRecord(connection, meetingId);
  if (record === undefined) throw new Error('no record');
  const shuffled = { ...record, entries: record.entries.toReversed(), attendance: record.attendance.toReversed() };
  expect(describeContent(shuffled)).toEqual(describeContent(record));
});
