import type { ExchangeProblem } from '#shared/contract/errors.ts';

/** A file that was refused: the first twenty reasons, each with its place. */
export interface Problems {
  problems: ExchangeProblem[];
}

const maxProblems = 20;

export function refuse(code: ExchangeProblem['code'], place: Partial<Omit<ExchangeProblem, 'code'>> = {}): Problems {
  return { problems: [makeProblem(code, place)] };
}

export function makeProblem(
  code: ExchangeProblem['code'],
  { line = 0, column = 0, detail = '' }: Partial<Omit<ExchangeProblem, 'code'>> = {},
): ExchangeProblem {
  return { code, line, column, detail: detail.slice(0, 200) };
}

export const firstProblems = (problems: readonly ExchangeProblem[]): Problems => ({
  problems: problems.slice(0, maxProblems),
});
