import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { transports } from '../support/backend.ts';
import { exportParts, fileOf, openTalks, refusalOf, returned } from '../support/circulated.ts';
import { addComments, type CommentSpec, type Parts } from '../support/commented-docx.ts';
import { dump } from '../support/dump.ts';
import { addTalks } from '../support/talks.ts';

describe.each(['in process', 'over HTTP'])('comments of a file, %s', (door) => {
  test('are looked at, taken in once, and undone as one', async () => {
    const talks = await openTalks();
    const { connection, meetingId, decision } = talks;
    const circulation = await talks.open();
    const file = fileOf(addComments(await exportParts(talks), returned));
    const client = await transports[door]!(talks.backend);
    const before = dump(connection);
    const preview = await client.circulations.previewComments({ meetingId, file });
    expect(preview).toMatchObject({ versionNumber: 1, trackedChanges: 0 });
    const onDecision = { entryId: decision, number: '1.1', isGone: false, isKnown: false };
    expect(preview.comments).toMatchObject([
      {
        ...onDecision,
        language: 'ru',
        author: 'Орлова М. И.',
        text: 'Добавить срок.',
        quote: 'Провести семинар весной.',
      },
      { ...onDecision, language: 'zh', author: '胡一东', text: '请写明地点。', quote: '春季举办研讨会' },
      { entryId: null, number: '', isGone: false, author: 'Li Na', text: 'All in all, fine.', quote: '' },
    ]);
    expect(dump(connection)).toEqual(before);

    const sideId = talks.meeting.sides[1]?.id ?? null;
    expect(await client.circulations.importComments({ meetingId, file, sideId })).toEqual({ added: 3 });
    const added = await client.circulations.comments({ meetingId });
    expect(added).toHaveLength(3);
    for (const comment of added) {
      expect(comment).toMatchObject({
        circulationId: circulation.id,
        sideId,
        source: 'docx',
        state: 'open',
        settledAtMs: null,
      });
    }
    expect(added.map(({ text }) => text)).toEqual(preview.comments.map(({ text }) => text));
    expect((await client.history.state()).undo).toMatchObject({
      name: 'comment.import',
      label: 'minutes, comments.docx',
    });

    expect(await client.circulations.importComments({ meetingId, file, sideId })).toEqual({ added: 0 });
    expect(
      (await client.circulations.previewComments({ meetingId, file })).comments.every(({ isKnown }) => isKnown),
    ).toBe(true);
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
  });
});

