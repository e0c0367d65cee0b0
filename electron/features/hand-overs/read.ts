import type { HandOverProblem } from '#shared/contract/hand-overs.ts';
import type { Connection } from '../../db/connection.ts';
import type { DocxTables } from '../../exchange/docx/index.ts';
import { findOrigin } from './find.ts';
import type { HandOver } from './repository.ts';
import { readTable, type ReturnedText } from './table.ts';

/** What came back, and the hand-over that it belongs to. */
export interface Returned {
  handOver: HandOver;
  /** By the code of the row. */
  returned: Map<string, ReturnedText>;
}

/** Reads a table that came back to a meeting; all that stands against it when it cannot be taken. */
export async function readReturned(
  connection: Connection,
  bytes: Uint8Array,
  meetingId: string,
): Promise<Returned | { problems: HandOverProblem[] }> {
  const docx = await readTables(bytes);
  if ('problem' in docx) return { problems: [docx.problem] };
  const handOver = findOrigin(connection, docx, meetingId);
  if ('problem' in handOver) return { problems: [handOver.problem] };
  const { returned, problems } = readTable(docx.tables, handOver);
  return problems.length > 0 ? { problems } : { handOver, returned };
}

async function readTables(bytes: Uint8Array): Promise<DocxTables | { problem: HandOverProblem }> {
  // Read when it is needed: start-up stays light.
  const { DocxProblem, readDocxTables } = await import('../../exchange/docx/index.ts');
  try {
    return await readDocxTables(bytes);
  } catch (error) {
    if (!(error instanceof DocxProblem)) throw error;
    const code = error.code === 'broken_docx' ? 'not-docx' : 'unsafe';
    return { problem: { code, row: 0, detail: error.message.slice(0, 80) } };
  }
}
