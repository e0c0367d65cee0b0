import type { ExchangeProblem } from '#shared/contract/errors.ts';
import type { GlossaryProblem } from '#shared/contract/glossary.ts';

/** A file that was refused: the first twenty reasons. */
export interface Refusal {
  problems: GlossaryProblem[];
}

const maxProblems = 20;

/** `column`: the field where it is known, else the head as it stands in the file. */
export const makeProblem = (
  code: GlossaryProblem['code'],
  { line = 0, column = '', detail = '' }: Partial<Omit<GlossaryProblem, 'code'>> = {},
): GlossaryProblem => ({ code, line, column: column.slice(0, 200), detail: detail.slice(0, 200) });

export const refuse = (...parameters: Parameters<typeof makeProblem>): Refusal => ({
  problems: [makeProblem(...parameters)],
});

export const firstProblems = (problems: readonly GlossaryProblem[]): Refusal => ({
  problems: problems.slice(0, maxProblems),
});

/** Problems of a table that are the same for every kind of file. */
export function fromExchange(problem: ExchangeProblem): GlossaryProblem {
  const { line, detail } = problem;
  const column = problem.column === 0 ? '' : columnLetters(problem.column);
  const code =
    problem.code === 'too_many_columns' ? 'unknown_columns' : tableCodes.find((known) => known === problem.code);
  // The others are about contacts.
  return makeProblem(code ?? 'unknown_format', { line, column, detail });
}

const tableCodes = [
  'too_large',
  'too_many_rows',
  'empty',
  'broken_encoding',
  'broken_csv',
  'broken_xlsx',
  'control_character',
] as const satisfies GlossaryProblem['code'][];

/** `AB` for the 28th column, as spreadsheets name it. */
function columnLetters(number: number): string {
  let letters = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
