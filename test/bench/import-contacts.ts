import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUpToDate } from '../../electron/search-index/index.ts';
import { openBareBackend } from './bare-backend.ts';
import { fillRegister, generateOrganizations, generatePeople } from './register.ts';
import type { Line } from './statistics.ts';

const storedCount = 20_000;
const importedCount = 10_000;
const organizationCount = 5_000;
const goalSeconds = 5;

/**
 * Ten thousand contacts as CSV into a register of twenty thousand people, through the contract: reading, looking for
 * doubles, writing, indexing. What another laptop exports is imported without its ids; who may be here already is created all the
 * same, so that every row is written.
 */
export async function benchImportContacts(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const organizations = generateOrganizations(organizationCount);
  const people = generatePeople(storedCount + importedCount, organizations);
  const here = openBareBackend(join(folder, 'here'));
  const there = openBareBackend(join(folder, 'there'));
  fillRegister(here.context.connection, { people: people.slice(0, storedCount), organizations, entries: [] });
  fillRegister(there.context.connection, { people: people.slice(storedCount), organizations, entries: [] });

  const file = await there.client.exchange.export({ kind: 'people', format: 'csv', language: 'en' });
  await there.close();
  const { columns } = await here.client.exchange.inspect({ kind: 'people', file });
  const mapping = columns.map(({ field }) => (field === 'id' ? null : field));
  // The rows came in past the change sets: the index is built first, as it is long before a secretary imports anything.
  await bringUpToDate(here.context);

  // Begins when a file is chosen and goes on while somebody looks at its columns; once per start of the program.
  const readStart = performance.now();
  const { id = '', names } = people[0] ?? {};
  if (names !== undefined) await here.client.duplicates.personCandidates({ id, names, aliases: [], email: '' });
  const readSeconds = (performance.now() - readStart) / 1_000;

  const previewStart = performance.now();
  const suspected: number[] = [];
  for await (const event of await here.client.exchange.preview({ kind: 'people', file, mapping })) {
    if (event.type === 'progress') continue;
    suspected.push(...event.preview.rows.filter(({ fate }) => fate === 'suspected').map(({ line }) => line));
  }
  const previewSeconds = (performance.now() - previewStart) / 1_000;

  const decisions = suspected.map((line) => ({ line, fate: 'create' as const, recordId: null }));
  const importStart = performance.now();
  let progress = 0;
  for await (const event of await here.client.exchange.import({ kind: 'people', file, mapping, decisions })) {
    if (event.type === 'progress') progress += 1;
  }
  const importSeconds = (performance.now() - importStart) / 1_000;
  const added = (await here.client.people.list()).length - storedCount;
  await here.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    describe(`reading ${String(storedCount)} contacts to compare with`, readSeconds, 'once'),
    describe(`preview of ${String(importedCount)} contacts`, previewSeconds, `${String(suspected.length)} suspected`),
    describe(`import of ${String(added)} contacts`, importSeconds, `progress ${String(progress)} ×`),
  ];
}

const describe = (name: string, seconds: number, detail: string): Line => ({
  name,
  value: `${seconds.toFixed(2)} s (${detail})`,
  goal: `≤ ${String(goalSeconds)} s`,
  isMet: seconds <= goalSeconds,
});
