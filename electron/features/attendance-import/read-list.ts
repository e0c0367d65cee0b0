import { type AttendanceField, maxAttendanceRows } from '#shared/contract/attendance-import.ts';
import type { AttendanceRole } from '#shared/contract/attendance.ts';
import type { ExchangeProblem } from '#shared/contract/errors.ts';
import type { Encoding, ExchangeField } from '#shared/contract/exchange.ts';
import { type Column, describeLayout, readRows } from '../../exchange/columns.ts';
import { firstProblems, type Problems, refuse } from '../../exchange/problem.ts';
import type { FieldValues } from '../../exchange/register-row.ts';
import type { Table, TableRow } from '../../exchange/table.ts';
import { settleValues } from '../../exchange/values.ts';
import { readCard } from '../../exchange/vcard-fields.ts';
import type { Cards } from '../../exchange/vcard-parse.ts';
import type { StartHelper } from '../../helper-process.ts';
import { startSlices } from '../../slices.ts';
import { leaveOutForeign, parseSource } from '../exchange/index.ts';
import { readHeadCount, readRoles, recogniseAttendanceHead } from './roles.ts';

export interface ListColumn extends Omit<Column, 'field'> {
  field: AttendanceField | null;
}

/** One line of a list, as the file has it. */
export interface ListLine {
  line: number;
  values: FieldValues;
  roles: AttendanceRole[];
  headCount: number | null;
  /** The line is an organisation's own, e.g. its card. */
  isOrganization: boolean;
}

interface Source {
  file: File;
  encoding?: Encoding | undefined;
}

/** What the columns hold. Of a vCard there are none. */
export async function inspectList(
  startHelper: StartHelper,
  source: Source,
): Promise<{ encoding: Encoding | null; columns: ListColumn[]; rows: number } | Problems> {
  const parsed = await parseList(startHelper, source);
  if ('problems' in parsed) return parsed;
  if (parsed.format === 'vcard') return { encoding: parsed.encoding, columns: [], rows: parsed.cards.length };
  const { columns, body } = describeColumns(parsed);
  return { encoding: parsed.encoding, columns, rows: body.length };
}

/** The lines of a list; `mapping` stands in for what the columns seem to hold. */
export async function readList(
  startHelper: StartHelper,
  source: Source,
  mapping: readonly (AttendanceField | null)[] | undefined,
): Promise<ListLine[] | Problems> {
  const parsed = await parseList(startHelper, source);
  if ('problems' in parsed) return parsed;
  if (parsed.format === 'vcard') {
    const cards = parsed.cards.map((card) => {
      const { line, values, isOtherKind } = readCard(card, 'people');
      return { line, values, roles: [], headCount: null, isOrganization: isOtherKind };
    });
    return settle(cards, []);
  }
  const { columns, body } = describeColumns(parsed);
  const fields = mapping ?? columns.map(({ field }) => field);
  if (!fields.some((field) => field !== null && namesSomebody.test(field))) return refuse('nothing_mapped');
  const lines = readLines(body, fields);
  return lines.length === 0 ? refuse('empty') : settle(lines, fields);
}

const namesSomebody = /^(?:full|family|given)_|^id$|^email$|^organization/u;

async function parseList(startHelper: StartHelper, source: Source): Promise<Table | Cards | Problems> {
  const parsed = await parseSource(startHelper, source);
  if ('problems' in parsed) return parsed;
  const count = parsed.format === 'vcard' ? parsed.cards.length : describeColumns(parsed).body.length;
  return count > maxAttendanceRows ? refuse('too_many_rows', { line: maxAttendanceRows + 1 }) : parsed;
}

/** As of contacts, and those that only a list of participants has. */
function describeColumns(table: Table): { columns: ListColumn[]; body: TableRow[] } {
  const { columns, body } = describeLayout(table, 'people');
  const taken = new Set<AttendanceField>();
  const described = columns.map((column, index): ListColumn => {
    const field = recogniseAttendanceHead(column.header) ?? guessRole(column, body, index);
    if (field === null || taken.has(field)) return column as ListColumn;
    // «Status» and «Role» may be anything: the cells decide.
    const isRole = field !== 'role' || body.slice(0, rowsLookedAt).some(({ cells }) => namesRole(cells[index] ?? ''));
    if (!isRole) return column as ListColumn;
    taken.add(field);
    return { ...column, field };
  });
  return { columns: described, body };
}

const rowsLookedAt = 200;
const namesRole = (cell: string): boolean => readRoles(cell).length > 0;

/** A column of which nothing is known and that says little but roles. */
function guessRole({ field }: Column, body: readonly TableRow[], index: number): 'role' | null {
  if (field !== null) return null;
  const cells = body.slice(0, rowsLookedAt).flatMap(({ cells }) => cells[index] || []);
  return cells.length > 0 && cells.filter(namesRole).length >= cells.length * 0.8 ? 'role' : null;
}

function readLines(body: readonly TableRow[], fields: readonly (AttendanceField | null)[]): ListLine[] {
  const ofContacts = fields.map((field) => (field === 'role' || field === 'head_count' ? null : field));
  const [roleAt, countAt] = [fields.indexOf('role'), fields.indexOf('head_count')];
  return readRows(body, ofContacts).map(({ line, values }, index) => {
    const cells = body[index]?.cells ?? [];
    return {
      line,
      values,
      roles: readRoles(cells[roleAt] ?? ''),
      headCount: readHeadCount(cells[countAt] ?? ''),
      isOrganization: false,
    };
  });
}

async function settle(lines: ListLine[], fields: readonly (AttendanceField | null)[]): Promise<ListLine[] | Problems> {
  const columnOf = (field: ExchangeField): number => fields.indexOf(field as AttendanceField) + 1;
  const problems: ExchangeProblem[] = [];
  const slices = startSlices();
  for (const { line, values } of lines) {
    leaveOutForeign(values);
    problems.push(...settleValues({ line, values, warnings: [], isOtherKind: false }, columnOf));
    if (slices.areDue()) await slices.pause();
  }
  return problems.length > 0 ? firstProblems(problems) : lines;
}
