import { describe, expect, test } from 'vitest';
import { type ReadinessLine, readinessCodes, readinessLine } from '#shared/contract/preparation.ts';
import { emptyText } from '#shared/domain/language.ts';
import { checkReadiness, type PlannedMeeting } from '#shared/domain/readiness.ts';
import { makeAgendaItem, makeAttendance, makeMeeting } from '../../support/records.ts';

type Attendance = PlannedMeeting['attendance'][number];
type Item = PlannedMeeting['agenda'][number];
type Fields = Partial<PlannedMeeting['meeting']>;

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const words = (en: string) => ({ ...emptyText(), en });
const side = (number: number, quorum?: number) => ({
  id: id(number),
  country: number === 1 ? 'CN' : 'RU',
  name: words(`Side ${String(number)}`),
  zone: 'Asia/Shanghai',
  leadOrganizationId: null,
  ...(quorum !== undefined && { quorum }),
});

function plan({
  meeting = {},
  people = [],
  items = [],
  invited = [],
  emails = {},
}: {
  meeting?: Fields;
  people?: Partial<Attendance>[];
  items?: Partial<Item>[];
  invited?: number[];
  emails?: Record<number, string>;
}): PlannedMeeting {
  return {
    meeting: makeMeeting({ status: 'planned', workingLanguages: [], ...meeting }),
    attendance: people.map((changes, index) =>
      makeAttendance(id(0), { id: id(100 + index), orderKey: `a${String(index)}`, presence: 'expected', ...changes }),
    ),
    agenda: items.map((changes, index) => ({
      ...makeAgendaItem(id(0), `a${String(index)}`),
      id: id(200 + index),
      ...changes,
    })),
    invitedIds: new Set(invited.map((number) => id(number))),
    emails: new Map(Object.entries(emails).map(([number, email]) => [id(Number(number)), email])),
  };
}

/** «ready» or «open» with count, label and id where there are any; one per line of the code. */
function linesOf(code: ReadinessLine['code'], planned: Parameters<typeof plan>[0]): string[] {
  return checkReadiness(plan(planned))
    .filter((line) => line.code === code)
    .map(({ isReady, count, label, place }) =>
      [isReady ? 'ready' : 'open', String(count), label.en, place.id?.slice(-3) ?? ''].filter(Boolean).join(' '),
    );
}

const person = (number: number, changes: Partial<Attendance> = {}): Partial<Attendance> => ({
  personId: id(number),
  ...changes,
});
const hall = (city: string) => [
  { id: id(9), kind: 'main' as const, city: words(city), place: emptyText(), country: 'CN' },
];
const sides = [side(1), side(2)];
const heads = sides.map((one) => person(1, { sideId: one.id, roles: ['head_of_delegation'] }));

