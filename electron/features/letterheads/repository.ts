import type { Letterhead } from '#shared/contract/letterheads.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { LetterheadRow } from '../../db/process-rows.ts';
import { queries } from '../../db/queries.ts';

export function findLetterheadRow(connection: Connection, organizationId: string): LetterheadRow | undefined {
  return connection.first(queries.selectFrom('letterhead').selectAll().where('organization_id', '=', organizationId));
}

/** The name of an organisation; undefined if the register has none of this id. */
export function findOrganizationName(connection: Connection, id: string): LocalizedText | undefined {
  const row = connection.first(
    queries.selectFrom('organization').select(['name_en', 'name_ru', 'name_zh']).where('id', '=', id),
  );
  return row && fromColumns(row, 'name');
}

export interface ListedLetterhead {
  organizationId: string;
  name: LocalizedText;
  hasLogo: boolean;
  hasTemplate: boolean;
}

/** In no order. */
export function listLetterheads(connection: Connection): ListedLetterhead[] {
  return connection
    .all(
      queries
        .selectFrom('letterhead')
        .innerJoin('organization', 'organization.id', 'letterhead.organization_id')
        .select(['id', 'name_en', 'name_ru', 'name_zh', 'logo_sha256', 'template_sha256']),
    )
    .map((row) => ({
      organizationId: row.id,
      name: fromColumns(row, 'name'),
      hasLogo: row.logo_sha256 !== '',
      hasTemplate: row.template_sha256 !== '',
    }));
}

export const emptyRow = (organizationId: string): LetterheadRow => ({
  organization_id: organizationId,
  address_en: '',
  address_ru: '',
  address_zh: '',
  phone: '',
  email: '',
  website: '',
  logo_sha256: '',
  logo_media_type: '',
  logo_width: 0,
  logo_height: 0,
  template_sha256: '',
  template_name: '',
});

/** An organisation has a letterhead or has none: a row that says nothing is not kept. */
export function writeLetterhead(write: Write, row: LetterheadRow): void {
  const key = { organization_id: row.organization_id };
  const empty = emptyRow(row.organization_id);
  const isEmpty = Object.entries(empty).every(([column, value]) => row[column as keyof LetterheadRow] === value);
  if (isEmpty) write.remove('letterhead', key);
  else if (!write.update('letterhead', key, row)) write.insert('letterhead', row);
}

export function logoOf(row: LetterheadRow): Letterhead['logo'] {
  if (row.logo_sha256 === '') return null;
  return {
    sha256: row.logo_sha256,
    mediaType: row.logo_media_type === 'image/png' ? 'image/png' : 'image/jpeg',
    width: row.logo_width,
    height: row.logo_height,
  };
}

/** The letterhead of the one that stays, with what it leaves empty from the one that goes; see features/duplicates. */
export function joinLetterheads(connection: Connection, write: Write, keepId: string, mergeId: string): void {
  const merged = findLetterheadRow(connection, mergeId);
  if (merged === undefined) return;
  const kept = findLetterheadRow(connection, keepId) ?? emptyRow(keepId);
  const logo = kept.logo_sha256 === '' ? merged : kept;
  const template = kept.template_sha256 === '' ? merged : kept;
  write.remove('letterhead', { organization_id: mergeId });
  writeLetterhead(write, {
    organization_id: keepId,
    address_en: kept.address_en || merged.address_en,
    address_ru: kept.address_ru || merged.address_ru,
    address_zh: kept.address_zh || merged.address_zh,
    phone: kept.phone || merged.phone,
    email: kept.email || merged.email,
    website: kept.website || merged.website,
    logo_sha256: logo.logo_sha256,
    logo_media_type: logo.logo_media_type,
    logo_width: logo.logo_width,
    logo_height: logo.logo_height,
    template_sha256: template.template_sha256,
    template_name: template.template_name,
  });
}
