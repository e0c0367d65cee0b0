import { expect, test } from 'vitest';
import type { LetterKind } from '#shared/contract/letters.ts';
import type { OpenAction } from '#shared/contract/preparation.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { buildAgenda, buildLetter, type LetterOptions } from '#shared/domain/letters/index.ts';
import { readLabels } from '../../../electron/documents/labels.ts';
import { readLetterWords } from '../../../electron/documents/letter-words.ts';
import { describeBody } from '../../../electron/mail/body.ts';
import { id } from '../minutes/example-record.ts';
import { printSection } from '../minutes/print-section.ts';
import { meetingToCome, registered } from './letter-record.ts';

const common = { labels: readLabels(), words: readLetterWords() };
const china = id(1, 1);
const russia = id(1, 2);

function write(kind: LetterKind, language: Language, values: Partial<LetterOptions> = {}, record = meetingToCome()) {
  return buildLetter(record, kind, {
    ...common,
    language,
    recipientId: id(3, 2),
    due: '2026-12-01',
    note: { en: 'Please bring a passport.', ru: 'Просим иметь при себе паспорт.', zh: '请携带护照。' }[language],
    today: '2026-11-03',
    versionNumber: 2,
    exampleNumber: '2.1',
    agreed: [],
    ...values,
  });
}

const print = (
  kind: LetterKind,
  language: Language,
  values?: Partial<LetterOptions>,
  record?: MeetingRecord,
): string => {
  const { subject, document } = write(kind, language, values, record);
  return `${subject}\n${printSection(document.sections[0]!)}`;
};

const review: OpenAction = {
  entryId: id(6, 40),
  meetingId: id(0, 9),
  meetingDate: '2026-06-16',
  number: '5.1',
  text: { en: 'Send the list.', ru: 'Направить перечень.', zh: '提交清单。' },
  owners: [{ en: 'Centre', ru: 'Центр', zh: '' }],
  due: '2026-10-01',
  dueAtNextMeeting: false,
  status: 'in_progress',
  isReviewed: true,
};

test.each(languages)('every letter and the agenda, word for word (%s)', async (language) => {
  const agenda = buildAgenda(meetingToCome(), { ...common, language, today: '2026-11-03', reviews: [review] });
  const agreed = [
    { sideId: china, date: '2026-12-20' },
    { sideId: russia, date: '2027-01-11' },
  ];
  const enclosures = [
    { kind: 'minutes' as const, formats: ['pdf', 'docx'] },
    { kind: 'extract' as const, formats: ['pdf'] },
    { kind: 'actions_calendar' as const, formats: ['ics'] },
  ];
  const texts = [
    print('invitation', language),
    print('reminder', language),
    print('circulation', language),
    print('circulation_reminder', language, { due: null }),
    print('agreed', language, { agreed }),
    print('documents', language, { enclosures }),
    print('documents', language, { enclosures: enclosures.slice(1, 2), recipientId: null }),
    print('documents', language, { note: '' }),
    printSection(agenda.sections[0]!),
  ];
  await expect(texts.join('\n————\n\n')).toMatchFileSnapshot(`./expected/letters.${language}.txt`);
});

test.each(languages)('the mail says what the letter says (%s)', async (language) => {
  const { text, html } = describeBody(write('invitation', language).document);
  await expect(`${text}\n————\n${html}`).toMatchFileSnapshot(`./expected/mail.${language}.txt`);
});

test('markup in a name stays text', () => {
  const record = meetingToCome();
  record.meeting.title.en = '<script>alert(1)</script> & "co"';
  const { html } = describeBody(write('invitation', 'en', {}, record).document);
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;');
});

test('the host signs: by place, by clock; nobody invites themselves', () => {
  const signer = (change: (record: MeetingRecord) => void, recipientId = id(3, 2)): string => {
    const record = meetingToCome();
    change(record);
    return print('invitation', 'en', { recipientId }, record);
  };
  // The clock of the meeting is that of Nanjing.
  expect(signer(() => undefined)).toContain('Yours sincerely,\n[left] Wang Wenli\n');
  const inPetersburg = (record: MeetingRecord): void => {
    record.meeting.venues.push({ ...record.meeting.venues[0]!, id: id(8, 2), kind: 'main', country: 'RU' });
  };
  expect(signer(inPetersburg)).toContain('Yours sincerely,\n[left] Marina I.~Orlova\n');
  expect(signer(inPetersburg, id(3, 3))).toContain('Yours sincerely,\n[left] Li Na\n');
  expect(
    signer((record) => {
      inPetersburg(record);
      record.attendance = record.attendance.filter(({ id: row }) => row === id(3, 2));
    }),
  ).toContain('Yours sincerely,\n[left] Joint Working Group\n');
});

test('a secretary of the group stands in where the list of the meeting names none', () => {
  const record = meetingToCome();
  record.attendance = record.attendance.filter(({ id: row }) => row === id(3, 2));
  record.people.push(registered(20, { en: ['Zhou', 'Min'] }, { country: 'CN', email: 'zhou@example.org' }));
  const member = { id: id(13, 1), sideId: null, personId: id(4, 20), organizationId: null, from: null, to: null };
  record.group!.members = [{ ...member, role: 'secretary' }];
  const text = print('invitation', 'en', {}, record);
  expect(text).toContain('please contact Zhou Min, e-mail:~zhou@example.org.');
  record.group!.members = [{ ...member, role: 'secretary', to: '2026-01-31' }];
  expect(print('invitation', 'en', {}, record)).not.toContain('Zhou Min');
});

test('a delegation is asked for its names', () => {
  const text = print('invitation', 'en', { recipientId: id(3, 5) });
  expect(text).toContain('Dear colleagues,');
  expect(text).toContain('names and offices of the members of your delegation');
});

test('a link that is known needs no announcement', () => {
  const record = meetingToCome();
  expect(print('invitation', 'en', {}, record)).toContain('link to the video conference will be sent');
  record.meeting.venues[0]!.place.en = 'https://meet.example.org/1';
  expect(print('invitation', 'en', {}, record)).not.toContain('will be sent separately');
});

test('times of the agenda stop where a duration is missing', () => {
  const record = meetingToCome();
  record.agenda[1]!.plannedMinutes = null;
  const [section] = buildAgenda(record, { ...common, language: 'en', today: '2026-11-03', reviews: [] }).sections;
  const text = printSection(section!);
  expect(text).toContain('1 || 15:00–15:10 || Opening');
  expect(text).toContain('2 || 15:10 || Fields');
  expect(text).toContain('3 || 45~min || Exchange');
  expect(text).not.toContain('Planned duration');
});
