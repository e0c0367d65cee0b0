import type { ExchangeField, ExchangeKind } from '#shared/contract/exchange.ts';
import type { Script } from '#shared/domain/language.ts';
import { recogniseHeader } from './headers.ts';
import { type FieldValues, type RegisterRow } from './register-row.ts';
import type { Table, TableRow } from './table.ts';

export interface Column {
  /** Empty where the table has no heads. */
  header: string;
  /** The first few cells that are not empty. */
  samples: string[];
  /** What the column seems to hold. */
  field: ExchangeField | null;
}

export interface Layout {
  columns: Column[];
  /** The records, without heads and what stands above them. */
  body: TableRow[];
}

const rowsAboveHeads = 10;
const rowsLookedAt = 200;

/** Tells the heads of a table from its records, and what each column holds: by its head, else by its cells. */
export function describeLayout(table: Table, kind: ExchangeKind): Layout {
  const width = table.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const headRow = findHeadRow(table.rows, kind);
  const body = table.rows.slice(headRow + 1);
  const looked = body.slice(0, rowsLookedAt);
  const heads = headRow === -1 ? [] : (table.rows[headRow]?.cells ?? []);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cells = looked.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
    const header = heads[index] ?? '';
    const field = settleScript(recogniseHeader(header, kind), header, cells);
    return { header, samples: cells.slice(0, 5), field };
  });
  for (const [index, column] of columns.entries()) {
    const cells = looked.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
    column.field ??= guessField(cells, kind, columns);
  }
  leaveOutRepeated(columns);
  return { columns, body };
}

/** The row with the most known heads, at least two of them or all there are; -1 where the first row is a record. */
function findHeadRow(rows: readonly TableRow[], kind: ExchangeKind): number {
  let best = { index: -1, count: 0 };
  for (const [index, { cells }] of rows.slice(0, rowsAboveHeads).entries()) {
    const count = cells.filter((cell) => recogniseHeader(cell, kind) !== null).length;
    const filled = cells.filter((cell) => cell !== '').length;
    if (count > best.count && (count >= 2 || count === filled)) best = { index, count };
  }
  if (best.index !== -1) return best.index;
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return -1;
  const looksLikeRecord = first.cells.some((cell, index) => {
    const below = others.slice(0, rowsLookedAt).map((row) => row.cells[index] ?? '');
    return isEmail(cell) || isPhone(cell) || (nameScript(cell) !== null && nameScript(cell) === majorityScript(below));
  });
  return looksLikeRecord ? -1 : 0;
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text);
const isPhone = (text: string): boolean => /^\+?[\d\s().-]{6,}$/u.test(text) && (text.match(/\d/gu)?.length ?? 0) >= 6;

/** The script of what may be a person's whole name; null for other texts. */
function nameScript(text: string): Script | null {
  if (/^\p{Script=Han}{2,4}$/u.test(text) || /^\p{Script=Han}+(?:[·・•‧]\p{Script=Han}+)+$/u.test(text)) return 'han';
  if (/^(?:[А-ЯЁ][а-яё]+|[А-ЯЁ]{2,})(?:-[А-ЯЁа-яё]+)?(?:\s(?:[А-ЯЁ][а-яё-]+|[А-ЯЁ]{2,}|[А-ЯЁ]\.)){1,3}$/u.test(text))
    return 'cyrillic';
  if (/^\p{Script=Latin}[\p{Script=Latin}'’-]+,?(?:\s\p{Script=Latin}[\p{Script=Latin}'’-]*\.?){1,3}$/u.test(text))
    return 'latin';
  return null;
}

function majorityScript(cells: readonly string[]): Script | null {
  const scripts = Map.groupBy(
    cells.map(nameScript).filter((script) => script !== null),
    (script) => script,
  );
  return [...scripts].find(([, same]) => same.length * 2 > cells.length)?.[0] ?? null;
}

const patterns: Record<Script, RegExp> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  han: /\p{Script=Han}/u,
};
const byScript = {
  family: { latin: 'family_latin', cyrillic: 'family_cyrillic', han: 'family_han' },
  given: { latin: 'given_latin', cyrillic: 'given_cyrillic', han: 'given_han' },
  patronymic: { latin: 'patronymic_latin', cyrillic: 'patronymic_cyrillic', han: null },
} as const satisfies Record<string, Record<Script, ExchangeField | null>>;

/** «Фамилия» over Latin cells means the Latin one; a head that names its script is taken at its word. */
function settleScript(field: ExchangeField | null, header: string, cells: readonly string[]): ExchangeField | null {
  const part = /^(family|given|patronymic)_/u.exec(field ?? '')?.[1] as keyof typeof byScript | undefined;
  if (part === undefined || /[(（]/u.test(header)) return field;
  const counts = Object.entries(patterns).map(([script, pattern]) => ({
    script: script as Script,
    count: cells.filter((cell) => pattern.test(cell)).length,
  }));
  const main = counts.find(({ count }) => count * 2 > cells.length);
  return main === undefined ? field : (byScript[part][main.script] ?? field);
}

function guessField(cells: readonly string[], kind: ExchangeKind, columns: readonly Column[]): ExchangeField | null {
  if (cells.length === 0) return null;
  const isTaken = (...fields: ExchangeField[]): boolean =>
    columns.some(({ field }) => field !== null && fields.includes(field));
  const most = (test: (cell: string) => boolean): boolean => cells.filter(test).length >= cells.length * 0.8;
  if (kind === 'organizations') return !isTaken('name', 'name_en', 'name_ru', 'name_zh') ? 'name' : null;
  if (!isTaken('email') && most(isEmail)) return 'email';
  if (!isTaken('phone') && most(isPhone)) return 'phone';
  if (!most((cell) => nameScript(cell) !== null) || isTaken('full_name')) return null;
  for (const script of ['latin', 'cyrillic', 'han'] as const) {
    if (!most((cell) => nameScript(cell) === script)) continue;
    return isTaken(`full_${script}`, byScript.family[script]) ? null : `full_${script}`;
  }
  return 'full_name';
}

/** Only these may come in several columns. */
const gathered = new Map<ExchangeField, string>([
  ['email', ', '],
  ['phone', ', '],
  ['messenger', ', '],
  ['languages', ', '],
  ['aliases', '; '],
  ['note', '\n'],
]);

function leaveOutRepeated(columns: Column[]): void {
  const seen = new Set<ExchangeField>();
  for (const column of columns) {
    if (column.field === null || gathered.has(column.field)) continue;
    if (seen.has(column.field)) column.field = null;
    else seen.add(column.field);
  }
}

/** The records by field. Of two columns with one field the first that is filled counts, lists are joined. */
export function readRows(body: readonly TableRow[], mapping: readonly (ExchangeField | null)[]): RegisterRow[] {
  return body.map(({ line, cells, formulas }) => {
    const values: FieldValues = {};
    for (const [index, field] of mapping.entries()) {
      const cell = cells[index] ?? '';
      if (field === null || cell === '') continue;
      const known = values[field];
      const separator = gathered.get(field);
      if (known === undefined) values[field] = cell;
      else if (separator !== undefined) values[field] = `${known}${separator}${cell}`;
    }
    const warnings = formulas.map((detail) => ({ code: 'formula_as_text' as const, detail: detail.slice(0, 80) }));
    return { line, values, warnings, isOtherKind: false };
  });
}
