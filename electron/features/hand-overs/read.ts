import type { HandOverProblem } from '#shared/contract/hand-overs.ts';
import type { Context } from '../../context.ts';
import type { DocxTables } from '../../exchange/docx/index.ts';
import { readFile } from '../../exchange/read-file.ts';
import type { StartHelper } from '../../helper-process.ts';
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
  { connection, startHelper }: Context,
  file: File,
  meetingId: string,
): Promise<Returned | { problems: HandOverProblem[] }> {
  const docx = await readTables(startHelper, file);
  if ('problem' in docx) return { problems: [docx.problem] };
  const handOver = findOrigin(connection, docx, meetingId);
  if ('problem' in handOver) return { problems: [handOver.problem] };
  const { returned, problems } = readTable(docx.tables, handOver);
  return problems.length > 0 ? { problems } : { handOver, returned };
}

async function readTables(startHelper: StartHelper, file: File): Promise<DocxTables | { problem: HandOverProblem }> {
  const docx = await readFile(startHelper, 'handOver', file);
  if (!('problems' in docx)) return docx;
  const [problem] = docx.problems;
  const code = problem?.code === 'broken_docx' ? 'not-docx' : 'unsafe';
  return { problem: { code, row: 0, detail: problem?.detail.slice(0, 80) ?? '' } };
}
