import type { AgreementFile } from '#shared/contract/agreements.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { AgreementFileRow } from '../../db/follow-up-rows.ts';

/** In the order in which they were added. */
export function listFiles(connection: Connection, agreementId: string): AgreementFile[] {
  return connection
    .sql<AgreementFileRow>('SELECT * FROM agreement_file WHERE agreement_id = ? ORDER BY added_at_ms, id', agreementId)
    .map(toFile);
}

export function findFile(connection: Connection, id: string): AgreementFile | undefined {
  const [row] = connection.sql<AgreementFileRow>('SELECT * FROM agreement_file WHERE id = ?', id);
  return row && toFile(row);
}

/** The content must be kept in the same transaction or before it. */
export function insertFile(write: Write, file: AgreementFile): void {
  write.insert('agreement_file', toRow(file));
}

export function updateFile(write: Write, file: AgreementFile): void {
  write.update('agreement_file', { id: file.id }, toRow(file));
}

/** The content stays, so that undo finds it. */
export function removeFile(write: Write, id: string): void {
  write.remove('agreement_file', { id });
}

const toFile = (row: AgreementFileRow): AgreementFile => ({
  id: row.id,
  agreementId: row.agreement_id,
  kind: row.kind as AgreementFile['kind'],
  language: row.language,
  name: row.name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  addedAtMs: row.added_at_ms,
});

const toRow = (file: AgreementFile): AgreementFileRow => ({
  id: file.id,
  agreement_id: file.agreementId,
  kind: file.kind,
  language: file.language,
  name: file.name,
  media_type: file.mediaType,
  size_bytes: file.sizeBytes,
  sha256: file.sha256,
  added_at_ms: file.addedAtMs,
});
