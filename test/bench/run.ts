import { benchDuplicates } from './duplicates.ts';
import { benchPageSize } from './page-size.ts';
import { benchSaveEntry } from './save-entry.ts';
import { benchStart } from './start.ts';

/*
 * Reports, not gates: each line is a ratio against a named baseline of the same run, because only that survives a
 * change of machine. The exit code is 0 whatever the figures say.
 */
for (const bench of [benchSaveEntry, benchStart, benchDuplicates, () => Promise.resolve(benchPageSize())]) {
  for (const { name, value, goal, isMet } of await bench()) {
    console.log(`${isMet ? 'met ' : 'MISS'}  ${name.padEnd(40)} ${value.padEnd(32)} goal ${goal}`);
  }
}
