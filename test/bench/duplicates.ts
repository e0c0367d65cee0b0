import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { type Backend, openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { comparePeople, noFacts, type PersonEntry, readForms } from '../../electron/features/duplicates/index.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { bringUpToDate } from '../../electron/search-index/index.ts';
import { projectFolder } from '../support/project-folder.ts';
import { fillRegister, generateOrganizations, generatePeople, plantedDuplicates } from './register.ts';
import { type Line, quantile } from './statistics.ts';

const peopleCount = 20_000;
const organizationCount = 5_000;
const typedNames = 400;
/** So many are shown: of six or more Ivan Ivanovs without a patronymic, as good as each other, one must be missing. */
const maximumCandidates = 5;

/** The scan of a whole register, the longest pause it makes others wait, and the candidates while a name is typed. */
export async function benchDuplicates(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const organizations = generateOrganizations(organizationCount);
  const people = generatePeople(peopleCount, organizations);
  const backend = openBackend({
    isBackedUp: false,
    dataFolder: folder,
    startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
    assets: sourceAssets(projectFolder),
    log: createLog(() => undefined),
  });
  try {
    fillRegister(backend.context.connection, { people, organizations, entries: [] });
    // Building the search index would be measured as well.
    await bringUpToDate(backend.context);
    return await measure(backend, people, organizations);
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  { client }: Backend,
  people: readonly Person[],
  organizations: readonly Organization[],
): Promise<Line[]> {
  const scan = await watch(() => client.duplicates.list({ kind: 'person' }));
  const again = await watch(() => client.duplicates.list({ kind: 'person' }));
  await client.people.update({ id: people[0]?.id ?? '', note: 'changed' });
  const afterChange = await watch(() => client.duplicates.list({ kind: 'person' }));
  const bodies = await watch(() => client.duplicates.list({ kind: 'organization' }));
  const typed: number[] = [];
  let known = 0;
  let namesakes = 0;
  for (const { id, originalId } of plantedDuplicates(people).slice(0, typedNames)) {
    const [person, original] = [id, originalId].map((wanted) => people.find((one) => one.id === wanted));
    if (person === undefined || original === undefined) continue;
    const start = performance.now();
    const found = await client.duplicates.personCandidates({ id, names: person.names, aliases: [], email: '' });
    typed.push(performance.now() - start);
    const likeness = comparePeople(toEntry(person), toEntry(original))?.score ?? 0;
    if (found.some(({ b }) => b.id === originalId)) known += 1;
    else if (found.length === maximumCandidates && found.every(({ match }) => match.score >= likeness)) namesakes += 1;
  }
  const typedBodies: number[] = [];
  for (const { name } of organizations.slice(0, typedNames)) {
    const start = performance.now();
    await client.duplicates.organizationCandidates({
      id: '00000000-0000-4000-8000-000000000000',
      name,
      abbreviation: emptyText(),
    });
    typedBodies.push(performance.now() - start);
  }
  return [
    line('duplicates among 20,000 people', scan.tookMs, 10_000),
    line('longest pause for others meanwhile', scan.longestBlockMs, 50),
    line('the same again, nothing changed', again.tookMs, 50),
    line('the same again, one contact changed', afterChange.tookMs, 500),
    line('duplicates among 5,000 organisations', bodies.tookMs, 10_000),
    line('longest pause for others meanwhile', bodies.longestBlockMs, 50),
    line('candidates for a typed person, p95', quantile(typed, 0.95), 10),
    line('candidates for a typed organisation, p95', quantile(typedBodies, 0.95), 10),
    {
      name: 'planted doubles among the candidates',
      value: `${String(known)} of ${String(typed.length - namesakes)}, ${String(namesakes)} of many namesakes`,
      goal: '≥ 99 %',
      isMet: known >= (typed.length - namesakes) * 0.99,
    },
  ];
}

const toEntry = ({ id, names }: Person): PersonEntry => ({ id, ...readForms(names, []), facts: noFacts });

/** Runs it and watches how long the event loop stood still at most. */
async function watch(work: () => Promise<DuplicatePair[]>): Promise<{ tookMs: number; longestBlockMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await work();
  const tookMs = performance.now() - start;
  delay.disable();
  return { tookMs, longestBlockMs: delay.max / 1e6 };
}

const line = (name: string, ms: number, limit: number): Line => ({
  name,
  value: `${ms.toFixed(ms < 10 ? 2 : 0)} ms`,
  goal: `≤ ${String(limit)} ms`,
  isMet: ms <= limit,
});
