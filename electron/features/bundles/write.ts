import type { BundleChoice, BundleResult } from '#shared/contract/bundles.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Context } from '../../context.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { assertKept } from '../attachments/index.ts';
import { insertEntry, restoreEntries } from '../entries/index.ts';
import { numberCalendarEntry } from '../meetings/index.ts';
import { insertAreas, planRegister, writeRegister } from '../records/index.ts';
import { insertRecordStates, restoreHeadingStates } from '../translations/index.ts';
import { copyParcel } from './copy.ts';
import { filesOf, type Parcel } from './format.ts';
import { planMeeting } from './plan.ts';
import { loadParcel, type Surroundings } from './process-repository.ts';
import { changeRows, rowsOf } from './rows.ts';

/** A meeting is not any more as the choice for it supposed. */
export class ChoiceLapsed extends Error {
  readonly meetingId: string;

  constructor(meetingId: string) {
    super('a choice for a meeting of a bundle is not possible any more');
    this.name = 'ChoiceLapsed';
    this.meetingId = meetingId;
  }
}

export interface ChosenMeeting {
  parcel: Parcel;
  choice: BundleChoice | 'same';
}

/** What each meeting of a bundle is to become; throws {@link ChoiceLapsed}. */
export function choose(
  connection: Connection,
  parcels: readonly Parcel[],
  choices: ReadonlyMap<string, BundleChoice>,
): ChosenMeeting[] {
  return parcels.map((parcel) => chooseOne(connection, parcel, parcels, choices));
}

/** As {@link choose}, with other calls answered in between: for an answer before anything is written. */
export async function chooseInSlices(
  connection: Connection,
  parcels: readonly Parcel[],
  choices: ReadonlyMap<string, BundleChoice>,
): Promise<ChosenMeeting[]> {
  const slices = startSlices();
  const chosen: ChosenMeeting[] = [];
  for (const parcel of parcels) {
    chosen.push(chooseOne(connection, parcel, parcels, choices));
    if (slices.areDue()) await slices.pause();
  }
  return chosen;
}

function chooseOne(
  connection: Connection,
  parcel: Parcel,
  parcels: readonly Parcel[],
  choices: ReadonlyMap<string, BundleChoice>,
): ChosenMeeting {
  const { id } = parcel.record.meeting;
  const { state, choices: possible } = planMeeting(connection, parcel, parcels);
  const wanted = choices.get(id) ?? possible[0];
  if (state === 'same') return { parcel, choice: 'same' };
  if (wanted === undefined || !possible.includes(wanted)) throw new ChoiceLapsed(id);
  return { parcel, choice: wanted };
}

/** Those whose files are needed. */
export const isWritten = ({ choice }: ChosenMeeting): boolean =>
  choice === 'add' || choice === 'replace' || choice === 'copy';

export type Counts = Omit<BundleResult, 'position'>;

/** To be called inside the `commit` of the import; the content of all files must be kept. */
export function writeBundle(context: Context, write: Write, chosen: readonly ChosenMeeting[]): Counts {
  const { connection } = context;
  // Rows come and go in any order; references only have to hold at the end.
  connection.pragma('defer_foreign_keys = ON');
  const within = new Set(chosen.map(({ parcel }) => parcel.record.meeting.id));
  const newGroups = new Set<string>();
  const written: Written[] = [];
  const counts: Counts = { added: 0, replaced: 0, copied: 0, skipped: 0, same: 0 };
  for (const meeting of chosen) {
    const { parcel, choice } = meeting;
    if (isWritten(meeting)) writeSurroundings(connection, write, parcel.record, newGroups);
    switch (choice) {
      case 'add':
        insertParcel(context, write, parcel);
        written.push({ parcel, original: parcel, choice, ids: new Map() });
        counts.added += 1;
        break;
      case 'replace':
        replaceParcel(context, write, parcel, within);
        written.push({ parcel, original: parcel, choice, ids: new Map() });
        counts.replaced += 1;
        break;
      case 'copy': {
        const { parcel: copy, ids } = copyParcel(parcel, context.newId);
        insertParcel(context, write, copy);
        written.push({ parcel: copy, original: parcel, choice, ids });
        counts.copied += 1;
        break;
      }
      case 'skip':
        counts.skipped += 1;
        break;
      case 'same':
        // It may lead to a meeting that only comes now.
        written.push({ parcel, original: parcel, choice, ids: new Map() });
        counts.same += 1;
        break;
    }
  }
  for (const meeting of written) tieToOthers(connection, write, meeting, written, newGroups);
  return counts;
}

/** A meeting of the bundle that is here now, be it because it was the same before. */
interface Written {
  parcel: Parcel;
  /** As it is in the bundle; of what is no copy the same. */
  original: Parcel;
  choice: ChosenMeeting['choice'];
  /** Of a copy: the new ids by those of the bundle. */
  ids: ReadonlyMap<string, string>;
}

