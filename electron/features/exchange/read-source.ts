import type { ExchangeProblem } from '#shared/contract/errors.ts';
import { type Encoding, type ExchangeField, type ExchangeKind, exchangeLimits } from '#shared/contract/exchange.ts';
import { describeLayout, readRows } from '../../exchange/columns.ts';
import { guessFormat } from '../../exchange/guess-format.ts';
import { firstProblems, type Problems, refuse } from '../../exchange/problem.ts';
import type { FieldValues, RegisterRow } from '../../exchange/register-row.ts';
import type { Table } from '../../exchange/table.ts';
import { settleValues } from '../../exchange/values.ts';
import { readCard } from '../../exchange/vcard-fields.ts';
import type { Cards } from '../../exchange/vcard-parse.ts';
import { importers } from '../../formats.ts';
import { startSlices } from '../../slices.ts';

export interface Source {
  file: File;
  kind: ExchangeKind;
  encoding?: Encoding | undefined;
}

export interface ReadRows {
  rows: RegisterRow[];
  isVcard: boolean;
  /** 1-based, 0 where there are no columns. */
  columnOf: (field: ExchangeField) => number;
}

/** Reads a file of contacts as far as its format goes: by its first bytes, whatever its name says. */
export async function parseSource({ file, encoding }: Omit<Source, 'kind'>): Promise<Table | Cards | Problems> {
  if (file.size > exchangeLimits.bytes) return refuse('too_large', { detail: String(exchangeLimits.bytes) });
  const read = await readBytes(file);
  if ('problems' in read) return read;
  const { bytes, format } = read;
  if (format === null) return refuse('unknown_format', { detail: file.name });
  return format === 'xlsx' ? importers.xlsx.parse(bytes) : importers[format].parse(bytes, encoding);
}

/** The records of a file by field, settled and checked; `mapping` stands in for what the columns seem to hold. */
export async function readSource(
  source: Source,
  mapping: readonly (ExchangeField | null)[] | undefined,
): Promise<ReadRows | Problems> {
  const parsed = await parseSource(source);
  if ('problems' in parsed) return parsed;
  if (parsed.format === 'vcard') {
    return settle(
      parsed.cards.map((card) => readCard(card, source.kind)),
      [],
      true,
    );
  }
  const { columns, body } = describeLayout(parsed, source.kind);
  const fields = mapping ?? columns.map(({ field }) => field);
  if (!fields.some((field) => field !== null && holdsName(field, source.kind))) return refuse('nothing_mapped');
  const rows = readRows(body, fields).filter(({ values }) => Object.keys(values).length > 0);
  return rows.length === 0 ? refuse('empty') : settle(rows, fields, false);
}

const holdsName = (field: ExchangeField, kind: ExchangeKind): boolean =>
  (kind === 'people' ? /^(?:full|family|given)_|^id$/u : /^(?:name|abbreviation)|^id$/u).test(field);

async function settle(
  rows: RegisterRow[],
  fields: readonly (ExchangeField | null)[],
  isVcard: boolean,
): Promise<ReadRows | Problems> {
  const columnOf = (field: ExchangeField): number => fields.indexOf(field) + 1;
  const problems: ExchangeProblem[] = [];
  const slices = startSlices();
  for (const row of rows) {
    if (isVcard) leaveOutForeign(row.values);
    problems.push(...settleValues(row, columnOf));
    if (slices.areDue()) await slices.pause();
  }
  return problems.length > 0 ? firstProblems(problems) : { rows, isVcard, columnOf };
}

/** What comes from elsewhere names its country freely: what is no country here is no reason to refuse the whole file. */
export function leaveOutForeign(values: FieldValues): void {
  for (const field of ['country', 'organization_kind', 'gender', 'id'] as const) {
    const row: RegisterRow = { line: 0, values: { [field]: values[field] ?? '' }, warnings: [], isOtherKind: false };
    if (settleValues(row, () => 0).length > 0) values[field] = '';
  }
}

/**
 * The bytes and what they are. Lines are counted on the way, and reading stops at the first too many: a file of a
 * million rows is never held whole.
 */
async function readBytes(
  file: File,
): Promise<{ bytes: Uint8Array; format: 'csv' | 'xlsx' | 'vcard' | null } | Problems> {
  const chunks: Uint8Array[] = [];
  let format: 'csv' | 'xlsx' | 'vcard' | null | undefined;
  let lines = 0;
  let isQuoted = false;
  for await (const chunk of file.stream() as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    format ??= guessFormat(chunk);
    if (format !== 'csv') continue;
    // Not `for … of`, which takes ten times as long over bytes.
    for (let index = 0; index < chunk.length; index++) {
      if (chunk[index] === 0x22) isQuoted = !isQuoted;
      else if (chunk[index] === 0x0a && !isQuoted) lines += 1;
    }
    // Leaving the loop cancels the stream.
    if (lines > exchangeLimits.rows + 1) return refuse('too_many_rows', { line: exchangeLimits.rows + 1 });
  }
  return chunks.length === 0 ? refuse('empty') : { bytes: Buffer.concat(chunks), format: format ?? null };
}
