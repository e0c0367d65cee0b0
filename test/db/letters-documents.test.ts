import { safe } from '@orpc/client';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, test, vi } from 'vitest';
import type { DocumentFormat, DocumentKind } from '#shared/contract/documents.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Client } from '../support/backend.ts';
import { lettersMeetingId as meetingId, openWithLetters } from '../support/letters.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { type Draft, readDraft } from '../support/read-draft.ts';
import { id } from '../unit/minutes/example-record.ts';

const [wang, kuznetsov, orlova, zhao, , ivanova, , li] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => id(3, number));
const [institute, centre] = [id(2, 1), id(2, 2)];
const noTexts = { en: '', ru: '', zh: '' };
const letterId = (number: number): string => id(20, number);

type Options = Omit<Parameters<Client['letters']['draft']>[0], 'recipients'>;

const carry = (...documents: [DocumentKind, DocumentFormat][]): Options => ({
  meetingId,
  kind: 'documents',
  circulationId: null,
  due: null,
  notes: noTexts,
  documents: documents.map(([kind, format]) => ({ kind, format })),
});

/** `recipients`: who gets a letter and in which language. */
function draft(
  client: Client,
  options: Options,
  recipients: [attendanceId: string | undefined, language: Language][],
): ReturnType<Client['letters']['draft']> {
  return client.letters.draft({
    ...options,
    recipients: recipients.map(([attendanceId, language], index) => ({
      id: letterId(index + 1),
      attendanceId: attendanceId!,
      language,
    })),
  });
}

/** Wang presents an item; by name alone the register does not know her organisation. */
async function openWithTwoOrganizations(): ReturnType<typeof openWithLetters> {
  const opened = await openWithLetters();
  await opened.client.attendance.update({ id: wang!, organizationId: institute });
  return opened;
}

const read = async (file: File): Promise<Draft> => readDraft({ bytes: await file.bytes() });
const namesOf = ({ attachments }: Draft): string[] => attachments.map(({ name }) => name);
const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('\r\n', '\n');

