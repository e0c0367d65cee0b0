import { mediaTypeOf } from '#shared/domain/media-types.ts';
import type { Connection } from '../../db/connection.ts';
import { isContentWhole, putContentInSlices, readContentInSlices } from './content.ts';
import { nameFile } from './rules.ts';

/** What is known of a file whose content stands in `stored_file`. */
export interface KeptFile {
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
}

/**
 * Keeps the content of a file, with other calls answered in between. The change set that names it comes afterwards and
 * begins with {@link assertKept}. `fallback`: its name where nothing is left of what was proposed.
 */
export async function keepFile(connection: Connection, file: File, fallback: string): Promise<KeptFile> {
  const name = nameFile(file.name, fallback);
  const sha256 = await putContentInSlices(connection, new Uint8Array(await file.arrayBuffer()));
  return { name, mediaType: mediaTypeOf(name), sizeBytes: file.size, sha256 };
}

export function assertKept(connection: Connection, { sha256, sizeBytes }: KeptFile): void {
  if (!isContentWhole(connection, sha256, sizeBytes)) throw new Error('stored_file: pieces are missing');
}

/** The file with its content; undefined when that is not what was kept, or not there. */
export async function openKeptFile(
  connection: Connection,
  { name, mediaType, sizeBytes, sha256 }: KeptFile,
): Promise<File | undefined> {
  const content = await readContentInSlices(connection, sha256);
  if (content.state !== 'sound' || content.bytes.length !== sizeBytes) return undefined;
  return new File([content.bytes], name, { type: mediaType });
}
