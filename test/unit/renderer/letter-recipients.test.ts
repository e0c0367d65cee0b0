import { describe, expect, test } from 'vitest';
import type { Letter, Recipient } from '#shared/contract/letters.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import {
  chooseFirst,
  countAddresses,
  countDrafts,
  filterRows,
  groupByDraft,
  groupBySide,
  makeRows,
  noFilter,
  rolesOf,
} from '../../../renderer/features/letters/recipient-rows.ts';
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
      'reminder',
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
    const groups = groupBySide(makeRows(recipients, [], detail, new Map(), 'invitation'), meeting.sides);
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
    const rows = makeRows(recipients, [letter('b', 1)], detail, new Map(), 'invitation');
    // Whoever has a draft waiting needs no second one.
    expect(idsOf(chooseFirst(rows, 'invitation'))).toEqual(['a']);
    expect(idsOf(chooseFirst(rows, 'reminder'))).toEqual(['c']);
    expect(chooseFirst(rows, 'documents')).toEqual([]);
  });

  test('carry their last letter with documents where documents are sent', () => {
    const letters = [
      letter('a', 1, { kind: 'documents', language: 'zh' }),
      letter('a', 2, { kind: 'reminder', language: 'en' }),
      letter('b', 1, { language: 'zh' }),
    ];
    const rows = makeRows(
      ['a', 'b', 'c'].map((id) => recipient(id)),
      letters,
      detail,
      new Map(),
      'documents',
    );
    expect(rows.map(({ letter: last, language }) => [last?.id, language])).toEqual([
      ['a1', 'zh'],
      [undefined, 'zh'],
      [undefined, 'en'],
    ]);
  });

  test('are narrowed by side and by role', () => {
    const rows = makeRows(
      [
        recipient('a', {
          sideId: 'zh',
          roles: ['head_of_delegation', 'chair'],
          email: 'a@example.org',
          language: 'zh',
        }),
        recipient('b', { roles: ['interpreter'] }),
        recipient('c', { sideId: 'ru', roles: ['head_of_delegation'], email: 'c@example.org', language: 'ru' }),
        recipient('d', { sideId: 'zh', roles: [], language: 'zh' }),
      ],
      [],
      detail,
      new Map(),
      'documents',
    );
    const narrow = (side: string, role: Parameters<typeof filterRows>[1]['role']): string[] =>
      idsOf(filterRows(rows, { side, role }, meeting.sides));
    expect(filterRows(rows, noFilter, meeting.sides)).toBe(rows);
    expect(narrow('zh', 'all')).toEqual(['a', 'd']);
    expect(narrow('neither', 'all')).toEqual(['b']);
    expect(narrow('all', 'head_of_delegation')).toEqual(['a', 'c']);
    expect(narrow('zh', 'head_of_delegation')).toEqual(['a']);
    expect(narrow('ru', 'interpreter')).toEqual([]);
    expect(rolesOf(rows)).toEqual(['chair', 'head_of_delegation', 'interpreter']);
    expect(countAddresses(rows)).toEqual({ withAddress: 2, without: 2 });
    expect([countDrafts(rows, 'recipient'), countDrafts(rows, 'language')]).toEqual([4, 3]);
  });

  test('of one draft are sent together', () => {
    const draftSha256 = 'f'.repeat(64);
    const one = letter('a', 1, { draftSha256 });
    const two = letter('b', 1, { draftSha256 });
    const later = letter('a', 2, { draftSha256 });
    const drafts = groupByDraft([one, two, later, letter('c', 1), letter('d', 1)]);
    expect(drafts.get(one.id)).toEqual([one, two]);
    expect(drafts.get(two.id)).toEqual([one, two]);
    expect([...drafts.keys()]).toEqual([one.id, two.id]);
    const rows = makeRows(
      [recipient('b'), recipient('d')],
      [one, two, letter('d', 1)],
      detail,
      new Map(),
      'invitation',
    );
    expect(rows.map(({ draft }) => idsOf(draft))).toEqual([[one.id, two.id], ['d1']]);
  });
});
