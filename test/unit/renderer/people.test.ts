import { describe, expect, test } from 'vitest';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import { parseGuest } from '../../../renderer/features/minutes/people/parse-guest.ts';
import { peopleOrder } from '../../../renderer/features/minutes/people/people-order.ts';
import {
  arrive,
  clockOf,
  countSides,
  setPresence,
  togglePresence,
} from '../../../renderer/features/minutes/people/presence.ts';

let made = 0;
const person = (id: string, known: Partial<Attendance> = {}): Attendance => ({
  id,
  meetingId: 'meeting',
  personId: id,
  organizationId: null,
  headCount: null,
  sideId: null,
  roles: [],
  category: 'participant',
  mode: 'in_person',
  response: 'none',
  presence: 'present',
  arrivedAt: null,
  leftAt: null,
  name: { ...emptyText(), en: id },
  position: emptyText(),
  organization: emptyText(),
  orderKey: `a${String(++made).padStart(4, '0')}`,
  ...known,
});
const people = (count: number): Attendance[] => Array.from({ length: count }, (_, index) => person(`p${index + 1}`));
const spoken = (...ids: string[]): Map<string, number> => new Map(ids.map((id, index) => [id, index + 1]));

describe('order of the People pane', () => {
  test('speakers, the last first; chairs; heads; the protocol order; in attendance; then those who are away', () => {
    const attendance = [
      person('excused', { presence: 'excused', roles: ['chair'] }),
      person('interpreter', { roles: ['interpreter'] }),
      person('guest', { category: 'in_attendance' }),
      person('member'),
      person('proxy', { presence: 'proxy' }),
      person('head', { roles: ['head_of_delegation'] }),
      person('chair', { roles: ['chair'] }),
      person('spoke first'),
      person('spoke last'),
    ];
    expect(peopleOrder({ attendance, spoken: spoken('spoke first', 'spoke last'), before: null })).toEqual([
      ...['spoke last', 'spoke first', 'chair', 'head', 'member', 'proxy', 'interpreter', 'guest', 'excused'],
    ]);
  });

  test('who may still come stands behind those who are there and before those who will not', () => {
    const attendance = [
      person('absent', { presence: 'absent' }),
      person('expected', { presence: 'expected' }),
      person('expected chair', { presence: 'expected', roles: ['chair'] }),
      person('member'),
    ];
    expect(peopleOrder({ attendance, spoken: spoken(), before: null })).toEqual([
      ...['member', 'expected chair', 'expected', 'absent'],
    ]);
  });

  test('nine speakers at most stand in front', () => {
    const attendance = people(12);
    const ids = attendance.map(({ id }) => id);
    const order = peopleOrder({ attendance, spoken: spoken(...ids), before: null });
    expect(order.slice(0, 9)).toEqual(ids.toReversed().slice(0, 9));
    expect(order.slice(9)).toEqual(['p1', 'p2', 'p3']);
  });

  test('numbers stay with their people whoever speaks, comes or goes', () => {
    const attendance = people(9);
    const before = peopleOrder({ attendance, spoken: spoken(), before: null });
    const later = attendance.map((row) => (row.id === 'p2' ? { ...row, presence: 'absent' as const } : row));
    expect(peopleOrder({ attendance: later, spoken: spoken('p9', 'p4'), before })).toEqual(before);
  });

  test('a speaker without a number takes the place of the last who has not spoken', () => {
    const attendance = people(11);
    const before = peopleOrder({ attendance, spoken: spoken(), before: null });
    const order = peopleOrder({ attendance, spoken: spoken('p9', 'p11'), before });
    expect(order).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p11', 'p9', 'p8', 'p10']);
  });

  test('when all nine have spoken, the one whose speech is longest ago gives way', () => {
    const attendance = people(10);
    const nine = ['p3', 'p1', 'p2', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9'];
    const before = peopleOrder({ attendance, spoken: spoken(), before: null });
    const order = peopleOrder({ attendance, spoken: spoken(...nine, 'p10'), before });
    expect(order).toEqual(['p1', 'p2', 'p10', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p3']);
  });

  test('who is added gets a free number, or a place among those without', () => {
    const three = people(3);
    const before = peopleOrder({ attendance: three, spoken: spoken(), before: null });
    const chair = person('late chair', { roles: ['chair'] });
    expect(peopleOrder({ attendance: [...three, chair], spoken: spoken(), before })).toEqual([...before, 'late chair']);

    const eleven = people(11);
    const full = peopleOrder({ attendance: eleven, spoken: spoken(), before: null });
    expect(peopleOrder({ attendance: [...eleven, chair], spoken: spoken(), before: full })).toEqual([
      ...full.slice(0, 9),
      ...['late chair', 'p10', 'p11'],
    ]);
  });

  test('the number of one who was removed goes to the next without a number', () => {
    const attendance = people(11);
    const before = peopleOrder({ attendance, spoken: spoken(), before: null });
    const left = attendance.filter(({ id }) => id !== 'p2');
    expect(peopleOrder({ attendance: left, spoken: spoken(), before })).toEqual(
      ['p1', 'p10', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p11'], // prettier-ignore
    );
  });
});

describe('presence', () => {
  test('the clock is that of the meeting’s zone, and only while it is going on', () => {
    const nowMs = Date.UTC(2026, 0, 15, 6, 5);
    expect(clockOf({ status: 'live', zone: 'Asia/Shanghai' }, nowMs)).toBe('14:05');
    expect(clockOf({ status: 'draft', zone: 'Asia/Shanghai' }, nowMs)).toBeNull();
  });

  const here = { presence: 'present', arrivedAt: '14:05', leftAt: null } as const;
  test.each([
    ['absent comes in, live', { presence: 'absent' }, '14:05', false, here],
    ['absent comes in, not live', { presence: 'absent' }, null, false, { ...here, arrivedAt: null }],
    ['came back', { arrivedAt: '13:00', leftAt: '13:30' }, '14:05', false, { presence: 'present', leftAt: null }],
    ['was only thought to be there', {}, '14:05', false, { presence: 'absent', arrivedAt: null, leftAt: null }],
    ['has spoken and goes', {}, '14:05', true, { presence: 'present', leftAt: '14:05' }],
    ['arrived long ago and goes', { arrivedAt: '13:00' }, '14:05', false, { presence: 'present', leftAt: '14:05' }],
    [
      'slip of the finger',
      { arrivedAt: '14:04' },
      '14:05',
      false,
      { presence: 'absent', arrivedAt: null, leftAt: null },
    ],
    ['has spoken, not live', {}, null, true, { presence: 'absent', arrivedAt: null, leftAt: null }],
  ] as const)('space bar: %s', (_name, row, clock, hasSpoken, change) => {
    expect(togglePresence(person('one', row), clock, hasSpoken)).toEqual(change);
  });

  test('space bar: a slip of the finger leaves those expected who were', () => {
    const here = person('one', { arrivedAt: '14:04' });
    expect(togglePresence(here, '14:05', false, 'expected').presence).toBe('expected');
    expect(togglePresence(here, '14:05', false, 'excused').presence).toBe('absent');
    expect(togglePresence(here, '15:00', false, 'expected')).toEqual({ presence: 'present', leftAt: '15:00' });
  });

  test('who is there already does not arrive again; nobody arrives by proxy', () => {
    expect(arrive(person('one', { arrivedAt: '13:00' }), '14:05')).toEqual({});
    expect(setPresence(person('one', { arrivedAt: '13:00' }), 'proxy', '14:05')).toEqual({
      ...{ presence: 'proxy', arrivedAt: null, leftAt: null },
    });
  });
});

describe('counts per side', () => {
  const side = (id: string, quorum?: number): MeetingSide => ({
    ...{ id, country: '', name: emptyText(), zone: 'UTC', leadOrganizationId: null },
    ...(quorum !== undefined && { quorum }),
  });

  test('members in the room, delegations by their heads; who left, proxies and interpreters make no quorum', () => {
    const attendance = [
      person('a', { sideId: 'x' }),
      person('b', { sideId: 'x', leftAt: '14:10' }),
      person('c', { sideId: 'x', presence: 'proxy' }),
      person('d', { sideId: 'x', personId: null, headCount: 12 }),
      person('e', { sideId: 'x', roles: ['interpreter'] }),
      person('f', { sideId: 'x', category: 'in_attendance', presence: 'absent' }),
      person('g', { sideId: 'gone' }),
    ];
    const counts = countSides([side('x', 15), side('y', 1), side('z')], attendance);
    expect(counts.map(({ side, ...rest }) => ({ id: side?.id, ...rest }))).toEqual([
      { id: 'x', number: 1, present: 13, all: 15, others: 1, missing: 2 },
      { id: 'y', number: 2, present: 0, all: 0, others: 0, missing: 1 },
      { id: 'z', number: 3, present: 0, all: 0, others: 0, missing: null },
      { id: undefined, number: 0, present: 1, all: 1, others: 0, missing: null },
    ]);
  });
});

describe('a guest on one line', () => {
  test.each([
    ['Jane Smith, Acme Ltd', { en: 'Jane Smith' }, { en: 'Acme Ltd' }, null],
    ['Иванов Иван, ОАО «Заря», Москва', { ru: 'Иванов Иван' }, { ru: 'ОАО «Заря», Москва' }, null],
    ['王芳，科技部', { zh: '王芳' }, { zh: '科技部' }, null],
    ['  Jane Smith ', { en: 'Jane Smith' }, {}, null],
    ['王芳, Acme', { zh: '王芳' }, { en: 'Acme' }, null],
    ['科技部，１２人', {}, { zh: '科技部' }, 12],
    ['Ministry of Science, Technology, 12 people', {}, { en: 'Ministry of Science, Technology' }, 12],
    ['Минэнерго, 5 чел.', {}, { ru: 'Минэнерго' }, 5],
    ['Smith, Room 12', { en: 'Smith' }, { en: 'Room 12' }, null],
    ['Smith, 0', { en: 'Smith' }, { en: '0' }, null],
  ])('%s', (typed, name, organization, headCount) => {
    expect(parseGuest(typed)).toEqual({
      name: { ...emptyText(), ...name },
      organization: { ...emptyText(), ...organization },
      headCount,
    });
  });

  test.each(['', '  ', ', Acme', '，'])('«%s» names nobody', (typed) => {
    expect(parseGuest(typed)).toBeNull();
  });
});