describe('files that come back', () => {
  test('the same file with one comment more, saved by another program, brings that one', async () => {
    const talks = await openTalks();
    const { client, meetingId } = talks;
    const parts = await exportParts(talks);
    await client.circulations.importComments({ meetingId, file: fileOf(addComments(parts, returned)), sideId: null });
    const more: CommentSpec[] = [
      { author: 'Новый', text: ['Ещё одно.'], on: 'Подготовить программу' },
      ...returned.map((comment) => ({ ...comment, date: '2026-11-22T10:15:42' })),
    ];
    const file = fileOf(addComments(parts, more));
    expect(
      (await client.circulations.previewComments({ meetingId, file })).comments.filter(({ isKnown }) => !isKnown),
    ).toMatchObject([{ text: 'Ещё одно.' }]);
    expect(await client.circulations.importComments({ meetingId, file, sideId: null })).toEqual({ added: 1 });
  });

  test('two comments with the same words on one row are two', async () => {
    const talks = await openTalks();
    const twice = { author: 'A', text: ['+1'], on: 'Провести семинар весной.' };
    const file = fileOf(addComments(await exportParts(talks), [twice, { ...twice, isPoint: true }]));
    const { client, meetingId } = talks;
    expect(await client.circulations.importComments({ meetingId, file, sideId: null })).toEqual({ added: 2 });
    expect(await client.circulations.importComments({ meetingId, file, sideId: null })).toEqual({ added: 0 });
  });

  test('a row that was deleted since is named as gone', async () => {
    const talks = await openTalks();
    const { client, meetingId, decision } = talks;
    const file = fileOf(addComments(await exportParts(talks), returned.slice(0, 1)));
    await client.entries.remove({ ids: [decision] });
    expect((await client.circulations.previewComments({ meetingId, file })).comments).toMatchObject([
      { entryId: decision, number: '', isGone: true },
    ]);
    await client.circulations.importComments({ meetingId, file, sideId: null });
    expect(await talks.comments()).toMatchObject([{ entryId: decision, place: { isGone: true } }]);
  });

  test('a draft of which no version was kept', async () => {
    const talks = await openTalks();
    const { client, meetingId } = talks;
    const file = fileOf(addComments(await exportParts(talks), returned));
    expect((await client.circulations.previewComments({ meetingId, file })).versionNumber).toBeNull();
    await client.circulations.importComments({ meetingId, file, sideId: null });
    expect((await talks.comments()).map(({ circulationId }) => circulationId)).toEqual([null, null, null]);
  });

  test('a program that dropped the properties of the file left the marks', async () => {
    const talks = await openTalks();
    const { 'docProps/custom.xml': custom = '', ...parts } = addComments(await exportParts(talks), returned);
    expect(custom).toContain(talks.meetingId);
    const preview = await talks.client.circulations.previewComments({
      meetingId: talks.meetingId,
      file: fileOf(parts),
    });
    expect(preview).toMatchObject({
      versionNumber: null,
      comments: [{ number: '1.1' }, { number: '1.1' }, { number: '' }],
    });
  });

  test('each that cannot be read says why, and nothing is changed', async () => {
    const talks = await openTalks();
    const { client, connection, meetingId } = talks;
    const ours = await exportParts(talks);
    const commented = addComments(ours, returned);
    const other = await addTalks(client);
    const withoutMarks = (commented['word/document.xml'] ?? '').replaceAll(/<w:bookmark(?:Start|End) [^>]*\/>/gu, '');
    const foreign: Parts = { ...commented, 'word/document.xml': withoutMarks };
    delete foreign['docProps/custom.xml'];
    const tracked = (ours['word/document.xml'] ?? '').replace(
      '<w:r>',
      '<w:ins w:id="1" w:author="A"><w:r><w:t>!</w:t></w:r></w:ins><w:r>',
    );
    const before = dump(connection);
    const refused = async (file: File, meeting = meetingId) => {
      const calls = [
        client.circulations.previewComments({ meetingId: meeting, file }),
        client.circulations.importComments({ meetingId: meeting, file, sideId: null }),
      ];
      const [first, second] = await Promise.all(calls.map(refusalOf));
      expect(first).toEqual(second);
      return first;
    };
    const refusal = (problem: string, detail: unknown = '') => ({ error: 'COMMENTS_REFUSED', code: problem, detail });
    expect(await refused(new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'a.docx'))).toEqual(
      refusal('too_large', '52428800'),
    );
    expect(await refused(new File(['PK'], 'a.docx'))).toEqual(
      refusal('broken_docx', expect.stringMatching(/central directory/u) as string),
    );
    expect(await refused(fileOf(foreign))).toEqual(refusal('foreign'));
    expect(await refused(fileOf({ ...commented, 'word/document.xml': withoutMarks }))).toEqual(refusal('ids_lost'));
    expect(await refused(fileOf(commented), other.meeting.id)).toEqual(refusal('other_meeting', meetingId));
    expect(await refused(fileOf(ours))).toEqual(refusal('no_comments', '0'));
    expect(await refused(fileOf({ ...ours, 'word/document.xml': tracked }))).toEqual(refusal('no_comments', '1'));
    expect(dump(connection)).toEqual(before);
    expect(
      await refusalOf(client.circulations.previewComments({ meetingId: newId(), file: fileOf(commented) })),
    ).toEqual({ error: 'NOT_FOUND', kind: 'meeting' });
    expect(
      await refusalOf(client.circulations.importComments({ meetingId, file: fileOf(commented), sideId: newId() })),
    ).toEqual({ error: 'NOT_FOUND', kind: 'side' });
    expect(dump(connection)).toEqual(before);
  });
});
