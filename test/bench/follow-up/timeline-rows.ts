import type { Connection } from '../../../electron/db/connection.ts';
import { generateOrganizations } from '../register.ts';
import { createRandom } from '../register/random.ts';

export interface TimelineCounts {
  organizations: number;
  meetings: number;
  agreements: number;
  decisionsPerMeeting: number;
}

const groups = 12;
const areas = 10;
const partnersPerMeeting = { fewest: 3, more: 7 };
const firstDayMs = Date.UTC(2001, 0, 8);
const dayMs = 86_400_000;
/** So many years are filled evenly. */
const years = 25;

type Row = Record<string, string | number | null>;

/**
 * Writes meetings with those present and their decisions, and agreements between organisations, straight into the tables
 * of an empty data folder: through the contract they would take minutes. Nothing in it is real.
 */
export function fillTimeline(connection: Connection, counts: TimelineCounts): void {
  connection.transaction(() => fill(connection, counts));
}

function fill(connection: Connection, counts: TimelineCounts): void {
  const random = createRandom(81);
  const insert = (table: string, row: Row): void => {
    const columns = Object.keys(row);
    const places = columns.map(() => '?').join(', ');
    connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, ...Object.values(row));
  };
  const organizationIds = generateOrganizations(counts.organizations).map((organization) => {
    const { id, name, kind, country } = organization;
    insert('organization', {
      id,
      ...columnsOf('name', name),
      ...columnsOf('abbreviation'),
      kind,
      country,
      ...columnsOf('city'),
      note: '',
    });
    return id;
  });
  const groupIds = Array.from({ length: groups }, (_, index) => {
    const id = random.id();
    const name = numbered(index + 1, 'Working group', 'Рабочая группа', '工作组');
    const empty = { ...columnsOf('mandate'), ...columnsOf('aims'), ...columnsOf('tasks'), ...columnsOf('areas') };
    insert('working_group', { id, ...columnsOf('name', name), ...empty, founding_document: '' });
    return id;
  });
  const areaIds = Array.from({ length: areas }, (_, index) => {
    const id = random.id();
    insert('area', { id, ...columnsOf('name', numbered(index + 1, 'Area', 'Направление', '领域')) });
    return id;
  });
  const putArea = (kind: string, recordId: string): void => {
    insert('record_area', { kind, record_id: recordId, area_id: random.pick(areaIds) });
  };
  for (const id of groupIds) putArea('group', id);

  const spanDays = years * 365;
  const dateOf = (index: number, count: number): string =>
    new Date(firstDayMs + Math.floor((index / count) * spanDays) * dayMs).toISOString().slice(0, 10);
  const meetingIds = Array.from({ length: counts.meetings }, (_, index) => {
    const id = random.id();
    const groupId = random.pick(groupIds);
    insert('meeting', meetingRow(id, groupId, index + 1, dateOf(index, counts.meetings)));
    if (random.isLikely(0.3)) putArea('meeting', id);
    // A few organisations meet far more often than the others.
    const present = new Set<string>();
    const wanted = partnersPerMeeting.fewest + random.below(partnersPerMeeting.more);
    while (present.size < Math.min(wanted, organizationIds.length)) present.add(random.pickEarly(organizationIds));
    for (const [place, organizationId] of [...present].entries()) {
      insert('attendance', attendanceRow(random.id(), id, organizationId, place));
    }
    const itemId = random.id();
    const title = columnsOf('title', { en: 'Item', ru: 'Пункт', zh: '议题' });
    insert('agenda_item', {
      id: itemId,
      meeting_id: id,
      ...title,
      presenter_attendance_id: null,
      planned_minutes: null,
      state: 'discussed',
      order_key: 'a0',
    });
    for (let place = 0; place < counts.decisionsPerMeeting; place++) {
      const entryId = random.id();
      insert('entry', {
        id: entryId,
        meeting_id: id,
        agenda_item_id: itemId,
        kind: 'decision',
        speaker_attendance_id: null,
        source_language: 'en',
        at_ms: null,
        order_key: `a0${String(place).padStart(2, '0')}V`,
      });
      const text = `To support joint project ${index + 1}.${place + 1} of the institutes`;
      insert('entry_text', {
        entry_id: entryId,
        language: 'en',
        text,
        revision: 1,
        base_revision: null,
        status: 'draft',
      });
      if (random.isLikely(0.05)) putArea('entry', entryId);
    }
    return id;
  });
  for (let index = 0; index < counts.agreements; index++) {
    const id = random.id();
    insert('agreement', {
      id,
      meeting_id: random.isLikely(0.7) ? random.pick(meetingIds) : null,
      kind: 'memorandum',
      ...columnsOf('title', numbered(index + 1, 'Memorandum', 'Меморандум', '备忘录')),
      signed_on: dateOf(index, counts.agreements),
      several: 0,
      order_key: 'a0',
    });
    const parties = new Set([random.pickEarly(organizationIds), random.pickEarly(organizationIds)]);
    for (const [place, organizationId] of [...parties].entries()) {
      insert('agreement_party', {
        id: random.id(),
        agreement_id: id,
        organization_id: organizationId,
        ...columnsOf('description'),
        order_index: place,
      });
    }
  }
}

const languages = ['en', 'ru', 'zh'] as const;

function columnsOf(column: string, value?: Record<(typeof languages)[number], string>): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [`${column}_${language}`, value?.[language] ?? '']));
}

const numbered = (number: number, en: string, ru: string, zh: string): Record<(typeof languages)[number], string> => ({
  en: `${en} ${number}`,
  ru: `${ru} ${number}`,
  zh: `${zh}${number}`,
});

const meetingRow = (id: string, groupId: string, number: number, date: string): Row => ({
  id,
  group_id: groupId,
  number: String(number),
  kind: 'bilateral',
  format: 'online',
  status: 'agreed',
  minutes_kind: 'minutes',
  ...columnsOf('title', numbered(number, 'Meeting', 'Заседание', '会议')),
  ...columnsOf('theme'),
  ...columnsOf('framework'),
  date,
  end_date: null,
  start_time: '10:00',
  end_time: null,
  zone: 'Asia/Shanghai',
  working_languages: '["en","ru","zh"]',
  head_count: null,
  ...columnsOf('part_of'),
  next_meeting_date: null,
  ...columnsOf('next_meeting_note'),
  ...columnsOf('note'),
});

const attendanceRow = (id: string, meetingId: string, organizationId: string, place: number): Row => ({
  id,
  meeting_id: meetingId,
  person_id: null,
  organization_id: organizationId,
  head_count: 3,
  side_id: null,
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
  order_key: `a0${String(place).padStart(2, '0')}V`,
});
