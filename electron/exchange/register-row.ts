import type { ExchangeField, PreviewRow } from '#shared/contract/exchange.ts';

export type FieldValues = Partial<Record<ExchangeField, string>>;

/** One record of a file, whatever its format: texts by field, trimmed, empty ones left out. */
export interface RegisterRow {
  /** 1-based line or row where the record begins. */
  line: number;
  values: FieldValues;
  warnings: PreviewRow['warnings'];
  /** A card of the other register, e.g. of an organisation among people: shown and left out. */
  isOtherKind: boolean;
}

/** Entries of a list in one cell: separated by semicolons, a semicolon inside one is escaped. */
export const joinList = (entries: readonly string[]): string =>
  entries.map((entry) => entry.replace(/[\\;]/gu, '\\$&')).join('; ');

export const splitList = (text: string): string[] => [
  ...new Set(
    (text.replace(/；/gu, ';').match(/(?:\\[\\;]|[^;])+/gu) ?? [])
      .map((entry) => entry.replace(/\\([\\;])/gu, '$1').trim())
      .filter((entry) => entry !== ''),
  ),
];
