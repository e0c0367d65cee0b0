import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import { languages, scripts } from '#shared/domain/language.ts';
import type { Connection } from '../../../electron/db/connection.ts';
import type { EntryTextRow } from './entry-texts.ts';
import { createRandom } from './random.ts';

export interface RegisterRows {
  people: readonly Person[];
  organizations: readonly Organization[];
  entries: readonly EntryTextRow[];
}

const entriesPerItem = 20;
const itemsPerMeeting = 10;
const dayMs = 86_400_000;
const firstMeetingMs = Date.UTC(2001, 0, 8, 2);
const kinds = ['speech', 'note', 'proposal', 'decision'] as const;

/**
 * Writes a register straight into the tables of an opened data folder, in one transaction and without change sets: 200,000
 * entries through the contract would take minutes. Whoever follows the change sets (the search index) sees nothing of it
 * and has to be rebuilt. Entries stand in meetings of 200 under items of 20, oldest first.
 */
export function fillRegister(
  connection: Connection,
  { people, organizations, entries }: RegisterRows,
): { meetingIds: string[]; entryIds: string[] } {
  return connection.transaction(() => {
    for (const organization of organizations) insertOrganization(connection, organization);
    for (const person of people) insertPerson(connection, person);
    return insertEntries(connection, entries);
  });
}

function insertRow(connection: Connection, table: string, row: Record<string, string | number | null>): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  connection.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, ...Object.values(row));
}

function localized(column: string, value?: Record<(typeof languages)[number], string>): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [`${column}_${language}`, value?.[language] ?? '']));
}

function insertOrganization(connection: Connection, organization: Organization): void {
  insertRow(connection, 'organization', {
    id: organization.id,
    ...localized('name', organization.name),
    ...localized('abbreviation', organization.abbreviation),
    kind: organization.kind,
    country: organization.country,
    ...localized('city', organization.city),
    note: organization.note,
  });
}

function insertPerson(connection: Connection, person: Person): void {
  const { id, gender, country, email, phone, messenger, note } = person;
  insertRow(connection, 'person', {
    id,
    gender,
    ...localized('title', person.title),
    country,
    email,
    phone,
    messenger,
    languages: person.languages,
    note,
  });
  for (const script of scripts) {
    const { family, given, patronymic, display, source, scheme = '', sortKey } = person.names[script];
    if (family === '') continue;
    const name = { family, given, patronymic, display, source, sort_key: sortKey, scheme };
    insertRow(connection, 'person_name', { person_id: id, script, ...name });
  }
  for (const [index, affiliation] of person.affiliations.entries()) {
    insertRow(connection, 'affiliation', {
      id: affiliation.id,
      person_id: id,
      organization_id: affiliation.organizationId,
      ...localized('position', affiliation.position),
      from_date: affiliation.from,
      to_date: affiliation.to,
      order_index: index,
    });
  }
}

function insertEntries(connection: Connection, entries: readonly EntryTextRow[]) {
  const random = createRandom(4);
  const meetingIds: string[] = [];
  const entryIds: string[] = [];
  let itemId = '';
  for (const [index, { language, text }] of entries.entries()) {
    const place = index % (entriesPerItem * itemsPerMeeting);
    if (place === 0) meetingIds.push(insertMeeting(connection, random.id(), meetingIds.length));
    const meetingId = meetingIds.at(-1) ?? '';
    if (index % entriesPerItem === 0) {
      itemId = random.id();
      insertRow(connection, 'agenda_item', {
        id: itemId,
        meeting_id: meetingId,
        ...localized('title', { en: 'Item', ru: 'Пункт', zh: '议题' }),
        presenter_attendance_id: null,
        planned_minutes: null,
        state: 'discussed',
        order_key: orderKey(place / entriesPerItem),
      });
    }
    const atMs = firstMeetingMs + (meetingIds.length - 1) * dayMs + place * 60_000;
    const isAction = index % 100 === 99;
    const id = random.id();
    entryIds.push(id);
    insertRow(connection, 'entry', {
      id,
      meeting_id: meetingId,
      agenda_item_id: itemId,
      kind: isAction ? 'action' : random.pick(kinds),
      speaker_attendance_id: null,
      source_language: language,
      at_ms: atMs,
      order_key: orderKey(index % entriesPerItem),
    });
    if (isAction) insertRow(connection, 'action', { entry_id: id, due: null, due_at_next_meeting: 1, status: 'open' });
    const written = { entry_id: id, language, text, revision: 1 };
    insertRow(connection, 'entry_text', { ...written, base_revision: null, status: 'draft' });
    insertRow(connection, 'entry_revision', { ...written, at_ms: atMs });
  }
  return { meetingIds, entryIds };
}

function insertMeeting(connection: Connection, id: string, index: number): string {
  const number = String(index + 1);
  insertRow(connection, 'meeting', {
    id,
    group_id: null,
    number,
    kind: 'bilateral',
    format: 'online',
    status: 'agreed',
    minutes_kind: 'minutes',
    ...localized('title', { en: `Meeting ${number}`, ru: `Заседание ${number}`, zh: `第${number}次会议` }),
    ...localized('theme'),
    ...localized('framework'),
    date: new Date(firstMeetingMs + index * dayMs).toISOString().slice(0, 10),
    end_date: null,
    start_time: '10:00',
    end_time: null,
    zone: 'Asia/Shanghai',
    working_languages: '["en","ru","zh"]',
    head_count: null,
    ...localized('part_of'),
    next_meeting_date: null,
    ...localized('next_meeting_note'),
    ...localized('note'),
  });
  return id;
}

/** A fractional index that sorts like the number: an integer part `a0` and a fraction that does not end in 0. */
const orderKey = (position: number): string => `a0${String(position).padStart(2, '0')}V`;
