import { languages } from '#shared/domain/language.ts';
import type { Connection } from '../../../electron/db/connection.ts';
import { fillRegister, generateEntryTexts, generatePeople } from '../register.ts';
import { createRandom } from '../register/random.ts';
import { fillTimeline } from './timeline-rows.ts';

export interface RegisterCounts {
  people: number;
  organizations: number;
  meetings: number;
  actions: number;
  proposals: number;
  agreements: number;
}

const decisionsPerMeeting = 3;
const attendantsPerMeeting = 12;
const membersPerGroup = 40;
const statuses = ['done', 'done', 'done', 'open', 'in_progress', 'cancelled'] as const;
const dayMs = 86_400_000;

type Row = Record<string, string | number | null>;

/**
 * Writes meetings of working groups with two sides each, whose people own action items, beside decisions, proposals and
 * agreements, straight into the tables of an empty data folder. A tenth of the actions has got other owners since. Every
 * text stands in three languages. Nothing in it is real.
 */
export function fillRegisters(connection: Connection, counts: RegisterCounts): void {
  fillTimeline(connection, { ...counts, decisionsPerMeeting });
  fillRegister(connection, { people: generatePeople(counts.people), organizations: [], entries: [] });
  connection.transaction(() => {
    fill(connection, counts);
  });
}

function fill(connection: Connection, counts: RegisterCounts): void {
  const random = createRandom(82);
  const insert = (table: string, row: Row): void => {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, ...Object.values(row));
  };
  const idsOf = (table: string): string[] =>
    connection.sql<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`).map(({ id }) => id);
  const people = idsOf('person');
  const organizations = idsOf('organization');
  const members = new Map(
    idsOf('working_group').map((groupId) => {
      const sideIds = ['CN', 'RU'].map((country, index) => {
        const id = random.id();
        insert('group_side', {
          ...sideRow(id, country, index),
          group_id: groupId,
          coordinating_organization_id: null,
        });
        return id;
      });
      const chosen = Array.from({ length: membersPerGroup }, (_, index) => {
        const personId = random.pick(people);
        insert('membership', {
          id: random.id(),
          group_id: groupId,
          side_id: sideIds[index % 2] ?? null,
          person_id: personId,
          organization_id: null,
          role: 'member',
          from_date: null,
          to_date: random.isLikely(0.1) ? '2020-12-31' : null,
          order_index: index,
        });
        return personId;
      });
      return [groupId, chosen] as const;
    }),
  );
  const meetings = connection.sql<{ id: string; group_id: string; date: string; item_id: string }>(
    `SELECT id, group_id, date, (SELECT id FROM agenda_item WHERE meeting_id = meeting.id) AS item_id
     FROM meeting ORDER BY date, id`,
  );
  const texts = generateEntryTexts(3_000).map(({ text }) => text);
  const addEntry = (meeting: (typeof meetings)[number], kind: string, place: number): string => {
    const id = random.id();
    insert('entry', {
      id,
      meeting_id: meeting.id,
      agenda_item_id: meeting.item_id,
      kind,
      speaker_attendance_id: null,
      source_language: 'ru',
      at_ms: null,
      order_key: `a1${String(place).padStart(3, '0')}V`,
    });
    for (const language of languages) {
      insert('entry_text', {
        entry_id: id,
        language,
        text: random.pick(texts),
        revision: 1,
        base_revision: null,
        status: 'draft',
      });
    }
    return id;
  };
  for (const [index, meeting] of meetings.entries()) {
    const sideIds = ['CN', 'RU'].map((country, place) => {
      const id = random.id();
      insert('meeting_side', { ...sideRow(id, country, place), meeting_id: meeting.id, quorum: null });
      return id;
    });
    const present = Array.from({ length: attendantsPerMeeting }, () =>
      random.pick(members.get(meeting.group_id) ?? people),
    );
    for (const [place, personId] of [...new Set(present)].entries()) {
      insert('attendance', attendanceRow(random.id(), meeting.id, personId, sideIds[place % 2] ?? '', place));
    }
    const share = (count: number): number =>
      Math.floor(((index + 1) * count) / meetings.length) - Math.floor((index * count) / meetings.length);
    for (let place = 0; place < share(counts.proposals); place++) addEntry(meeting, 'proposal', 500 + place);
    for (let place = 0; place < share(counts.actions); place++) {
      const entryId = addEntry(meeting, 'action', place);
      const isNext = random.isLikely(0.1);
      const dueMs = Date.parse(meeting.date) + random.below(200) * dayMs;
      const due = isNext || random.isLikely(0.1) ? null : new Date(dueMs).toISOString().slice(0, 10);
      const assignment = { entry_id: entryId, due, due_at_next_meeting: isNext ? 1 : 0 };
      insert('action', { ...assignment, status: random.pick(statuses) });
      const owner = (): Row => {
        const kind = random.next();
        return {
          id: random.id(),
          entry_id: entryId,
          person_id: kind < 0.6 ? random.pick(present) : null,
          organization_id: kind >= 0.6 && kind < 0.85 ? random.pickEarly(organizations) : null,
          side_id: kind >= 0.85 ? random.pick(sideIds) : null,
        };
      };
      const owners = 1 + random.below(2);
      for (let one = 0; one < owners; one++) insert('action_owner', { ...owner(), order_index: one });
      if (!random.isLikely(0.1)) continue;
      insert('action_assignment', assignment);
      insert('action_assignee', { ...owner(), order_index: 0 });
    }
  }
}

function columnsOf(column: string, value?: Record<(typeof languages)[number], string>): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [`${column}_${language}`, value?.[language] ?? '']));
}

const sideRow = (id: string, country: string, index: number): Row => ({
  id,
  country,
  zone: country === 'CN' ? 'Asia/Shanghai' : 'Europe/Moscow',
  ...columnsOf(
    'name',
    country === 'CN'
      ? { en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' }
      : { en: 'Russian side', ru: 'Российская сторона', zh: '俄方' },
  ),
  lead_organization_id: null,
  order_index: index,
});

const attendanceRow = (id: string, meetingId: string, personId: string, sideId: string, place: number): Row => ({
  id,
  meeting_id: meetingId,
  person_id: personId,
  organization_id: null,
  head_count: null,
  side_id: sideId,
  roles: '["participant"]',
  category: 'participant',
  mode: 'online',
  response: 'none',
  presence: 'present',
  arrived_at: null,
  left_at: null,
  ...columnsOf('name'),
  ...columnsOf('position'),
  ...columnsOf('organization'),
  order_key: `a1${String(place).padStart(2, '0')}V`,
});
