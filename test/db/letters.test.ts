import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { LetterKind } from '#shared/contract/letters.ts';
import type { Client } from '../support/backend.ts';
import { lettersMeetingId as meetingId, openWithLetters } from '../support/letters.ts';
import { readPages } from '../unit/documents/open-pdf.ts';
import { id } from '../unit/minutes/example-record.ts';

const [wang, kuznetsov, orlova, zhao] = [id(3, 1), id(3, 2), id(3, 3), id(3, 4)];
const noNotes = { en: '', ru: '', zh: '' };
const common = { meetingId, circulationId: null, due: '2026-12-01', notes: noNotes };

const open = async (): Promise<Client> => (await openWithLetters()).client;

const letterId = (number: number): string => id(20, number);
const parse = async (file: File): Promise<Email> => PostalMime.parse(await file.arrayBuffer());
const bytesOf = (email: Email, index: number): Uint8Array =>
  new Uint8Array(email.attachments[index]!.content as ArrayBuffer);

async function draft(client: Client, kind: LetterKind, attendanceIds: string[], values: Partial<typeof common> = {}) {
  const people = new Map((await client.letters.recipients({ meetingId })).map((one) => [one.attendanceId, one]));
  return client.letters.draft({
    ...common,
    ...values,
    kind,
    recipients: attendanceIds.map((attendanceId, index) => ({
      id: letterId(index + 1),
      attendanceId,
      language: people.get(attendanceId)!.language,
    })),
  });
}

test('recipients in the order of the protocol, each with address and language', async () => {
  const client = await open();
  const recipients = await client.letters.recipients({ meetingId });
  expect(recipients.map(({ name, language, email }) => [name, language, email])).toEqual([
    ['王文丽', 'zh', 'wang@example.org'],
    ['Орлова Марина Ивановна', 'ru', ''],
    ['Кузнецов Антон Борисович', 'ru', 'kuznetsov@example.org'],
    ['Zhao Wei', 'zh', ''],
    ['江苏省产业技术研究院', 'zh', ''],
    ['Иванова Анна', 'ru', ''],
    ['Петров Илья', 'ru', ''],
    ['李娜', 'zh', 'li.na@example.org'],
  ]);
  await client.people.update({ id: id(4, 1), languages: 'Japanese, English, 汉语' });
  expect((await client.letters.recipients({ meetingId }))[0]).toMatchObject({ language: 'en', name: 'Wang Wenli' });
});

