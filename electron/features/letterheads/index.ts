import type { Letterhead } from '#shared/contract/letterheads.ts';
import type { MinutesLogo } from '#shared/domain/minutes/document.ts';
import type { Connection } from '../../db/connection.ts';

/** A letterhead with its files, for documents; undefined if there is no such organisation. */
export function loadLetterhead(
  _connection: Connection,
  _organizationId: string,
): { letterhead: Letterhead; logo: MinutesLogo | null; template: Uint8Array | null } | undefined {
  return undefined;
}
