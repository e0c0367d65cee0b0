import type { OrganizationRelated } from '#shared/contract/organizations.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { MeetingRow, OrganizationRow, WorkingGroupRow } from '../../db/schema.ts';
import { listOwnedActions } from '../actions/index.ts';
import { listAgreementsSignedAs } from '../agreements/index.ts';
import { listPeopleOf } from './people-repository.ts';

type RelatedMeeting = OrganizationRelated['meetings'][number];
type RelatedFrom = OrganizationRelated['relatedFrom'][number];

/** Where an organisation stands in meetings, agreements, actions, groups and other organisations' relations. */
export function findOrganizationRelated(connection: Connection, id: string): OrganizationRelated {
  return {
    meetings: listMeetings(connection, id),
    agreements: listAgreementsSignedAs(connection, 'party', id),
    actions: listOwnedActions(connection, 'organization_id', id),
    groups: listGroups(connection, id),
    relatedFrom: listRelatedFrom(connection, id),
    people: listPeopleOf(connection, id),
  };
}

function listMeetings(connection: Connection, id: string): RelatedMeeting[] {
  return connection
    .sql<
      Pick<MeetingRow, 'id' | 'title_en' | 'title_ru' | 'title_zh' | 'date'> & {
        organizer: number;
        lead: number;
        participant: number;
      }
    >(
      `SELECT m.id, m.title_en, m.title_ru, m.title_zh, m.date,
         max(r.role = 'organizer') AS organizer, max(r.role = 'lead') AS lead, max(r.role = 'participant') AS participant
       FROM (SELECT meeting_id, 'organizer' AS role FROM meeting_organizer WHERE organization_id = :id
             UNION SELECT meeting_id, 'lead' FROM meeting_side WHERE lead_organization_id = :id
             UNION SELECT meeting_id, 'participant' FROM attendance WHERE organization_id = :id) r
         JOIN meeting m ON m.id = r.meeting_id
       GROUP BY m.id ORDER BY m.date DESC, m.id`,
      { id },
    )
    .map((row) => ({
      meetingId: row.id,
      title: fromColumns(row, 'title'),
      date: row.date,
      as: (['organizer', 'lead', 'participant'] as const).filter((role) => row[role] === 1),
    }));
}

function listGroups(connection: Connection, id: string): OrganizationRelated['groups'] {
  return connection
    .sql<WorkingGroupRow>(
      `SELECT * FROM working_group WHERE id IN (
         SELECT group_id FROM group_side WHERE lead_organization_id = :id OR coordinating_organization_id = :id
         UNION SELECT group_id FROM membership WHERE organization_id = :id)
       ORDER BY id DESC`,
      { id },
    )
    .map((row) => ({ groupId: row.id, name: fromColumns(row, 'name') }));
}

function listRelatedFrom(connection: Connection, id: string): RelatedFrom[] {
  return connection
    .sql<OrganizationRow & { relation: RelatedFrom['kind'] }>(
      `SELECT o.*, r.kind AS relation FROM organization_relation r JOIN organization o ON o.id = r.from_organization_id
       WHERE r.to_organization_id = ? ORDER BY r.id DESC`,
      id,
    )
    .map((row) => ({ organizationId: row.id, name: fromColumns(row, 'name'), kind: row.relation }));
}