describe('documents by e-mail', () => {
  test('each in the language of the recipient, with the extract of their organisation and their calendar', async () => {
    const { client } = await openWithTwoOrganizations();
    const options = {
      ...carry(['minutes', 'pdf'], ['minutes', 'docx'], ['extract', 'pdf'], ['minutes', 'pdf']),
      hasActionsCalendar: true,
      notes: { en: '', ru: 'Просим проверить имена.', zh: '' },
    };
    const drafts = await draft(client, options, [
      [kuznetsov, 'ru'],
      [wang, 'zh'],
      [ivanova, 'ru'],
    ]);
    const [russian, chinese, withoutExtract] = await Promise.all(drafts.map(({ file }) => read(file)));
    expect(drafts.map(({ file }) => file.name)).toEqual([
      '2026-12-15 Документы Кузнецов Антон Борисович (RU).eml',
      '2026-12-15 文件 王文丽 (ZH).eml',
      '2026-12-15 Документы Иванова Анна (RU).eml',
    ]);
    expect(russian!.subject).toBe('Материалы: Третье заседание рабочей группы, 15 декабря 2026 г.');
    expect(plain(russian!.text)).toContain(
      [
        'Уважаемый Антон Борисович!',
        '',
        'Направляем материалы двусторонней встречи «Третье заседание рабочей группы» (15 декабря 2026 г.):',
        '',
        '1. Протокол переговоров (PDF, DOCX).',
        '2. Выписка из протокола переговоров (PDF).',
        '3. Сроки исполнения поручений для календаря (ICS).',
        '',
        'Просим проверить имена.',
      ].join('\n'),
    );
    expect(plain(chinese!.text)).toContain('现将2026年12月15日举行的工作组第三次会议的下列文件送上，请查收：');

    const extensions = ['pdf', 'docx', 'pdf', 'ics'];
    expect(namesOf(russian!).map((name) => name.split('.').at(-1))).toEqual(extensions);
    expect(namesOf(russian!)[2]).toMatch(/^2026-12-15 Выписка из протокола .*\(RU\)\.pdf$/u);
    expect(namesOf(chinese!)[0]).toMatch(/^2026-12-15 会谈纪要 .*\(ZH\)\.pdf$/u);
    expect(new Set(namesOf(chinese!)).size).toBe(4);
    const [pdf, docx, extract, calendar] = russian!.attachments.map(({ bytes }) => bytes);
    const decision = squash('Первые направления: материалы и энергетика.');
    expect(await readPdfBody(pdf!)).toContain(decision);
    expect(readDocxBody(docx!)).toContain(decision);
    expect(await readPdfBody(extract!)).toContain(squash('Санкт-Петербургский научный центр'));
    const events = new ICAL.Component(ICAL.parse(Buffer.from(calendar!).toString()) as unknown[]).getAllSubcomponents();
    expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(['2.1 Направить перечень проектов.']);
    expect(readDocxBody(chinese!.attachments[1]!.bytes)).toContain(squash('首批合作领域为材料和能源。'));

    expect(withoutExtract!.text).not.toContain('Выписка');
    expect(namesOf(withoutExtract!)).toEqual([0, 1, 3].map((index) => namesOf(russian!)[index]));
  });

  test('the preview names what does not go to a recipient, and shows the pages of the rest', async () => {
    const { client } = await openWithLetters();
    const options = carry(['extract', 'pdf'], ['agenda', 'docx']);
    const [has, has_not] = await Promise.all(
      [kuznetsov, ivanova].map((attendanceId) =>
        client.letters.preview({ ...options, attendanceId: attendanceId!, language: 'ru' }),
      ),
    );
    expect([has!.omitted, has_not!.omitted]).toEqual([[], ['extract']]);
    expect([has!.attachments.length, has_not!.attachments.length]).toEqual([2, 1]);
    expect(has!.pages.length).toBeGreaterThan(has_not!.pages.length);
    expect(has_not!.body).not.toContain('Выписка');
    const only = { ...carry(['extract', 'pdf']), attendanceId: ivanova!, language: 'ru' as const };
    const nothing = await client.letters.preview(only);
    expect([nothing.attachments, nothing.pages]).toEqual([[], []]);
    expect(nothing.body).toContain('Обращаемся в связи с проведением двусторонней встречи');
  });

  test('a document is made once for all who read it', async () => {
    const { backend, client } = await openWithTwoOrganizations();
    const renderPdf = vi.spyOn(backend.context.documents, 'renderPdf');
    const people = [wang, kuznetsov, orlova, zhao, ivanova, li].map((one): [typeof one, Language] => [one, 'ru']);
    const drafts = await draft(client, carry(['agenda', 'pdf'], ['extract', 'pdf']), people);
    const files = (await Promise.all(drafts.map(({ file }) => read(file)))).flatMap(({ attachments }) => attachments);
    const contents = new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('base64')));
    // Six agendas; extracts for one person of the institute and two of the centre.
    expect(files).toHaveLength(9);
    expect(contents.size).toBe(3);
    expect(renderPdf).toHaveBeenCalledTimes(3);
  });

  test('without a dated action there is no calendar, and the letter names none', async () => {
    const { client } = await openWithLetters();
    const { entries } = await client.meetings.get({ id: meetingId });
    const action = entries.find(({ id: entryId }) => entryId === id(6, 9))!.action!;
    await client.entries.update({ changes: [{ id: id(6, 9), action: { ...action, due: null } }] });
    const options = { ...carry(['agenda', 'pdf']), hasActionsCalendar: true };
    const [made] = await draft(client, options, [[wang, 'en']]);
    const mail = await read(made!.file);
    expect(mail.attachments).toHaveLength(1);
    expect(mail.text).not.toContain('calendar');
  });

  test('a format in which a document is not made', async () => {
    const { client } = await openWithLetters();
    const { error } = await safe(draft(client, carry(['agenda', 'md']), [[wang, 'zh']]));
    expect(error).toMatchObject({ code: 'OPTIONS_UNSUITABLE', data: { reason: 'format-not-for-kind' } });
    expect(await client.letters.list({ meetingId })).toEqual([]);
  });
});