describe('invitations', () => {
  test('one draft per person in their language: letter, agenda and calendar', async () => {
    const client = await open();
    const drafts = await draft(client, 'invitation', [wang, kuznetsov, zhao]);
    expect(drafts.map(({ file }) => file.name)).toEqual([
      '2026-12-15 邀请函 王文丽 (ZH).eml',
      '2026-12-15 Приглашение Кузнецов Антон Борисович (RU).eml',
      '2026-12-15 邀请函 Zhao Wei (ZH).eml',
    ]);
    const [chinese, russian, nameless] = await Promise.all(drafts.map(({ file }) => parse(file)));
    expect(chinese!.to).toEqual([{ name: '王文丽', address: 'wang@example.org' }]);
    expect(nameless!.to).toBeUndefined();
    expect(russian!.subject).toBe('Приглашение: Третье заседание рабочей группы, 15 декабря 2026 г.');
    expect(russian!.text).toContain('Уважаемый Антон Борисович!');
    expect(russian!.attachments.map(({ mimeType }) => mimeType)).toEqual([
      'application/pdf',
      'application/pdf',
      'text/calendar',
    ]);
    const [letter, agenda] = await Promise.all([0, 1].map(async (index) => readPages(bytesOf(russian!, index))));
    expect(letter!.join(' ').replaceAll('\u00A0', ' ')).toContain('Кузнецову А. Б.');
    expect(agenda!.join('\n')).toContain('ПОВЕСТКА ДНЯ');
    expect(Buffer.from(bytesOf(russian!, 2)).toString()).toContain(`UID:${meetingId}`);
  });

  test('kept in one change set; the same ids again keep nothing new; undo takes all away', async () => {
    const client = await open();
    await draft(client, 'invitation', [wang, kuznetsov]);
    const kept = await client.letters.list({ meetingId });
    expect(kept.map(({ name, email, sentAtMs }) => [name, email, sentAtMs])).toEqual([
      ['王文丽', 'wang@example.org', null],
      ['Кузнецов Антон Борисович', 'kuznetsov@example.org', null],
    ]);
    const again = await draft(client, 'invitation', [wang, kuznetsov], { due: '2026-12-09' });
    expect(again.flatMap(({ letters }) => letters)).toEqual(kept);
    expect(await client.letters.list({ meetingId })).toEqual(kept);
    expect((await client.history.state()).undo?.name).toBe('letter.draft');
    await client.history.undo();
    expect(await client.letters.list({ meetingId })).toEqual([]);
  });

  test('sent: invited; taking the mark away leaves the answers alone', async () => {
    const client = await open();
    await client.attendance.update({ id: kuznetsov, response: 'confirmed' });
    await draft(client, 'invitation', [wang, kuznetsov]);
    const ids = [letterId(1), letterId(2)];
    const responses = async (): Promise<string[]> => {
      const { attendance } = await client.meetings.get({ id: meetingId });
      return [wang, kuznetsov].map((row) => attendance.find((one) => one.id === row)!.response);
    };
    expect(await client.letters.waiting()).toEqual([]);
    expect(await client.letters.markSent({ ids, isSent: true })).toEqual({ changed: 2 });
    expect(await responses()).toEqual(['invited', 'confirmed']);
    expect(await client.letters.waiting()).toEqual([
      expect.objectContaining({ meetingId, kind: 'invitation', due: '2026-12-01', waiting: 1 }),
    ]);
    expect(await client.letters.markSent({ ids, isSent: true })).toEqual({ changed: 0 });
    await client.letters.markSent({ ids, isSent: false });
    expect(await responses()).toEqual(['invited', 'confirmed']);
    expect(await client.letters.waiting()).toEqual([]);
  });

  test('the draft once more: the very bytes, whatever becomes of the meeting', async () => {
    const client = await open();
    const petrov = id(3, 7);
    const [made] = await draft(client, 'invitation', [petrov], { notes: { ...noNotes, ru: 'Просим не опаздывать.' } });
    await client.meetings.update({ id: meetingId, startTime: '16:00' });
    await client.attendance.remove({ id: petrov });
    const again = await client.letters.draftAgain({ id: letterId(1) });
    expect(again.name).toBe(made!.file.name);
    expect(await again.bytes()).toEqual(await made!.file.bytes());
    expect((await parse(again)).text).toContain('15:00–17:30 (UTC+8, Китайская сторона)');
  });

  test('a letter of before the journal is written from the meeting as it is now', async () => {
    const { backend, client } = await openWithLetters();
    const petrov = id(3, 7);
    await draft(client, 'invitation', [petrov], { notes: { ...noNotes, ru: 'Просим не опаздывать.' } });
    backend.context.connection.sql(`UPDATE letter SET draft_sha256 = ''`);
    await client.meetings.update({ id: meetingId, startTime: '16:00' });
    const email = await parse(await client.letters.draftAgain({ id: letterId(1) }));
    expect(email.text).toContain('16:00–17:30 (UTC+8, Китайская сторона)');
    expect(email.text).toContain('Просим не опаздывать.');
    await client.attendance.remove({ id: petrov });
    expect((await parse(await client.letters.draftAgain({ id: letterId(1) }))).text).toContain('Уважаемые коллеги!');
    expect(await client.documents.journal({ meetingId })).toHaveLength(3);
  });

  test('the preview keeps nothing and shows the pages', async () => {
    const client = await open();
    const options = { ...common, kind: 'invitation' as const, attendanceId: orlova, language: 'ru' as const };
    const preview = await client.letters.preview(options);
    expect(preview.body).toContain('Уважаемая Марина Ивановна!');
    expect(preview.attachments).toEqual([
      '2026-12-15 Приглашение (RU).pdf',
      '2026-12-15 Повестка дня 3 (RU).pdf',
      '2026-12-15 Встреча (RU).ics',
    ]);
    expect(preview.pages.length).toBeGreaterThanOrEqual(2);
    expect(preview.pages.every((page) => page.startsWith('<svg'))).toBe(true);
    expect(await client.letters.list({ meetingId })).toEqual([]);
  });

  test('two people of one name have two files', async () => {
    const client = await open();
    const drafts = await client.letters.draft({
      ...common,
      kind: 'reminder',
      recipients: [1, 2].map((number) => ({ id: letterId(number), attendanceId: wang, language: 'zh' as const })),
    });
    expect(drafts.map(({ file }) => file.name)).toEqual([
      '2026-12-15 提醒函 王文丽 (ZH).eml',
      '2026-12-15 提醒函 王文丽 (ZH) 2.eml',
    ]);
  });
});

