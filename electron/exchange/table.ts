import type { Encoding } from '#shared/contract/exchange.ts';
import { findControl } from '#shared/domain/clean-text.ts';
import type { ExchangeProblem } from '#shared/contract/errors.ts';
import { startSlices } from '../slices.ts';
import { makeProblem } from './problem.ts';

export interface TableRow {
  /** 1-based line of the text, or row of the sheet, where the record begins. */
  line: number;
  cells: string[];
  /** Formulas of a sheet that were imported as text, as they stand in the file. */
  formulas: string[];
}

/** What CSV and XLSX have in common: rows of text. Empty rows are left out, `line` still counts them. */
export interface Table {
  format: 'csv' | 'xlsx';
  encoding: Encoding | null;
  rows: TableRow[];
}

/** Characters that no register takes, with line and cell; `detail` names the character and its place in the cell. */
export async function findControls(rows: readonly TableRow[]): Promise<ExchangeProblem[]> {
  const problems: ExchangeProblem[] = [];
  const slices = startSlices();
  for (const { line, cells } of rows) {
    if (slices.areDue()) await slices.pause();
    for (const [index, cell] of cells.entries()) {
      const place = findControl(cell);
      if (place === null) continue;
      problems.push(
        makeProblem('control_character', {
          line,
          column: index + 1,
          detail: nameCharacter(Array.from(cell)[place - 1] ?? ''),
        }),
      );
    }
  }
  return problems;
}

/** `U+0007` */
export const nameCharacter = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