describe('one draft per language', () => {
  test('all who read it in its To line, whoever has no address is not; each letter leads to the same bytes', async () => {
    const { client } = await openWithLetters();
    const options = { ...carry(['agenda', 'pdf']), grouping: 'language' as const };
    const drafts = await draft(client, options, [
      [wang, 'zh'],
      [kuznetsov, 'ru'],
      [orlova, 'ru'],
      [li, 'zh'],
      [zhao, 'en'],
    ]);
    expect(drafts.map(({ letters }) => letters.map(({ attendanceId }) => attendanceId))).toEqual([
      [wang, li],
      [kuznetsov, orlova],
      [zhao],
    ]);
    expect(drafts.map(({ file }) => file.name)).toEqual([
      '2026-12-15 文件 (ZH).eml',
      '2026-12-15 Документы (RU).eml',
      '2026-12-15 Documents Zhao Wei (EN).eml',
    ]);
    const [chinese, russian, english] = await Promise.all(
      drafts.map(async ({ file }) => PostalMime.parse(await file.arrayBuffer())),
    );
    expect(chinese!.to).toEqual([
      { name: '王文丽', address: 'wang@example.org' },
      { name: '李娜', address: 'li.na@example.org' },
    ]);
    expect(chinese!.text).toContain('尊敬的各位同事：');
    expect(russian!.to).toEqual([{ name: 'Кузнецов Антон Борисович', address: 'kuznetsov@example.org' }]);
    expect(russian!.text).toContain('Уважаемые коллеги!');
    // One alone is written to by name.
    expect(english!.to).toBeUndefined();
    expect(english!.text).toContain('Dear Zhao Wei,');

    const kept = await client.letters.list({ meetingId });
    expect(new Set(kept.map(({ draftSha256 }) => draftSha256)).size).toBe(3);
    await client.meetings.update({ id: meetingId, startTime: '16:00' });
    for (const { letters, file } of drafts) {
      for (const { id: one } of letters) {
        const again = await client.letters.draftAgain({ id: one });
        expect([again.name, await again.bytes()]).toEqual([file.name, await file.bytes()]);
      }
    }
  });

  test('in the journal once, under its first letter; the same call again answers the same', async () => {
    const { backend, client } = await openWithLetters();
    const options = { ...carry(), kind: 'reminder' as const, grouping: 'language' as const };
    const people: [string | undefined, Language][] = [
      [wang, 'zh'],
      [li, 'zh'],
      [orlova, 'ru'],
    ];
    const drafts = await draft(client, options, people);
    await client.meetings.update({ id: meetingId, startTime: '16:00' });
    const again = await draft(client, { ...options, notes: { ...noTexts, zh: '又及' } }, people);
    expect(again.map(({ letters }) => letters)).toEqual(drafts.map(({ letters }) => letters));
    for (const [index, { file }] of again.entries()) {
      expect([file.name, await file.bytes()]).toEqual([drafts[index]!.file.name, await drafts[index]!.file.bytes()]);
    }
    const journal = await client.documents.journal({ meetingId });
    expect(journal.map(({ kind, format, languages }) => [kind, format, languages]).toSorted()).toEqual([
      ['letter', 'eml', ['ru']],
      ['letter', 'eml', ['zh']],
    ]);
    const logged = backend.context.connection.sql<{ letter_id: string }>('SELECT letter_id FROM export_log');
    expect(logged.map((row) => row.letter_id).toSorted()).toEqual([letterId(1), letterId(3)]);
    const entry = journal.find(({ languages }) => languages[0] === 'zh')!;
    expect(await (await client.documents.exportAgain({ id: entry.id })).bytes()).toEqual(await drafts[0]!.file.bytes());
  });

  test('each organisation gets its own extract only', async () => {
    const { client } = await openWithTwoOrganizations();
    const options = { ...carry(['extract', 'pdf']), grouping: 'language' as const };
    const drafts = await draft(client, options, [
      [kuznetsov, 'en'],
      [wang, 'en'],
      [orlova, 'en'],
      [ivanova, 'en'],
    ]);
    expect(drafts.map(({ letters }) => letters.map(({ attendanceId }) => attendanceId))).toEqual([
      [kuznetsov, orlova],
      [wang],
      [ivanova],
    ]);
    expect(drafts[0]!.file.name).toBe('2026-12-15 Documents Saint Petersburg Research Centre (EN).eml');
    const [first, second, third] = await Promise.all(drafts.map(({ file }) => read(file)));
    const whose = await Promise.all([first, second].map((mail) => readPdfBody(mail!.attachments[0]!.bytes)));
    expect(whose[0]).toContain(squash('Saint Petersburg Research Centre'));
    expect(whose[1]).toContain(squash('Jiangsu Industrial Technology Research Institute'));
    expect(third!.attachments).toEqual([]);
  });

  test('undo takes the letters away, the journal stays', async () => {
    const { client } = await openWithLetters();
    await draft(client, { ...carry(), kind: 'reminder', grouping: 'language' }, [
      [wang, 'zh'],
      [li, 'zh'],
    ]);
    await client.history.undo();
    expect(await client.letters.list({ meetingId })).toEqual([]);
    expect(await client.documents.journal({ meetingId })).toHaveLength(1);
    await client.history.redo();
    expect((await client.letters.draftAgain({ id: letterId(2) })).name).toBe('2026-12-15 提醒函 (ZH).eml');
  });
});

