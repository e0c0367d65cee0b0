import type { TmxProblem } from '#shared/contract/memory.ts';

/** The file is refused as a whole; nothing of it is taken. */
export class TmxRefused extends Error {
  readonly problems: readonly TmxProblem[];

  constructor(code: TmxProblem['code'], line: number, detail = '') {
    super(`${code} in line ${String(line)}: ${detail}`);
    this.name = 'TmxRefused';
    // What stands in the file may be of any length.
    this.problems = [{ code, line, detail: detail.slice(0, 200) }];
  }
}
