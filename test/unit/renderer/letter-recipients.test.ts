import { describe, expect, test } from 'vitest';
import type { Letter, Recipient } from '#shared/contract/letters.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { chooseFirst, groupBySide, makeRows } from '../../../renderer/features/letters/recipient-rows.ts';
import { makeAttendance, makeMeeting } from '../../support/records.ts';

const side = (id: string): MeetingDetail['meeting']['sides'][number] => ({
  id,
  country: '',
  name: { en: id, ru: '', zh: '' },
  zone: 'UTC',
  leadOrganizationId: null,
});
const meeting = makeMeeting({ sides: [side('ru'), side('zh')] });
const attendance = ['a', 'b', 'c', 'd'].map((id) => makeAttendance(meeting.id, { id }));
const detail: MeetingDetail = {
  meeting,
  isAmending: false,
  parentId: null,
  attendance,
  agenda: [],
  entries: [],
  agreements: [],
};

const recipient = (attendanceId: string, changes: Partial<Recipient> = {}): Recipient => ({
  attendanceId,
  name: attendanceId,
  email: '',
  language: 'en',
  sideId: null,
  response: 'none',
  roles: ['participant'],
  ...changes,
});
const letter = (attendanceId: string, draftedAtMs: number, changes: Partial<Letter> = {}): Letter => ({
  id: `${attendanceId}${String(draftedAtMs)}`,
  meetingId: meeting.id,
  circulationId: null,
  kind: 'invitation',
  attendanceId,
  name: '',
  email: '',
  language: 'ru',
  due: null,
  note: '',
  draftedAtMs,
  sentAtMs: null,
  draftSha256: '',
  ...changes,
});
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

describe('recipients of letters', () => {
  test('carry their last invitation or reminder, and go on being written to in its language', () => {
    const letters = [
      letter('a', 2, { kind: 'reminder', language: 'zh' }),
      letter('a', 1),
      letter('a', 3, { kind: 'circulation', language: 'en' }),
      letter('b', 1),
    ];
    const rows = makeRows(
      ['a', 'b', 'c'].map((id) => recipient(id)),
      letters,
      detail,
      new Map([['b', 'zh']]),
    );
    expect(rows.map(({ letter: last, language }) => [last?.id, language])).toEqual([
      ['a2', 'zh'],
      ['b1', 'zh'],
      [undefined, 'en'],
    ]);
  });

  test('stand side by side, in the order in which the sides come', () => {
    const recipients = [
      recipient('a', { sideId: 'zh' }),
      recipient('b'),
      recipient('c', { sideId: 'ru' }),
      recipient('d', { sideId: 'zh' }),
    ];
    const groups = groupBySide(makeRows(recipients, [], detail, new Map()), meeting.sides);
    expect(groups.map((group) => [group.side?.id, idsOf(group.rows)])).toEqual([
      ['zh', ['a', 'd']],
      [undefined, ['b']],
      ['ru', ['c']],
    ]);
  });

  test('are chosen from the start when the letter is for them', () => {
    const recipients = [
      recipient('a'),
      recipient('b'),
      recipient('c', { response: 'invited' }),
      recipient('d', { response: 'declined' }),
    ];
    const rows = makeRows(recipients, [letter('b', 1)], detail, new Map());
    // Whoever has a draft waiting needs no second one.
    expect(idsOf(chooseFirst(rows, 'invitation'))).toEqual(['a']);
    expect(idsOf(chooseFirst(rows, 'reminder'))).toEqual(['c']);
  });
});
