import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { AgendaItemRow } from '../../db/schema.ts';

export function listAgenda(connection: Connection, meetingId: string): AgendaItem[] {
  return connection
    .all(
      queries
        .selectFrom('agenda_item')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('order_key')
        .orderBy('id'),
    )
    .map(toAgendaItem);
}

export function findAgendaItem(connection: Connection, id: string): AgendaItem | undefined {
  const row = connection.first(queries.selectFrom('agenda_item').selectAll().where('id', '=', id));
  return row && toAgendaItem(row);
}

export function insertAgendaItem(write: Write, item: AgendaItem): void {
  write.insert('agenda_item', agendaItemRow(item));
}

export function updateAgendaItem(write: Write, item: AgendaItem): void {
  write.update('agenda_item', { id: item.id }, agendaItemRow(item));
}

/** What stands under the item: entries and documents. */
export function countAgendaUses(connection: Connection, id: string): { kind: string; count: number }[] {
  const uses = connection.sql<{ kind: string; count: number }>(
    `SELECT 'entry' AS kind, count(*) AS count FROM entry WHERE agenda_item_id = :id
     UNION ALL SELECT 'attachment', count(*) FROM attachment WHERE agenda_item_id = :id`,
    { id },
  );
  return uses.filter(({ count }) => count > 0);
}

function agendaItemRow(item: AgendaItem): AgendaItemRow {
  return {
    id: item.id,
    meeting_id: item.meetingId,
    ...toColumns('title', item.title),
    presenter_attendance_id: item.presenterAttendanceId,
    planned_minutes: item.plannedMinutes,
    state: item.state,
    is_recurring: item.isRecurring === true ? 1 : 0,
    carried_from_id: item.carriedFromId ?? null,
    order_key: item.orderKey,
  };
}

function toAgendaItem(row: AgendaItemRow): AgendaItem {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    title: fromColumns(row, 'title'),
    presenterAttendanceId: row.presenter_attendance_id,
    plannedMinutes: row.planned_minutes,
    state: row.state as AgendaItem['state'],
    ...(row.is_recurring === 1 && { isRecurring: true }),
    ...(row.carried_from_id !== null && { carriedFromId: row.carried_from_id }),
    orderKey: row.order_key,
  };
}
