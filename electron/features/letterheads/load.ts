import { ORPCError } from '@orpc/server';
import type { Letterhead } from '#shared/contract/letterheads.ts';
import type { MinutesLogo } from '#shared/domain/minutes/document.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { readContent } from '../attachments/index.ts';
import { emptyRow, findLetterheadRow, findOrganizationName, logoOf } from './repository.ts';

/** A letterhead as documents print it. */
export interface LoadedLetterhead {
  /** What stands in the file of the organisation's own is known to whoever fills it. */
  letterhead: Omit<Letterhead, 'template'>;
  logo: MinutesLogo | null;
  /** Reads the DOCX of the organisation's own; null: it has none. */
  readTemplate: (() => Uint8Array<ArrayBuffer>) | null;
}

/**
 * A letterhead with its files, for documents; undefined if there is no such organisation. Throws CONTENT_DAMAGED, as
 * does `readTemplate`.
 */
export function loadLetterhead(connection: Connection, organizationId: string): LoadedLetterhead | undefined {
  const name = findOrganizationName(connection, organizationId);
  if (name === undefined) return undefined;
  const row = findLetterheadRow(connection, organizationId) ?? emptyRow(organizationId);
  const logo = logoOf(row);
  return {
    letterhead: {
      organizationId,
      name,
      address: fromColumns(row, 'address'),
      phone: row.phone,
      email: row.email,
      website: row.website,
      logo,
    },
    logo: logo && {
      mediaType: logo.mediaType,
      base64: Buffer.from(readSound(connection, logo.sha256, 'logo')).toString('base64'),
      width: logo.width,
      height: logo.height,
    },
    readTemplate:
      row.template_sha256 === '' ? null : () => readSound(connection, row.template_sha256, row.template_name),
  };
}

/** Whether the register has the organisation; its name alone makes a letterhead. */
export function canHaveLetterhead(connection: Connection, organizationId: string): boolean {
  return findOrganizationName(connection, organizationId) !== undefined;
}

function readSound(connection: Connection, sha256: string, name: string): Uint8Array<ArrayBuffer> {
  const bytes = readContent(connection, sha256);
  if (bytes === undefined) throw new ORPCError('CONTENT_DAMAGED', { status: 500, data: { names: [name] } });
  return bytes;
}
