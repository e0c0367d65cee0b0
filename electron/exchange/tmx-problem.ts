import type { TmxProblem } from '#shared/contract/memory.ts';

/** Why a file is refused, as it comes out of the helper that read it. */
export interface TmxRefusal {
  problems: readonly TmxProblem[];
}

/** The file is refused as a whole; nothing of it is taken. */
export class TmxRefused extends Error {
  readonly problems: readonly TmxProblem[];

  constructor(code: TmxProblem['code'], line: number, detail = '') {
    super(`${code} in line ${String(line)}: ${detail}`);
    this.name = 'TmxRefused';
    // What stands in the file may be of any length.
    this.problems = [{ code, line, detail: detail.slice(0, 200) }];
  }

  static from({ problems: [first] }: TmxRefusal): TmxRefused {
    return new TmxRefused(first?.code ?? 'not_tmx', first?.line ?? 0, first?.detail);
  }
}
