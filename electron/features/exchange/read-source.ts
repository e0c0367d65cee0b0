import type { ExchangeProblem } from '#shared/contract/errors.ts';
import { type Encoding, type ExchangeField, type ExchangeKind, exchangeLimits } from '#shared/contract/exchange.ts';
import { describeLayout, readRows } from '../../exchange/columns.ts';
import { guessFormat } from '../../exchange/guess-format.ts';
import { firstProblems, type Problems, refuse } from '../../exchange/problem.ts';
import { readFile } from '../../exchange/read-file.ts';
import type { FieldValues, RegisterRow } from '../../exchange/register-row.ts';
import type { Table } from '../../exchange/table.ts';
import { settleValues } from '../../exchange/values.ts';
import { readCard } from '../../exchange/vcard-fields.ts';
import type { Cards } from '../../exchange/vcard-parse.ts';
import type { StartHelper } from '../../helper-process.ts';
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
export async function parseSource(
  startHelper: StartHelper,
  { file, encoding }: Omit<Source, 'kind'>,
): Promise<Table | Cards | Problems> {
  if (file.size > exchangeLimits.bytes) return refuse('too_large', { detail: String(exchangeLimits.bytes) });
  if (file.size === 0) return refuse('empty');
  const format = guessFormat(new Uint8Array(await file.slice(0, 1_000).arrayBuffer()));
  if (format === null) return refuse('unknown_format', { detail: file.name });
  return readFile(startHelper, format, file, { encoding });
}

/** The records of a file by field, settled and checked; `mapping` stands in for what the columns seem to hold. */
export async function readSource(
  startHelper: StartHelper,
  source: Source,
  mapping: readonly (ExchangeField | null)[] | undefined,
): Promise<ReadRows | Problems> {
  const parsed = await parseSource(startHelper, source);
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
