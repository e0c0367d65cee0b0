import type { ProposalStage } from '#shared/contract/proposals.ts';
import { type LocalizedText, languages } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { ProposalPartnerRow, ProposalRow } from '../../db/follow-up-rows.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import type { AttendanceRow, OrganizationRow } from '../../db/schema.ts';
import { loadPlaced, loadPlacedTexts, type PlacedEntry } from '../links/index.ts';

/** A proposal as the register knows it. */
export interface ProposalEntry extends PlacedEntry {
  stage: ProposalStage;
  partnerIds: readonly string[];
}

export function loadProposals(connection: Connection, ids: readonly string[]): ProposalEntry[] {
  const partners = Map.groupBy(listPartnerRows(connection, ids), (row) => row.entry_id);
  const stage = "coalesce((SELECT stage FROM proposal WHERE entry_id = e.id), 'proposed')";
  return loadPlaced(connection, 'proposal', ids, stage).map(({ state, ...entry }) => ({
    ...entry,
    stage: state as ProposalStage,
    partnerIds: partners.get(entry.id)?.map((partner) => partner.organization_id) ?? [],
  }));
}

/** What the text filter looks through: the entry, areas, who proposed it, partners, funding and project. */
export function loadProposalTexts(connection: Connection, ids: readonly string[]): Map<string, string[]> {
  const texts = loadPlacedTexts(connection, ids);
  const allOf = (alias: string, name: string): string =>
    languages.map((language) => `${alias}.${name}_${language}`).join(' || char(10) || ');
  const rows = connection.sql<{ id: string; text: string }>(
    `SELECT entry_id AS id, ${allOf('p', 'funding')} || char(10) || project AS text FROM proposal p
       WHERE entry_id IN (SELECT value FROM json_each(:ids))
     UNION ALL SELECT r.entry_id, ${allOf('o', 'name')} || char(10) || ${allOf('o', 'abbreviation')}
       FROM proposal_partner r JOIN organization o ON o.id = r.organization_id
       WHERE r.entry_id IN (SELECT value FROM json_each(:ids))
     UNION ALL SELECT e.id, ${allOf('a', 'name')} || char(10) || ${allOf('a', 'organization')}
       FROM entry e JOIN attendance a ON a.id = e.speaker_attendance_id
       WHERE e.id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids) },
  );
  for (const { id, text } of rows) texts.set(id, [...(texts.get(id) ?? []), text]);
  return texts;
}

/** What stands beside proposals; those of which nothing more is known have no row. */
export function listProposalRows(connection: Connection, ids: readonly string[]): Map<string, ProposalRow> {
  const rows = connection.sql<ProposalRow>(
    'SELECT * FROM proposal WHERE entry_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.entry_id, row]));
}

/** By proposal, each in order. */
export function listPartnerRows(connection: Connection, ids: readonly string[]): ProposalPartnerRow[] {
  return connection.sql<ProposalPartnerRow>(
    `SELECT * FROM proposal_partner WHERE entry_id IN (SELECT value FROM json_each(?))
     ORDER BY entry_id, order_index`,
    JSON.stringify(ids),
  );
}

/** Partners by proposal, in order. */
export function listPartners(
  connection: Connection,
  ids: readonly string[],
): Map<string, { organizationId: string; name: LocalizedText }[]> {
  const rows = connection.sql<
    Pick<OrganizationRow, 'name_en' | 'name_ru' | 'name_zh'> & { entry_id: string; organization_id: string }
  >(
    `SELECT p.entry_id, p.organization_id, o.name_en, o.name_ru, o.name_zh
     FROM proposal_partner p JOIN organization o ON o.id = p.organization_id
     WHERE p.entry_id IN (SELECT value FROM json_each(?)) ORDER BY p.entry_id, p.order_index`,
    JSON.stringify(ids),
  );
  const partners = new Map<string, { organizationId: string; name: LocalizedText }[]>();
  for (const row of rows) {
    const partner = { organizationId: row.organization_id, name: fromColumns(row, 'name') };
    partners.set(row.entry_id, [...(partners.get(row.entry_id) ?? []), partner]);
  }
  return partners;
}

export interface Proposer {
  personId: string | null;
  name: LocalizedText;
  position: LocalizedText;
  organization: LocalizedText;
}

/** Who made proposals, as of the meeting, by proposal; without those that nobody is named for. */
export function listProposers(connection: Connection, ids: readonly string[]): Map<string, Proposer> {
  const rows = connection.sql<AttendanceRow & { entry_id: string }>(
    `SELECT e.id AS entry_id, a.* FROM entry e JOIN attendance a ON a.id = e.speaker_attendance_id
     WHERE e.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(
    rows.map((row) => [
      row.entry_id,
      {
        personId: row.person_id,
        name: fromColumns(row, 'name'),
        position: fromColumns(row, 'position'),
        organization: fromColumns(row, 'organization'),
      },
    ]),
  );
}

export const isOrganization = (connection: Connection, id: string): boolean =>
  connection.sql('SELECT 1 FROM organization WHERE id = ?', id).length > 0;

/** Writes what differs; the row comes into being with it. */
export function writeProposal(write: Write, entryId: string, changes: Partial<Omit<ProposalRow, 'entry_id'>>): void {
  if (Object.keys(changes).length === 0 || write.update('proposal', { entry_id: entryId }, changes)) return;
  write.insert('proposal', {
    entry_id: entryId,
    stage: 'proposed',
    stage_on: null,
    decision_entry_id: null,
    ...toColumns('funding', { en: '', ru: '', zh: '' }),
    project: '',
    ...changes,
  });
}

/** Makes these the partners, in this order; those that were so already keep their rows. */
export function writePartners(
  connection: Connection,
  write: Write,
  entryId: string,
  organizationIds: readonly string[],
  newId: () => string,
): void {
  const stored = listPartnerRows(connection, [entryId]);
  const idOf = new Map(stored.map((row) => [row.organization_id, row.id]));
  replaceList(
    write,
    'proposal_partner',
    stored.map(({ id }) => id),
    [...new Set(organizationIds)].map((organizationId, index) => ({
      id: idOf.get(organizationId) ?? newId(),
      entry_id: entryId,
      organization_id: organizationId,
      order_index: index,
    })),
  );
}