/** People, organisations, the group and the areas that are not here yet. */
function writeSurroundings(connection: Connection, write: Write, record: MeetingRecord, newGroups: Set<string>): void {
  const plan = planRegister(connection, record);
  writeRegister(connection, write, record, plan);
  if (record.group !== null && plan.group === 'created') newGroups.add(record.group.id);
  if (record.followUp !== undefined) insertAreas(connection, write, record.followUp);
}

function insertParcel({ connection, clock }: Context, write: Write, parcel: Parcel): void {
  const { record, process } = parcel;
  keepAll(connection, parcel);
  for (const { table, row } of rowsOf(parcel)) {
    const place = table === 'meeting' ? { parent_id: null, calendar_sequence: process.calendarSequence } : {};
    write.insert(table, { ...row, ...place } as never);
  }
  for (const entry of record.entries) insertEntry(connection, write, entry, clock());
  const { headingStates = [] } = record;
  insertRecordStates(write, record.meeting.id, { headingStates });
}

/** Makes the meeting here that of the bundle under the same ids; letters stay, and so does what other meetings say of it. */
function replaceParcel({ connection, clock }: Context, write: Write, wanted: Parcel, within: Surroundings): void {
  const { record, process } = wanted;
  const { id } = record.meeting;
  const here = loadParcel(connection, id, within);
  if (here === undefined) throw new Error('no such meeting');
  keepAll(connection, wanted);
  leaveCirculations(connection, write, here, wanted);
  changeRows(write, rowsOf(here), rowsOf(wanted));
  untieWhatIsOver(write, record);
  untieFromOthers(write, here, wanted);
  restoreEntries(connection, write, id, record.entries, clock());
  for (const { id: entryId, action } of record.entries) {
    if (action !== null) write.update('action', { entry_id: entryId }, { status: action.status });
  }
  restoreHeadingStates(connection, write, record);
  numberCalendarEntry(connection, write, here.record.meeting, record.meeting);
  const [row] = connection.sql<{ sequence: number }>(
    'SELECT calendar_sequence AS sequence FROM meeting WHERE id = ?',
    id,
  );
  if (process.calendarSequence > (row?.sequence ?? 0)) {
    write.update('meeting', { id }, { calendar_sequence: process.calendarSequence });
  }
}

function keepAll(connection: Connection, parcel: Parcel): void {
  for (const file of filesOf(parcel)) assertKept(connection, { ...file, mediaType: '' });
}

/** Letters stay when the circulation goes that they belong to. */
function leaveCirculations(connection: Connection, write: Write, here: Parcel, wanted: Parcel): void {
  const kept = new Set(wanted.process.circulations.map(({ id }) => id));
  for (const { id } of here.process.circulations) {
    if (kept.has(id)) continue;
    for (const letter of connection.sql<{ id: string }>('SELECT id FROM letter WHERE circulation_id = ?', id)) {
      write.update('letter', letter, { circulation_id: null });
    }
  }
}

/**
 * What leads to a meeting outside the bundle stays, as long as the bundle says the same of it: a decision that is not
 * superseded has no successor.
 */
function untieWhatIsOver(write: Write, { followUp }: MeetingRecord): void {
  for (const { entryId, state, replacedById } of followUp?.decisions ?? []) {
    if (state === 'superseded' || replacedById !== null) continue;
    write.update('decision', { entry_id: entryId }, { replaced_by_entry_id: null });
  }
  for (const { entryId, stage, decisionId } of followUp?.proposals ?? []) {
    if (stage === 'adopted' || decisionId !== null) continue;
    write.update('proposal', { entry_id: entryId }, { decision_entry_id: null });
  }
  for (const { agreementId, state, replacedById } of followUp?.agreements ?? []) {
    if (state === 'replaced' || replacedById !== null) continue;
    write.update('agreement_terms', { agreement_id: agreementId }, { replaced_by_agreement_id: null });
  }
}

/** Columns in which records of one meeting name a record of another, or the other itself. */
const references = {
  decisions: { table: 'decision', key: 'entry_id', column: 'replaced_by_entry_id', to: 'entry' },
  proposals: { table: 'proposal', key: 'entry_id', column: 'decision_entry_id', to: 'entry' },
  agreements: { table: 'agreement_terms', key: 'agreement_id', column: 'replaced_by_agreement_id', to: 'agreement' },
  reports: { table: 'status_report', key: 'id', column: 'meeting_id', to: 'meeting' },
} as const;
const referenceLists = ['decisions', 'proposals', 'agreements', 'reports'] as const;

