import { chooseText } from '#shared/domain/language.ts';
import type { HandOverProblem } from '#shared/contract/hand-overs.ts';
import type { Connection } from '../../db/connection.ts';
import { handOverProperty } from '../../documents/docx/hand-over-property.ts';
import type { DocxTables } from '../../exchange/docx/index.ts';
import { findCodes, handOverCode } from './codes.ts';
import { findHandOver, findHandOverOfText, findMeetingTitle, type HandOver, listHandOverIds } from './repository.ts';

/** So many rows are asked where they come from; the first one knows, but for files of another data folder. */
const askedRows = 20;

/**
 * The hand-over that a file came from. Rows know it best: they may have been pasted into another file. Then the line
 * above the table, then what the file keeps unseen.
 */
export function findOrigin(
  connection: Connection,
  docx: DocxTables,
  meetingId: string,
): HandOver | { problem: HandOverProblem } {
  const codes = [
    ...new Set(
      docx.tables.flatMap((rows) => rows.flatMap(({ cells }) => cells.flatMap(({ text }) => findCodes(text)))),
    ),
  ];
  const handOver =
    firstOf(codes.slice(0, askedRows), (code) => findHandOverOfText(connection, code)) ??
    findByCodeLine(connection, docx.text) ??
    findHandOver(connection, docx.properties.get(handOverProperty)?.toLowerCase() ?? '');
  if (handOver === undefined) {
    const isOurs = codes.length > 0 || docx.properties.has(handOverProperty);
    return refuse(docx.tables.length > 0 && isOurs ? 'unknown-hand-over' : 'no-table', codes[0] ?? '');
  }
  if (handOver.meetingId !== meetingId) {
    const title = findMeetingTitle(connection, handOver.meetingId);
    return refuse('other-meeting', title === undefined ? '' : chooseText(title, handOver.targetLanguage).text);
  }
  return handOver;
}

function findByCodeLine(connection: Connection, text: string): HandOver | undefined {
  const codes = findCodes(text);
  if (codes.length === 0) return undefined;
  const id = listHandOverIds(connection).find((each) => codes.includes(handOverCode(each)));
  return id === undefined ? undefined : findHandOver(connection, id);
}

function firstOf<Item, Result>(items: readonly Item[], find: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const refuse = (code: HandOverProblem['code'], detail: string): { problem: HandOverProblem } => ({
  problem: { code, row: 0, detail },
});
