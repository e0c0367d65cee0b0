import { createHash } from 'node:crypto';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';

/*
 * Content of files in `stored_file`: pieces of at most 1 MiB, named by the hash of the whole. Content is only ever
 * added. Pieces that were begun and not finished do no harm: their hash does not match, and whoever keeps the same
 * file again completes them.
 */

/** Of one piece, in bytes. */
const pieceBytes = 1024 * 1024;

/** `damaged`: something is kept under this hash, but it is not what the hash says, or not all of it. */
export type ContentState = 'sound' | 'damaged' | 'missing';

export function hashContent(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Keeps content inside the transaction of the caller and answers its SHA-256. What is there already under this hash
 * is compared byte by byte, and written anew where it differs.
 */
export function putContent(connection: Connection, bytes: Uint8Array): string {
  const sha256 = hashContent(bytes);
  connection.transaction(() => {
    const count = countPieces(bytes);
    for (let position = 0; position < count; position++) putPiece(connection, sha256, position, bytes);
    dropPiecesFrom(connection, sha256, count);
  });
  return sha256;
}

/**
 * As {@link putContent}, for large files: each piece in a transaction of its own, with other calls answered between
 * them. To be called before the change set that names the content, which asks {@link isContentWhole} again.
 */
export async function putContentInSlices(connection: Connection, bytes: Uint8Array): Promise<string> {
  const slices = startSlices();
  const hash = createHash('sha256');
  const count = countPieces(bytes);
  for (let position = 0; position < count; position++) {
    hash.update(pieceOf(bytes, position));
    if (slices.areDue()) await slices.pause();
  }
  const sha256 = hash.digest('hex');
  for (let position = 0; position < count; position++) {
    putPiece(connection, sha256, position, bytes);
    if (slices.areDue()) await slices.pause();
  }
  dropPiecesFrom(connection, sha256, count);
  return sha256;
}

/** All pieces stand and have this length together; cheap, for it reads no content. */
export function isContentWhole(connection: Connection, sha256: string, sizeBytes: number): boolean {
  const [kept] = connection.sql<{ count: number; last: number | null; size: number | null }>(
    'SELECT count(*) AS "count", max(position) AS "last", sum(length(bytes)) AS "size" FROM stored_file WHERE sha256 = ?',
    sha256,
  );
  return kept?.size === sizeBytes && kept.last === kept.count - 1;
}

/** The pieces in their order, read as they are asked for; nothing is checked. */
export function* readPieces(connection: Connection, sha256: string): Generator<Uint8Array<ArrayBuffer>, void, void> {
  for (const position of readPositions(connection, sha256)) yield readPiece(connection, sha256, position);
}

/** The content; undefined when there is none under this hash, or when it does not match its hash. */
export function readContent(connection: Connection, sha256: string): Uint8Array<ArrayBuffer> | undefined {
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  for (const piece of readPieces(connection, sha256)) {
    hash.update(piece);
    pieces.push(piece);
  }
  return pieces.length > 0 && hash.digest('hex') === sha256 ? join(pieces) : undefined;
}

/** As {@link readContent}, with other calls answered in between; `state` tells why there are no bytes. */
export async function readContentInSlices(
  connection: Connection,
  sha256: string,
): Promise<{ state: 'sound'; bytes: Uint8Array<ArrayBuffer> } | { state: 'damaged' | 'missing' }> {
  const pieces: Uint8Array[] = [];
  const state = await examineContent(connection, sha256, (piece) => void pieces.push(piece));
  return state === 'sound' ? { state, bytes: join(pieces) } : { state };
}

/** Reads all of the content, a piece at a time, with other calls answered in between. */
export async function examineContent(
  connection: Connection,
  sha256: string,
  take?: (piece: Uint8Array) => void,
): Promise<ContentState> {
  const slices = startSlices();
  const hash = createHash('sha256');
  let count = 0;
  for (const piece of readPieces(connection, sha256)) {
    hash.update(piece);
    take?.(piece);
    count += 1;
    if (slices.areDue()) await slices.pause();
  }
  if (count === 0) return 'missing';
  return hash.digest('hex') === sha256 ? 'sound' : 'damaged';
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

const countPieces = (bytes: Uint8Array): number => Math.ceil(bytes.length / pieceBytes);

function pieceOf(bytes: Uint8Array, position: number): Uint8Array {
  return bytes.subarray(position * pieceBytes, (position + 1) * pieceBytes);
}

function putPiece(connection: Connection, sha256: string, position: number, bytes: Uint8Array): void {
  const piece = pieceOf(bytes, position);
  if (Buffer.compare(readPiece(connection, sha256, position), piece) === 0) return;
  connection.sql(
    'INSERT INTO stored_file (sha256, position, bytes) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes',
    sha256,
    position,
    piece,
  );
}

function dropPiecesFrom(connection: Connection, sha256: string, position: number): void {
  connection.sql('DELETE FROM stored_file WHERE sha256 = ? AND position >= ?', sha256, position);
}

function readPositions(connection: Connection, sha256: string): number[] {
  return connection
    .sql<{ position: number }>('SELECT position FROM stored_file WHERE sha256 = ? ORDER BY position', sha256)
    .map(({ position }) => position);
}

/** Empty when there is no such piece. */
function readPiece(connection: Connection, sha256: string, position: number): Uint8Array<ArrayBuffer> {
  const [row] = connection.sql<{ bytes: Uint8Array<ArrayBuffer> }>(
    'SELECT bytes FROM stored_file WHERE sha256 = ? AND position = ?',
    sha256,
    position,
  );
  return row?.bytes ?? new Uint8Array();
}