const cases: Record<ReadinessLine['code'], [planned: Parameters<typeof plan>[0], lines: string[]][]> = {
  'title-missing': [
    [{ meeting: { title: emptyText() } }, ['open 0']],
    [{ meeting: { title: words('Meeting') } }, ['ready 0']],
  ],
  'time-missing': [
    [{ meeting: { startTime: null } }, ['open 0']],
    [{ meeting: { startTime: '10:00' } }, ['ready 0']],
  ],
  'place-missing': [
    [{ meeting: { format: 'in_person' } }, ['open 0']],
    [{ meeting: { format: 'hybrid', venues: hall('') } }, ['open 0']],
    [{ meeting: { format: 'in_person', venues: hall('Nanjing') } }, ['ready 0']],
    [{ meeting: { format: 'online' } }, []],
  ],
  'agenda-empty': [
    [{}, ['open 0']],
    [{ items: [{}, {}] }, ['ready 2']],
  ],
  'agenda-title-missing': [
    [{ items: [{}, { title: emptyText() }, { title: emptyText() }] }, ['open 2 201']],
    [{ items: [{}] }, ['ready 0']],
    [{}, []],
  ],
  'presenter-missing': [
    [{ items: [{ presenterAttendanceId: id(100) }, {}] }, ['open 1 201']],
    [{ items: [{ presenterAttendanceId: id(100) }] }, ['ready 0']],
  ],
  'presenter-declined': [
    [
      { people: [person(1, { response: 'declined' })], items: [{}, { presenterAttendanceId: id(100) }] },
      ['open 1 201'],
    ],
    [{ people: [person(1, { presence: 'excused' })], items: [{ presenterAttendanceId: id(100) }] }, ['open 1 200']],
    [{ people: [person(1)], items: [{ presenterAttendanceId: id(100) }] }, ['ready 0']],
    [{ items: [{}] }, []],
  ],
  'minutes-missing': [
    [{ items: [{ plannedMinutes: 10 }, { plannedMinutes: null }] }, ['open 1 201']],
    [{ items: [{ plannedMinutes: 10 }] }, ['ready 0']],
  ],
  'too-little-time': [
    [
      { meeting: { startTime: '10:00', endTime: '11:00' }, items: [{ plannedMinutes: 45 }, { plannedMinutes: 30 }] },
      ['open 15'],
    ],
    [{ meeting: { startTime: '10:00', endTime: '11:00' }, items: [{ plannedMinutes: 60 }] }, ['ready 0']],
    [
      { meeting: { startTime: '10:00', endTime: '12:00', endDate: '2026-11-21' }, items: [{ plannedMinutes: 241 }] },
      ['open 1'],
    ],
    [{ meeting: { startTime: '10:00', endTime: null }, items: [{ plannedMinutes: 600 }] }, []],
    [{ meeting: { startTime: '10:00', endTime: '11:00' }, items: [{}] }, []],
  ],
  'nobody-expected': [
    [{ people: [person(1, { response: 'declined' }), person(2, { presence: 'absent' })] }, ['open 0']],
    [{ people: [person(1), person(2, { response: 'declined' })] }, ['ready 1']],
  ],
  'chair-missing': [
    [{ people: [person(1)] }, ['open 0']],
    [{ people: [person(1, { roles: ['chair'], response: 'declined' })] }, ['open 0']],
    [{ people: [person(1, { roles: ['co_chair'] })] }, ['ready 0']],
    [{ meeting: { sides }, people: heads }, ['ready 0']],
    [{ meeting: { sides }, people: heads.slice(1) }, ['open 0']],
  ],
  'secretary-missing': [
    [{ people: [person(1)] }, ['open 0']],
    [{ people: [person(1, { roles: ['secretary'] })] }, ['ready 0']],
  ],
  'interpreter-missing': [
    [{ meeting: { workingLanguages: ['ru', 'zh'] } }, ['open 0']],
    [{ meeting: { workingLanguages: ['ru', 'zh'] }, people: [person(1, { roles: ['interpreter'] })] }, ['ready 0']],
    [{ meeting: { workingLanguages: ['ru'] } }, []],
  ],
  'head-missing': [
    [{ meeting: { sides }, people: heads.slice(0, 1) }, ['ready 0 Side 1', 'open 0 Side 2']],
    [{ people: heads }, []],
  ],
  'not-invited': [
    [{ people: [person(1), person(2, { response: 'invited' }), person(3)], invited: [102] }, ['open 1 100']],
    [{ people: [person(1, { response: 'confirmed' })] }, ['ready 0']],
    [{ people: [person(1, { response: 'declined' }), { roles: ['secretary'] }] }, []],
  ],
  'not-answered': [
    [{ people: [person(1), person(2, { response: 'invited' }), person(3)], invited: [102] }, ['open 2 101']],
    [{ people: [person(1, { response: 'declined' }), person(2, { response: 'confirmed' })] }, ['ready 0']],
    [{ people: [person(1)] }, []],
  ],
  'quorum-not-confirmed': [
    [
      {
        meeting: { sides: [side(1, 3), side(2)] },
        people: [
          person(1, { sideId: id(1), response: 'confirmed' }),
          person(2, { sideId: id(1), response: 'invited' }),
          person(3, { sideId: id(2), response: 'confirmed' }),
          person(4, { sideId: id(1), response: 'confirmed', roles: ['interpreter'] }),
        ],
      },
      ['open 2 Side 1'],
    ],
    [
      { meeting: { sides: [side(1, 3)] }, people: [{ sideId: id(1), response: 'confirmed', headCount: 3 }] },
      ['ready 0 Side 1'],
    ],
  ],
  'email-missing': [
    [{ people: [person(1), person(2), {}], emails: { 1: 'a@example.org', 2: ' ' } }, ['open 1 101']],
    [{ people: [person(1)], emails: { 1: 'a@example.org' } }, ['ready 0']],
    [{ people: [person(1, { response: 'declined' })] }, []],
  ],
};

describe.each(readinessCodes)('%s', (code) => {
  test.each(cases[code].map(([planned, lines]) => ({ planned, lines })))('case %#: $lines', ({ planned, lines }) => {
    expect(linesOf(code, planned)).toEqual(lines);
  });
});

test('every line has the shape of the contract, in the order of the codes', () => {
  const lines = checkReadiness(plan({ meeting: { sides: [side(1, 2)] }, people: heads, items: [{}] }));
  expect(lines.map((line) => readinessLine.parse(line))).toEqual(lines);
  const order = lines.map(({ code }) => readinessCodes.indexOf(code));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});