describe('the minutes', () => {
  /** Taken down and circulated: the round's id. */
  async function circulate(client: Client): Promise<string> {
    await client.meetings.update({ id: meetingId, status: 'draft' });
    const { attendance } = await client.meetings.get({ id: meetingId });
    for (const { id: row } of attendance) await client.attendance.update({ id: row, presence: 'present' });
    const circulationId = id(21, 1);
    const options = { id: circulationId, meetingId, commentsDue: '2026-12-31', note: '', recipientIds: [wang, orlova] };
    await client.circulations.open(options);
    return circulationId;
  }

  test('circulated: PDF, and DOCX whose comments come back', async () => {
    const client = await open();
    const circulationId = await circulate(client);
    // What is written afterwards is not what goes out.
    await client.meetings.update({ id: meetingId, title: { en: 'Changed', ru: 'Изменено', zh: '已更改' } });
    const drafts = await client.letters.draft({
      ...common,
      circulationId,
      kind: 'circulation',
      recipients: [{ id: letterId(1), attendanceId: orlova, language: 'ru' }],
    });
    const email = await parse(drafts[0]!.file);
    expect(email.text).toContain('(версия 1)');
    const pages = (await readPages(bytesOf(email, 0))).join('\n');
    expect(pages).toContain('Третье заседание рабочей группы');
    expect(pages).not.toContain('Изменено');
    const docx = new File([bytesOf(email, 1) as Uint8Array<ArrayBuffer>], 'back.docx');
    await expect(client.circulations.previewComments({ meetingId, file: docx })).rejects.toMatchObject({
      code: 'COMMENTS_REFUSED',
      data: { code: 'no_comments' },
    });
    await client.letters.markSent({ ids: [letterId(1)], isSent: true });
    expect(await client.letters.waiting()).toEqual([
      expect.objectContaining({ meetingId, kind: 'circulation', due: '2026-12-31', waiting: 1 }),
    ]);
    await client.circulations.close({ id: circulationId });
    expect(await client.letters.waiting()).toEqual([]);
  });

  test('agreed: the kept files, byte for byte', async () => {
    const client = await open();
    await circulate(client);
    const { versionId } = await client.versions.keep({ meetingId, reason: '' });
    const say = { meetingId, versionId, byAttendanceId: null, byName: '', manner: 'signature' as const, note: '' };
    await client.versions.agree({ ...say, id: id(22, 1), sideId: id(1, 1), agreedOn: '2026-12-20' });
    const last = { ...say, id: id(22, 2), sideId: id(1, 2), agreedOn: '2027-01-11' };
    expect(await client.versions.agree(last)).toEqual({ isAgreed: true });
    const drafts = await draft(client, 'agreed', [orlova]);
    const email = await parse(drafts[0]!.file);
    expect(email.text!.replaceAll('\u00A0', ' ')).toContain('Российская сторона — 11 января 2027 г.');
    const kept = (await client.attachments.list({ meetingId })).filter(({ language }) => language === 'ru');
    expect(kept).toHaveLength(2);
    for (const [index, { id: attachmentId }] of kept.entries()) {
      const file = await client.attachments.download({ id: attachmentId });
      expect(bytesOf(email, index)).toEqual(new Uint8Array(await file.arrayBuffer()));
    }
  });

  test('without a circulation there is nothing to send, but something to look at', async () => {
    const client = await open();
    await expect(draft(client, 'circulation', [orlova])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(draft(client, 'agreed', [orlova])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const options = { ...common, kind: 'circulation' as const, attendanceId: orlova, language: 'en' as const };
    expect((await client.letters.preview(options)).body).toContain('(version 1)');
  });
});

test('a calendar', async () => {
  const client = await open();
  const calendar = await client.letters.calendar({ meetingId });
  expect(calendar.name).toBe('2026-12-15 Meeting (EN).ics');
  const before = Number(/SEQUENCE:(\d+)/u.exec(await calendar.text())![1]);
  await client.meetings.update({ id: meetingId, date: '2026-12-16' });
  const after = await (await client.letters.calendar({ meetingId })).text();
  expect(Number(/SEQUENCE:(\d+)/u.exec(after)![1])).toBe(before + 1);
  expect(after).toContain('DTSTART:20261216T070000Z');
});

test('what does not exist', async () => {
  const client = await open();
  const nobody = id(99, 1);
  const options = { ...common, kind: 'invitation' as const, language: 'en' as const };
  for (const call of [
    client.letters.list({ meetingId: nobody }),
    client.letters.recipients({ meetingId: nobody }),
    client.letters.preview({ ...options, attendanceId: nobody }),
    client.letters.draftAgain({ id: nobody }),
    client.letters.markSent({ ids: [nobody], isSent: true }),
    client.letters.remove({ id: nobody }),
    client.letters.calendar({ meetingId: nobody }),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await draft(client, 'invitation', [wang]);
  await client.letters.remove({ id: letterId(1) });
  expect(await client.letters.list({ meetingId })).toEqual([]);
});
