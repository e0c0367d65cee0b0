import type { AgreementListItem } from '#shared/contract/agreements.ts';
import type { AgreementValidity } from '#shared/domain/agreement-standing.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AgreementRow } from '../../db/schema.ts';

/** A signed document as its register keeps it in memory. */
export interface AgreementEntry {
  id: string;
  kind: AgreementListItem['kind'];
  /** Of signing, else of the meeting; empty: neither is known. */
  date: string;
  meetingId: string | null;
  /** Empty outside every meeting. */
  meetingDate: string;
  orderKey: string;
  /** That of the meeting, and those that were founded by it. */
  groupIds: readonly string[];
  organizationIds: readonly string[];
  /** Of the parties as headings name them: id of an organisation, or a key that stands for one who is only described. At least one. */
  partners: readonly string[];
  areaIds: readonly string[];
  validity: AgreementValidity;
}

const among = 'IN (SELECT value FROM json_each(?))';

export function listEntryIdsAfter(connection: Connection, id: string, limit: number): string[] {
  return connection
    .sql<{ id: string }>('SELECT id FROM agreement WHERE id > ? ORDER BY id LIMIT ?', id, limit)
    .map((row) => row.id);
}

export function agreementsOfMeetings(connection: Connection, meetingIds: readonly string[]): string[] {
  return connection
    .sql<{ id: string }>(`SELECT id FROM agreement WHERE meeting_id ${among}`, JSON.stringify(meetingIds))
    .map(({ id }) => id);
}

export function agreementsOfOrganizations(connection: Connection, organizationIds: readonly string[]): string[] {
  return connection
    .sql<{ id: string }>(
      `SELECT DISTINCT agreement_id AS id FROM agreement_party WHERE organization_id ${among}`,
      JSON.stringify(organizationIds),
    )
    .map(({ id }) => id);
}

/** A party that only stands described, as a key that is the same wherever it is described in these words. */
export const describedPartner = (description: LocalizedText): string =>
  JSON.stringify([description.en, description.ru, description.zh]);

/** Undefined of an organisation's id. */
export function readDescribedPartner(key: string): LocalizedText | undefined {
  if (!key.startsWith('[')) return undefined;
  const [en, ru, zh] = JSON.parse(key) as [string, string, string];
  return { en, ru, zh };
}

export const noPartner = describedPartner({ en: '', ru: '', zh: '' });

type EntryRow = Omit<AgreementEntry, 'validity' | 'date' | 'meetingDate'>;

export function loadEntryRows(connection: Connection, ids: readonly string[]): EntryRow[] {
  const wanted = JSON.stringify(ids);
  const rows = connection.sql<
    Pick<AgreementRow, 'id' | 'kind' | 'meeting_id' | 'order_key'> & { groupId: string | null }
  >(
    `SELECT id, kind, meeting_id, order_key,
       (SELECT group_id FROM meeting WHERE id = agreement.meeting_id) AS "groupId"
     FROM agreement WHERE id ${among}`,
    wanted,
  );
  const parties = Map.groupBy(
    connection.sql<PartyRow>(
      `SELECT agreement_id, organization_id, description_en, description_ru, description_zh
       FROM agreement_party WHERE agreement_id ${among} ORDER BY order_index`,
      wanted,
    ),
    (row) => row.agreement_id,
  );
  const areas = pairs(
    connection,
    `SELECT record_id AS id, area_id AS value FROM record_area WHERE kind = 'agreement' AND record_id ${among}`,
    wanted,
  );
  const founded = pairs(
    connection,
    `SELECT to_id AS id, from_id AS value FROM record_link
     WHERE from_kind = 'group' AND to_kind = 'agreement' AND to_id ${among}`,
    wanted,
  );
  return rows.map((row) => {
    const own = parties.get(row.id) ?? [];
    const partners = new Set(
      own.map((party) => party.organization_id ?? describedPartner(fromColumns(party, 'description'))),
    );
    if (partners.size > 1) partners.delete(noPartner);
    return {
      id: row.id,
      kind: row.kind as AgreementEntry['kind'],
      meetingId: row.meeting_id,
      orderKey: row.order_key,
      groupIds: [...(row.groupId === null ? [] : [row.groupId]), ...(founded.get(row.id) ?? [])],
      organizationIds: own.flatMap((party) => party.organization_id ?? []),
      partners: partners.size === 0 ? [noPartner] : [...partners],
      areaIds: areas.get(row.id) ?? [],
    };
  });
}

interface PartyRow {
  agreement_id: string;
  organization_id: string | null;
  description_en: string;
  description_ru: string;
  description_zh: string;
}

function pairs(connection: Connection, sql: string, wanted: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, value } of connection.sql<{ id: string; value: string }>(sql, wanted)) {
    const known = found.get(id);
    if (known === undefined) found.set(id, [value]);
    else known.push(value);
  }
  return found;
}

