import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Context } from '../../context.ts';
import { commit } from '../../context.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { planImport, writeRecord } from './import.ts';
import { parseRecord } from './parse.ts';

/** The three sample meetings, loaded when first asked for: they are larger than the rest of the back end. */
export async function readSampleRecords(): Promise<MeetingRecord[]> {
  const modules = await Promise.all([
    import('#resources/sample/2020-06-16-jiangsu-st-petersburg.json', { with: { type: 'json' } }),
    import('#resources/sample/2020-09-09-nanjing-new-materials.json', { with: { type: 'json' } }),
    import('#resources/sample/2021-03-26-changchun-novosibirsk.json', { with: { type: 'json' } }),
  ]);
  return modules.map((module) => {
    const parsed = parseRecord(new TextEncoder().encode(JSON.stringify(module.default)));
    if ('problems' in parsed) throw new Error(`sample record: ${JSON.stringify(parsed.problems)}`);
    return parsed.record;
  });
}

/** Adds the sample meetings that are not here yet, in one change set; answers how many. One that was changed since stays. */
export async function loadSample(context: Context): Promise<number> {
  const records = await readSampleRecords();
  return commit(
    context,
    { name: 'sample.load', label: '' },
    (write) => {
      let added = 0;
      for (const record of records) {
        const plan = planImport(context.connection, record);
        if ('problems' in plan || plan.preview.outcome === 'same') continue;
        writeRecord(context.connection, write, record, plan, context.clock());
        added += 1;
      }
      return added;
    },
    indexAlongside,
  );
}