describe('subject and letterhead', () => {
  test('an own subject in one language, the usual one in the others', async () => {
    const { client } = await openWithLetters();
    const options = { ...carry(), subjects: { en: '', ru: '', zh: '  关于“会议”的文件 😀 ' } };
    const drafts = await draft(client, options, [
      [wang, 'zh'],
      [kuznetsov, 'ru'],
    ]);
    const mails = await Promise.all(drafts.map(({ file }) => read(file)));
    expect(mails.map(({ subject }) => subject)).toEqual([
      '关于“会议”的文件 😀',
      'Материалы: Третье заседание рабочей группы, 15 декабря 2026 г.',
    ]);
  });

  test('a line break or another control character in a subject is refused with its place', async () => {
    const { client } = await openWithLetters();
    for (const subject of ['a\r\nBcc: evil@example.org', 'a\nb', 'a\rb', 'a\u0000b', 'a\u0085b']) {
      const options = { ...carry(['agenda', 'pdf']), subjects: { ...noTexts, zh: subject } };
      const { error } = await safe(draft(client, options, [[wang, 'zh']]));
      expect(error).toMatchObject({ code: 'BAD_REQUEST' });
      expect(JSON.stringify((error as { data?: unknown }).data)).toContain('control:2');
    }
    expect(await client.letters.list({ meetingId })).toEqual([]);
  });

  test('the letterhead stands on the letter and its agenda, and below the mail', async () => {
    const { client } = await openWithLetters();
    const address = { en: '5 University Embankment', ru: 'Университетская наб., 5', zh: '' };
    await client.letterheads.update({ organizationId: centre, address, phone: '+7 812 000-00-00' });
    const options: Options = { ...carry(), kind: 'invitation', letterheadId: centre };
    const [made] = await draft(client, options, [[kuznetsov, 'ru']]);
    const mail = await read(made!.file);
    expect(plain(mail.text).trimEnd()).toMatch(/Университетская наб\., 5\n.*\+7 812 000-00-00$/u);
    for (const index of [0, 1]) {
      expect(await readPdfBody(mail.attachments[index]!.bytes)).toContain(squash(address.ru));
    }
    const { error } = await safe(draft(client, { ...options, letterheadId: id(2, 99) }, [[wang, 'zh']]));
    expect(error).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'organization' } });
  });

  test('a short letter as a mailto address', async () => {
    const { client } = await openWithLetters();
    const options = { ...carry(), kind: 'reminder' as const, language: 'en' as const };
    const short = await client.letters.preview({ ...options, attendanceId: kuznetsov! });
    expect(short.mailto).toMatch(/^mailto:kuznetsov@example\.org\?subject=Reminder%20/u);
    expect(decodeURIComponent(short.mailto!.split('&body=')[1]!)).toBe(
      plain(short.body).trimEnd().replaceAll('\n', '\r\n'),
    );
    const long = { ...options, notes: { ...noTexts, en: 'x'.repeat(2_000) }, attendanceId: kuznetsov! };
    expect((await client.letters.preview(long)).mailto).toBeNull();
  });
});

test('the calendar of a meeting is in the journal', async () => {
  const { client } = await openWithLetters();
  const file = await client.letters.calendar({ meetingId });
  const [entry] = await client.documents.journal({ meetingId });
  expect(entry).toMatchObject({ kind: 'calendar', format: 'ics', languages: ['en', 'ru', 'zh'], name: file.name });
  expect(await (await client.documents.exportAgain({ id: entry!.id })).bytes()).toEqual(await file.bytes());
});
