import { glossaryLimits, type GlossaryProblem, type TermStatus, termStatuses } from '#shared/contract/glossary.ts';
import { limits } from '#shared/contract/fields.ts';
import { cleanLine, cleanText } from '#shared/domain/clean-text.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { guessFormat } from '../../exchange/guess-format.ts';
import { readFile } from '../../exchange/read-file.ts';
import type { Table, TableRow } from '../../exchange/table.ts';
import type { StartHelper } from '../../helper-process.ts';
import { startSlices } from '../../slices.ts';
import { splitTerms } from './cells.ts';
import { type GlossaryField, recogniseHead, termField } from './columns.ts';
import { firstProblems, fromExchange, makeProblem, refuse, type Refusal } from './problem.ts';

export interface FileTerm {
  language: Language;
  status: TermStatus;
  text: string;
}

/** A concept as a row of a file has it. */
export interface FileRow {
  line: number;
  /** Null where the row has none, or numbers that are not ours. */
  id: string | null;
  terms: FileTerm[];
  /** By column, for columns that the file has. */
  texts: Partial<Record<GlossaryField, string>>;
}

export interface GlossaryFile {
  rows: FileRow[];
  columns: ReadonlySet<GlossaryField>;
}

/** Reads a glossary by the first bytes of the file, whatever its name says: all of it is sound, or it is refused. */
export async function readGlossaryFile(startHelper: StartHelper, file: File): Promise<GlossaryFile | Refusal> {
  if (file.size > glossaryLimits.bytes) return refuse('too_large', { detail: String(glossaryLimits.bytes) });
  if (file.size === 0) return refuse('empty');
  const format = guessFormat(new Uint8Array(await file.slice(0, 1_000).arrayBuffer()));
  if (format !== 'xlsx' && format !== 'csv') return refuse('unknown_format', { detail: file.name });
  const table = await readFile(startHelper, format, file);
  if ('problems' in table) return firstProblems(table.problems.map(fromExchange));
  return readTable(table);
}

const rowsAboveHeads = 10;

async function readTable({ rows }: Table): Promise<GlossaryFile | Refusal> {
  const headRow = rows.slice(0, rowsAboveHeads).findIndex(({ cells }) => cells.some(holdsTerms));
  const heads = rows[headRow];
  if (heads === undefined) {
    const [first] = rows;
    return refuse('unknown_columns', { line: first?.line ?? 0, detail: first?.cells.join(' | ') ?? '' });
  }
  const body = rows.slice(headRow + 1);
  if (body.length === 0) return refuse('empty');
  if (body.length > glossaryLimits.concepts) {
    return refuse('too_many_rows', { line: body[glossaryLimits.concepts]?.line ?? 0 });
  }
  const columns = readHeads(heads, body);
  if ('problems' in columns) return columns;
  const problems: GlossaryProblem[] = [];
  const seen = new Set<string>();
  const read: FileRow[] = [];
  const slices = startSlices();
  for (const row of body) {
    read.push(readRow(row, columns.fields, seen, problems));
    if (slices.areDue()) await slices.pause();
  }
  if (problems.length > 0) return firstProblems(problems);
  return { rows: read, columns: new Set(columns.fields.filter((field) => field !== null)) };
}

function holdsTerms(head: string): boolean {
  const field = recogniseHead(head);
  return field !== null && /^(?:preferred|allowed|forbidden)_|^other-language$/u.test(field);
}

/** What each column holds. A column that nobody understands is refused if something stands in it: it would be lost. */
function readHeads(heads: TableRow, body: readonly TableRow[]): { fields: (GlossaryField | null)[] } | Refusal {
  const problems: GlossaryProblem[] = [];
  const seen = new Set<GlossaryField>();
  const width = body.reduce((widest, { cells }) => Math.max(widest, cells.length), heads.cells.length);
  const fields = Array.from({ length: width }, (_, index) => {
    const head = heads.cells[index] ?? '';
    const field = recogniseHead(head);
    const at = { line: heads.line, column: head, detail: head };
    if (field === 'other-language') problems.push(makeProblem('wrong_language', at));
    else if (field === null || (field === 'numbering' && head.trim() === '')) {
      const filled = body.find(({ cells }) => (cells[index] ?? '') !== '');
      if (filled !== undefined) {
        problems.push(
          makeProblem('unknown_columns', { ...at, detail: head === '' ? (filled.cells[index] ?? '') : head }),
        );
      }
    } else if (field !== 'numbering') {
      if (seen.has(field)) problems.push(makeProblem('unknown_columns', at));
      seen.add(field);
      return field;
    }
    return null;
  });
  return problems.length > 0 ? firstProblems(problems) : { fields };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

function readRow(
  { line, cells }: TableRow,
  fields: readonly (GlossaryField | null)[],
  seen: Set<string>,
  problems: GlossaryProblem[],
): FileRow {
  const row: FileRow = { line, id: null, terms: [], texts: {} };
  const refuseCell = (code: GlossaryProblem['code'], column: GlossaryField, detail: string): void => {
    if (problems.length < 100) problems.push(makeProblem(code, { line, column, detail }));
  };
  for (const [index, field] of fields.entries()) {
    if (field === null) continue;
    const cell = cleanText(cells[index] ?? '').trim();
    if (field === 'id') {
      const id = cell.toLowerCase();
      if (!uuid.test(id)) continue;
      if (seen.has(id)) refuseCell('duplicate_id', 'id', id);
      seen.add(id);
      row.id = id;
      continue;
    }
    const place = termPlaces.get(field);
    if (place === undefined) {
      const isLine = field === 'source' || field.startsWith('area_');
      const text = isLine ? cleanLine(cell) : cell;
      if (text.length > (isLine ? limits.line : limits.text)) refuseCell('too_long', field, text);
      row.texts[field] = text;
      continue;
    }
    for (const text of splitTerms(cell).map((term) => cleanLine(term).trim())) {
      if (text.length > limits.line) refuseCell('too_long', field, text);
      const same = row.terms.find((term) => term.language === place.language && term.text === text);
      if (same === undefined) row.terms.push({ ...place, text });
      else if (same.status !== place.status) refuseCell('wrong_status', field, text);
    }
    if (row.terms.length > limits.list) refuseCell('too_long', field, cell);
  }
  return row;
}

const termPlaces = new Map<GlossaryField, { language: Language; status: TermStatus }>(
  languages.flatMap((language) =>
    termStatuses.map((status) => [termField(status, language), { language, status }] as const),
  ),
);
