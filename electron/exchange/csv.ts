import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { type Encoding, exchangeLimits } from '#shared/contract/exchange.ts';
import { decodeText, detectEncoding } from './encoding.ts';
import { protectFormula, releaseFormula } from './formula.ts';
import { firstProblems, type Problems, refuse } from './problem.ts';
import { findControls, type Table, type TableRow } from './table.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const sliceLength = 64 * 1024;
/** In UTF-16 units: ten times what all fields of a contact may hold, and far less than a file whose quote never ends. */
const longestRecord = 1_000_000;

interface ParsedLine {
  record: string[];
  info: { lines: number };
}

/**
 * CSV and TSV (RFC 4180, and what spreadsheets make of it: other delimiters, a first line `sep=;`, quotes inside a
 * bare cell). Stops at the row limit. Works in slices, so that others are served meanwhile.
 */
export async function parseCsv(bytes: Uint8Array, wanted?: Encoding): Promise<Table | Problems> {
  const encoding = wanted ?? detectEncoding(bytes);
  const decoded = decodeText(bytes, encoding);
  if ('problems' in decoded) return decoded;
  const hint = /^sep=(.)(?:\r\n|\n|\r)/u.exec(decoded.text);
  const text = decoded.text.slice(hint?.[0].length ?? 0);
  const read = await readRows(text, hint?.[1] ?? detectDelimiter(text), hint === null ? 0 : 1);
  if ('problems' in read) return read;
  if (read.rows.length === 0) return refuse('empty');
  const controls = await findControls(read.rows);
  return controls.length > 0 ? firstProblems(controls) : { format: 'csv', encoding, rows: read.rows };
}

async function readRows(
  text: string,
  delimiter: string,
  linesBefore: number,
): Promise<{ rows: TableRow[] } | Problems> {
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: longestRecord,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  });
  const rows: TableRow[] = [];
  let problems: Problems | undefined;
  let failure: unknown;
  parser.on('error', (error) => (failure ??= error));
  parser.on('data', ({ record, info }: ParsedLine) => {
    if (problems !== undefined) return;
    const cells = record.map((cell) => releaseFormula(cell.trim()));
    if (cells.every((cell) => cell === '')) return;
    // The parser counts to the line where the record ends.
    const inside = record.reduce((count, cell) => count + countBreaks(cell), 0);
    const line = info.lines + linesBefore - inside;
    if (cells.length > exchangeLimits.columns) problems = refuse('too_many_columns', { line });
    else if (rows.length > exchangeLimits.rows) problems = refuse('too_many_rows', { line });
    else rows.push({ line, cells, formulas: [] });
  });
  for (let start = 0; start < text.length && problems === undefined && failure === undefined; start += sliceLength) {
    parser.write(text.slice(start, start + sliceLength));
    await setImmediate();
  }
  if (problems === undefined && failure === undefined) {
    parser.end();
    await new Promise<void>((resolve) => {
      parser.once('end', resolve).once('close', resolve);
    });
  }
  parser.destroy();
  if (failure !== undefined) return describeFailure(failure, text, linesBefore);
  return problems ?? { rows };
}

function describeFailure(error: unknown, text: string, linesBefore: number): Problems {
  if (!(error instanceof CsvError)) throw error;
  const lines: unknown = error.lines;
  const line = typeof lines === 'number' ? lines : 0;
  if (error.code !== 'CSV_MAX_RECORD_SIZE')
    return refuse('broken_csv', { line: line + linesBefore, detail: error.code });
  const [start = ''] = text.split(/\r\n|\n|\r/u, line).slice(-1);
  return refuse('too_long', { line: line + linesBefore, detail: `${start.slice(0, 40).toWellFormed()}…` });
}

const countBreaks = (cell: string): number => cell.match(/\r\n|\n|\r/gu)?.length ?? 0;

/** The delimiter that stands equally often on the most of the first lines, outside quotes. */
function detectDelimiter(text: string): string {
  const lines = text
    .slice(0, sliceLength)
    .replace(/"[^"]*"/gu, '')
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const counts = Map.groupBy(
      lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0),
      (count) => count,
    );
    const score = Math.max(0, ...[...counts].map(([count, same]) => same.length * 1_000 + count));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

const rowsAtOnce = 500;

/** UTF-8 with a byte order mark, which Excel needs, and CRLF (RFC 4180). `raw` leaves formulas as they are. */
export async function writeCsv(rows: readonly string[][], raw: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const parts: string[] = [];
  for (let start = 0; start === 0 || start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    const safe = raw ? some : some.map((row) => row.map(protectFormula));
    // Line breaks of any kind, and what other programs take for a delimiter, only stand between quotes.
    const options = { bom: start === 0, record_delimiter: '\r\n', quoted_match: /[\r\n\t;|]/u };
    parts.push(stringify(safe, options));
    await setImmediate();
  }
  return new TextEncoder().encode(parts.join(''));
}
