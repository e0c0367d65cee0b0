import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/node';
import { exchangeLimits } from '#shared/contract/exchange.ts';
import { firstProblems, type Problems, refuse } from './problem.ts';
import { findControls, type Table, type TableRow } from './table.ts';
import { openZip, ZipError, zipLimits } from './zip-limits.ts';

/**
 * The first sheet of a workbook (ECMA-376, part 1, section 18.3) as text: numbers as they are stored, dates as
 * `YYYY-MM-DD`, a formula as its last result, or as itself where the file keeps none; nothing is ever calculated.
 * The reader of the sheet is given a plain archive of parts that were checked before.
 */
export async function parseXlsx(bytes: Uint8Array): Promise<Table | Problems> {
  try {
    const checked = await checkParts(bytes);
    if ('problems' in checked) return checked;
    const plain = zipSync(checked.parts, { level: 0 });
    const sheet: unknown[][] = await readSheet(plain.buffer, { trim: false, parseNumber: plainNumber });
    const rows = sheet.map((row, index): TableRow => {
      const line = index + 1;
      const cells = row.map((cell) => toText(cell).trim());
      const formulas = [...cells.filter((cell) => cell.startsWith('=')), ...(checked.formulas.get(line) ?? [])];
      return { line, cells, formulas: [...new Set(formulas)] };
    });
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    if (filled.length === 0) return refuse('empty');
    const controls = await findControls(filled);
    return controls.length > 0 ? firstProblems(controls) : { format: 'xlsx', encoding: null, rows: filled };
  } catch (error) {
    if (error instanceof ZipError) {
      return error.fault === 'too-large'
        ? refuse('too_large', { detail: String(zipLimits.totalBytes) })
        : refuse('broken_xlsx', { detail: error.detail });
    }
    // The libraries answer whatever is wrong inside a workbook with an error of their own.
    return refuse('broken_xlsx', { detail: error instanceof Error ? error.message : '' });
  }
}

interface CheckedParts {
  parts: Record<string, Uint8Array>;
  /** By row: formulas whose result stands in the cell. */
  formulas: Map<number, string[]>;
}

async function checkParts(bytes: Uint8Array): Promise<CheckedParts | Problems> {
  const zip = await openZip(bytes);
  const checked: CheckedParts = { parts: {}, formulas: new Map() };
  for (const name of zip.names.filter((name) => /\.xml(?:\.rels)?$/u.test(name))) {
    const xml = new TextDecoder().decode(await zip.read(name));
    // Entities are declared in a document type, which no workbook has (ECMA-376, part 2, section 8.2.5).
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return refuse('broken_xlsx', { detail: 'DOCTYPE' });
    if (isTooDeep(xml)) return refuse('broken_xlsx', { detail: 'depth' });
    const isSheet = /<(?:\w+:)?sheetData/u.test(xml);
    const problems = isSheet ? checkAddresses(xml) : null;
    if (problems !== null) return problems;
    checked.parts[name] = new TextEncoder().encode(isSheet ? formulasAsText(xml, checked.formulas) : xml);
  }
  return checked;
}

/** Real parts stay below twenty. */
const maxDepth = 256;

/** Comments, CDATA and instructions, up to the first end after their beginning. What looks like a tag in them is none. */
const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function isTooDeep(xml: string): boolean {
  let depth = 0;
  for (let at = xml.indexOf('<'); at !== -1;) {
    const aside = asides.find(([start]) => xml.startsWith(start, at));
    if (aside !== undefined) {
      const end = xml.indexOf(aside[1], at);
      // Cut off: whoever reads it says so.
      if (end === -1) return false;
      at = xml.indexOf('<', end);
      continue;
    }
    // In quotes a tag may have `>`, but no `<` (XML 1.0, section 3.1): a tag that does not end before the next one begins
    // could be read in two ways, and so could its depth.
    const next = xml.indexOf('<', at + 1);
    const tag = xml.slice(at, next === -1 ? undefined : next).replace(/"[^"]*"|'[^']*'/gu, '""');
    const end = tag.indexOf('>');
    if (end === -1) return next !== -1;
    if (tag[1] === '/') depth -= 1;
    else if (tag[end - 1] !== '/') depth += 1;
    if (depth > maxDepth) return true;
    at = next;
  }
  return false;
}

/** Rows and cells say where they stand: one far-off address would make the reader fill the way to it. */
function checkAddresses(xml: string): Problems | null {
  for (const match of xml.matchAll(/(?:\s|(?<!xmlns):)r\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/u.exec(match[1] ?? match[2] ?? '') ?? [];
    if (digits === undefined) return refuse('broken_xlsx', { detail: match[0].trim() });
    const line = Number(digits);
    if (line > exchangeLimits.rows + 1) return refuse('too_many_rows', { line });
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > exchangeLimits.columns) return refuse('too_many_columns', { line, column });
  }
  return null;
}

const formulaCell =
  /<((?:\w+:)?)c(\s[^<>]*)>\s*<\1f(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/\1f>)\s*(?:<\1v(?:\s[^<>]*)?>([^<]*)<\/\1v>|<\1v\s*\/>)?\s*<\/\1c>/gu;

function formulasAsText(xml: string, formulas: Map<number, string[]>): string {
  return xml.replaceAll(formulaCell, (cell: string, ...groups: (string | undefined)[]): string => {
    const [prefix = '', attributes = '', formula = '', result = ''] = groups;
    const [, address = '', line = ''] = /\sr\s*=\s*["']([A-Z]*(\d+))["']/u.exec(attributes) ?? [];
    const text = formula.replace(/^=?/u, '=');
    if (result === '' && address !== '') {
      return `<${prefix}c r="${address}" t="str"><${prefix}v>${text}</${prefix}v></${prefix}c>`;
    }
    formulas.set(Number(line), [...(formulas.get(Number(line)) ?? []), text]);
    return cell;
  });
}

/** Digits as they are stored, except that a whole number is never shown with an exponent: it may be a telephone number. */
function plainNumber(text: string): string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}

/** The reader gives text, truth values, dates and null. */
function toText(cell: unknown): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'string') return cell.replace(/\r\n?/gu, '\n');
  return cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString().slice(0, 10) : '';
}

const widestColumn = 60;

/** One sheet of text cells, so that nothing is taken for a number, date or formula; the head is bold and stays in view. */
export async function writeXlsx(rows: readonly string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const [head = [], ...body] = rows;
  const columns = head.map((title, index) => {
    const longest = body.reduce((width, row) => Math.max(width, displayWidth(row[index] ?? '')), displayWidth(title));
    return { width: Math.min(widestColumn, longest + 2) };
  });
  const cells = rows.map((row, index) =>
    row.map((value) =>
      value === ''
        ? null
        : { value: escapeHex(value), type: String, ...(index === 0 && { fontWeight: 'bold' as const }) },
    ),
  );
  const buffer = await writeXlsxFile(cells, { columns, stickyRowsCount: 1 }).toBuffer();
  return new Uint8Array(buffer);
}

/** In columns of a sheet: a Han character takes two. */
const displayWidth = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/**
 * `_x0041_` stands for a character in a cell (ECMA-376, part 1, section 22.9.2.19, ST_Xstring). The library drops U+FFFD,
 * which stands where something was lost and has to be seen, and the non-characters of Unicode; and it loses a cell that
 * reads as a property of every object, such as «valueOf».
 */
const escapeHex = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(text in {} ? /^./u : /[\uFFFD\p{Noncharacter_Code_Point}]/gu, writeHex);

const writeHex = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).toUpperCase();
    return `_x${unit.padStart(4, '0')}_`;
  }).join('');