/** What led to other meetings of the bundle and, as the bundle has it, leads there no more. */
function untieFromOthers(write: Write, { record, process }: Parcel, wanted: Parcel): void {
  for (const list of referenceLists) {
    const { table, key, column } = references[list];
    const kept = new Set(wanted.process.outside[list].map(({ id }) => id));
    for (const { id } of process.outside[list]) {
      if (!kept.has(id)) write.update(table, { [key]: id }, { [column]: null });
    }
  }
  const keyOf = ({ kind, fromId, toId }: Parcel['process']['outside']['links'][number]): string =>
    `${kind}/${fromId}/${toId}`;
  const links = new Set(wanted.process.outside.links.map(keyOf));
  for (const link of process.outside.links) {
    if (links.has(keyOf(link))) continue;
    const [fromKind = '', toKind = ''] = link.kind.split('-');
    write.remove('record_link', { from_kind: fromKind, from_id: link.fromId, to_kind: toKind, to_id: link.toId });
  }
  const reviewed = new Set(wanted.process.reviewed.map(({ entryId }) => entryId));
  for (const { entryId } of process.reviewed) {
    if (!reviewed.has(entryId)) write.remove('action_review', { meeting_id: record.meeting.id, entry_id: entryId });
  }
}

/** An event is itself no part of another. */
function canStandUnder(connection: Connection, id: string, parentId: string): boolean {
  const isFree = 'SELECT 1 FROM meeting WHERE id = :parentId AND id <> :id AND parent_id IS NULL';
  const hasParts = 'SELECT 1 FROM meeting WHERE parent_id = :id';
  return connection.sql(isFree, { id, parentId }).length > 0 && connection.sql(hasParts, { id }).length === 0;
}

/**
 * What leads from one meeting to another, once all are there; what leads to a meeting that is not here is left out. Of a
 * meeting that was the same before, only what leads to one that has come now is new: what was arranged here stays.
 */
function tieToOthers(
  connection: Connection,
  write: Write,
  { parcel, original, choice, ids }: Written,
  written: readonly Written[],
  newGroups: ReadonlySet<string>,
): void {
  const { outside, reviewed, parentId } = original.process;
  const from = (id: string): string => ids.get(id) ?? id;
  // A copy of both leads to the copy, otherwise to the one that is here.
  const copies = written.filter((other) => other.ids.size > 0);
  const to = (id: string): string =>
    ids.size === 0 ? id : (copies.find((copy) => copy.ids.has(id))?.ids.get(id) ?? id);
  const exists = (table: 'entry' | 'agreement' | 'meeting', id: string): boolean =>
    connection.sql(`SELECT 1 FROM ${table} WHERE id = ?`, id).length > 0;
  const wasSame = choice === 'same';
  const isNamed = (table: string, key: string, id: string, column: string): boolean =>
    connection.sql(`SELECT 1 FROM ${table} WHERE ${key} = ? AND ${column} IS NOT NULL`, id).length > 0;
  const { id: meetingId } = parcel.record.meeting;

  for (const list of referenceLists) {
    const { table, key, column, to: kind } = references[list];
    for (const { id, toId } of outside[list]) {
      if (!exists(kind, to(toId)) || (wasSame && isNamed(table, key, id, column))) continue;
      write.update(table, { [key]: from(id) }, { [column]: to(toId) });
    }
  }
  for (const { kind, fromId, toId } of outside.links) {
    const [fromKind = '', toKind = ''] = kind.split('-');
    if (!exists(toKind === 'action' ? 'entry' : 'agreement', to(toId))) continue;
    const row = { from_kind: fromKind, from_id: from(fromId), to_kind: toKind, to_id: to(toId) };
    if (!write.update('record_link', row, {})) write.insert('record_link', row);
  }
  for (const { entryId, orderIndex } of reviewed) {
    if (!exists('entry', to(entryId))) continue;
    const key = { meeting_id: meetingId, entry_id: to(entryId) };
    const row = { ...key, order_index: orderIndex };
    if (!write.update('action_review', key, wasSame ? {} : row)) write.insert('action_review', row);
  }
  const hasCome = written.some((other) => other.choice === 'add' && other.parcel.record.meeting.id === parentId);
  const staysApart = wasSame && (!hasCome || isNamed('meeting', 'id', meetingId, 'parent_id'));
  if (parentId !== null && !staysApart && canStandUnder(connection, meetingId, to(parentId))) {
    write.update('meeting', { id: meetingId }, { parent_id: to(parentId) });
  }
  // A group that came with this bundle has all that the bundle says of it, whichever meeting said it.
  const { group, followUp } = parcel.record;
  if (group === null || !newGroups.has(group.id)) return;
  for (const { kind, fromId, toId } of followUp?.links ?? []) {
    if (kind !== 'group-agreement') continue;
    const row = { from_kind: 'group', from_id: fromId, to_kind: 'agreement', to_id: toId };
    if (!write.update('record_link', row, {})) write.insert('record_link', row);
  }
  for (const { kind, recordId, areaIds } of followUp?.areasOf ?? []) {
    if (kind !== 'group') continue;
    for (const areaId of areaIds) {
      const row = { kind, record_id: recordId, area_id: areaId };
      if (!write.update('record_area', row, {})) write.insert('record_area', row);
    }
  }
}