/** Title, number, place, parties, signatories and note, in every language. */
export function loadAgreementTexts(connection: Connection, ids: readonly string[]): Map<string, string[]> {
  const wanted = JSON.stringify(ids);
  const rows = connection.sql<Record<string, string | null>>(
    `SELECT id, title_en, title_ru, title_zh FROM agreement WHERE id ${among}
     UNION ALL SELECT agreement_id, number || ' ' || note, place_en || ' ' || place_ru, place_zh
       FROM agreement_terms WHERE agreement_id ${among}
     UNION ALL SELECT agreement_id, description_en, description_ru, description_zh
       FROM agreement_party WHERE agreement_id ${among}
     UNION ALL SELECT p.agreement_id, o.name_en || ' ' || o.abbreviation_en, o.name_ru || ' ' || o.abbreviation_ru,
         o.name_zh || ' ' || o.abbreviation_zh
       FROM agreement_party p JOIN organization o ON o.id = p.organization_id WHERE p.agreement_id ${among}
     UNION ALL SELECT agreement_id, name_en, name_ru, name_zh FROM agreement_signatory WHERE agreement_id ${among}
     UNION ALL SELECT s.agreement_id, a.name_en, a.name_ru, a.name_zh
       FROM agreement_signatory s JOIN attendance a ON a.id = s.attendance_id WHERE s.agreement_id ${among}`,
    ...Array.from({ length: 6 }, () => wanted),
  );
  const texts = new Map<string, string[]>();
  for (const { id, ...said } of rows) {
    if (typeof id !== 'string') continue;
    const known = texts.get(id) ?? [];
    for (const text of Object.values(said)) if (text !== null && text.trim() !== '') known.push(text);
    texts.set(id, known);
  }
  return texts;
}

/** What a row shows and the register does not keep. */
export interface RowFacts {
  title: LocalizedText;
  several: boolean;
  number: string;
  place: LocalizedText;
  files: number;
  /** `registered`: the name of the organisation; null: only described. */
  parties: {
    id: string;
    organizationId: string | null;
    registered: LocalizedText | null;
    description: LocalizedText;
  }[];
}

export function listRowFacts(connection: Connection, ids: readonly string[]): Map<string, RowFacts> {
  const wanted = JSON.stringify(ids);
  type Row = AgreementRow & Record<'number' | 'place_en' | 'place_ru' | 'place_zh', string | null> & { files: number };
  const rows = connection.sql<Row>(
    `SELECT a.*, t.number, t.place_en, t.place_ru, t.place_zh,
       (SELECT count(*) FROM agreement_file WHERE agreement_id = a.id) AS files
     FROM agreement a LEFT JOIN agreement_terms t ON t.agreement_id = a.id WHERE a.id ${among}`,
    wanted,
  );
  type Party = PartyRow & Record<'name_en' | 'name_ru' | 'name_zh', string | null> & { id: string };
  const parties = Map.groupBy(
    connection.sql<Party>(
      `SELECT p.*, o.name_en, o.name_ru, o.name_zh
       FROM agreement_party p LEFT JOIN organization o ON o.id = p.organization_id
       WHERE p.agreement_id ${among} ORDER BY p.order_index`,
      wanted,
    ),
    (row) => row.agreement_id,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: fromColumns(row, 'title'),
        several: row.several === 1,
        number: row.number ?? '',
        place: { en: row.place_en ?? '', ru: row.place_ru ?? '', zh: row.place_zh ?? '' },
        files: row.files,
        parties: (parties.get(row.id) ?? []).map((party) => ({
          id: party.id,
          organizationId: party.organization_id,
          registered:
            party.organization_id === null
              ? null
              : { en: party.name_en ?? '', ru: party.name_ru ?? '', zh: party.name_zh ?? '' },
          description: fromColumns(party, 'description'),
        })),
      },
    ]),
  );
}

type NamedRow = Record<'id' | 'name_en' | 'name_ru' | 'name_zh', string>;

const toNames = (rows: readonly NamedRow[]): Map<string, LocalizedText> =>
  new Map(rows.map((row) => [row.id, fromColumns(row, 'name')]));

export const findOrganizationNames = (connection: Connection, ids: readonly string[]): Map<string, LocalizedText> =>
  toNames(
    connection.sql(`SELECT id, name_en, name_ru, name_zh FROM organization WHERE id ${among}`, JSON.stringify(ids)),
  );

/** Of all organisations that are a party to something. */
export const listPartyNames = (connection: Connection): Map<string, LocalizedText> =>
  toNames(
    connection.sql(
      `SELECT id, name_en, name_ru, name_zh FROM organization
       WHERE id IN (SELECT organization_id FROM agreement_party WHERE organization_id IS NOT NULL)`,
    ),
  );
