import { type ChangePosition, countChangesAfter, lastChange, listChangesAfter } from '../../db/change-log.ts';
import type { Row } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { startSlices } from '../../slices.ts';
import { GlossaryIndex } from './glossary-index.ts';
import { listUnits, loadUnits } from './repository.ts';

interface GlossaryMemory {
  index: GlossaryIndex | undefined;
  position: ChangePosition;
  running: Promise<void> | undefined;
}

const memories = new WeakMap<Connection, GlossaryMemory>();

/** Units read at once: some milliseconds. */
const unitBatch = 100;
/** More changes than these are not followed one by one: reading everything anew takes no longer. */
const mostChanges = 2_000;
/** Concepts put in order at once. */
const sortBatch = 5_000;

/**
 * The glossary as it now is. It is read whole when somebody first asks for it, and after that as far as the change sets
 * touch it; both in slices, between which other calls are answered.
 */
export async function readGlossary(connection: Connection): Promise<GlossaryIndex> {
  let memory = memories.get(connection);
  if (memory === undefined) {
    memory = { index: undefined, position: { seq: 0, position: 0 }, running: undefined };
    memories.set(connection, memory);
  }
  for (;;) {
    if (memory.running !== undefined) {
      await memory.running;
      continue;
    }
    if (memory.index !== undefined && countChangesAfter(connection, memory.position, 1, tables) === 0) {
      return memory.index;
    }
    const work = memory;
    memory.running = bringUpToDate(connection, work).finally(() => {
      work.running = undefined;
    });
    await memory.running;
  }
}

async function bringUpToDate(connection: Connection, memory: GlossaryMemory): Promise<void> {
  if (memory.index === undefined || memory.index.isWorn) return build(connection, memory);
  if (countChangesAfter(connection, memory.position, mostChanges + 1, tables) > mostChanges)
    return build(connection, memory);
  const { index } = memory;
  const changes = listChangesAfter(connection, memory.position, mostChanges, tables);
  const units = new Set<string>();
  for (const { table, before, after } of changes) {
    for (const image of [before, after]) if (image !== null) addUnits(table, image, index, units);
  }
  // Until they are read the index is neither what it was nor what it will be: whoever asks waits.
  await readInto(connection, index, [...units]);
  const last = changes.at(-1);
  if (last !== undefined) memory.position = { seq: last.seq, position: last.position };
}

async function build(connection: Connection, memory: GlossaryMemory): Promise<void> {
  const position = lastChange(connection);
  const index = new GlossaryIndex();
  await readInto(connection, index, listUnits(connection));
  memory.index = index;
  memory.position = position;
}

async function readInto(connection: Connection, index: GlossaryIndex, units: readonly string[]): Promise<void> {
  const slices = startSlices();
  const left = [...units];
  const done = new Set<string>();
  while (left.length > 0) {
    const batch = left.splice(-unitBatch);
    const loaded = loadUnits(connection, batch);
    for (const unit of batch) {
      done.add(unit);
      const orphans = index.put(unit, loaded.get(unit) ?? []);
      left.push(...orphans.filter((id) => !done.has(id)));
      if (index.unsorted >= sortBatch) index.list();
      if (slices.areDue()) await slices.pause();
    }
  }
  index.list();
}

/** What a change of a row may have made wrong. */
const owners: Partial<Record<RecordTable, string>> = {
  organization: 'id',
  organization_alias: 'organization_id',
  affiliation: 'organization_id',
  working_group: 'id',
  agreement: 'id',
  glossary_concept: 'id',
  glossary_term: 'concept_id',
};
const tables = Object.keys(owners) as RecordTable[];

function addUnits(table: RecordTable, image: Row, index: GlossaryIndex, units: Set<string>): void {
  const owner = image[owners[table] ?? ''];
  if (typeof owner !== 'string') return;
  units.add(owner);
  if (table !== 'glossary_concept' && table !== 'glossary_term') return;
  const known = index.unitOf(owner);
  if (known !== undefined) units.add(known);
  if (typeof image.link_record_id === 'string') units.add(image.link_record_id);
}
