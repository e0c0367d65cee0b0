import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';
import { lookupKinds } from '#shared/contract/lookup.ts';
import type { Person } from '#shared/contract/people.ts';
import { scripts } from '#shared/domain/language.ts';
import { startBrowserDoor } from '../../electron/browser/index.ts';
import type { Connection } from '../../electron/db/connection.ts';
import { bandOf, bringUpToDate, listRows, loadRecords, phraseFor } from '../../electron/search-index/index.ts';
import { makeAttendance, makeMeeting } from '../support/records.ts';
import { openBareBackend } from './bare-backend.ts';
import { fillRegister, generateOrganizations, generatePeople } from './register.ts';
import { createRandom } from './register/random.ts';
import { type Line, quantile, ratioLine } from './statistics.ts';

const counts = { people: 20_000, organizations: 5_000, attending: 300, typed: 120 };
const limit = 12;
const goalMs = 30;

type Client = Pick<ContractRouterClient<Contract>, 'lookup'>;

/**
 * Somebody looked up while minutes are taken, letter by letter, over 20,000 people, 5,000 organisations and a meeting of
 * 300: through the contract in process and over HTTP. The baseline is the bare FTS5 query for the beginnings of the words
 * among people and among organisations, the newest twelve of each, with their records.
 */
export async function benchLookup(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(folder);
  const { client, context } = backend;
  const organizations = generateOrganizations(counts.organizations);
  const people = generatePeople(counts.people, organizations);
  fillRegister(context.connection, { people, organizations, entries: [] });
  await bringUpToDate(context);
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const every = Math.floor(people.length / counts.attending);
  for (let index = 0; index < counts.attending; index++) {
    const personId = people[index * every]?.id ?? null;
    const orderKey = `b${String(index).padStart(4, '0')}z`;
    await client.attendance.add(makeAttendance(meeting.id, { personId, orderKey }));
  }

  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const firstStart = performance.now();
  await client.lookup.find({ meetingId: meeting.id, text: 'a', kinds: ['person'], limit: 50 });
  const firstMs = performance.now() - firstStart;
  delay.disable();

  const queries = listQueries(people);
  const inProcess = await time(queries, client, meeting.id);
  const bare = timeBare(queries, context.connection);
  const door = await startBrowserDoor({ backend, port: 0, assets: (_request, response) => response.end() });
  const overHttp = await time(queries, await connect(door.issueUrl()), meeting.id);
  await door.close();
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
  const p95 = quantile(inProcess, 0.95);
  const httpP95 = quantile(overHttp, 0.95);
  const slowest = delay.max / 1e6;
  return [
    ratioLine(
      'person looked up, p50, against a bare FTS5 query',
      quantile(inProcess, 0.5),
      quantile(bare, 0.5),
      'ms',
      2,
    ),
    ratioLine('person looked up, p95, against a bare FTS5 query', p95, quantile(bare, 0.95), 'ms', 2),
    {
      name: 'person looked up, p95',
      value: `${p95.toFixed(1)} ms`,
      goal: `≤ ${String(goalMs)} ms`,
      isMet: p95 <= goalMs,
    },
    {
      name: 'person looked up over HTTP, p50, p95',
      value: `${quantile(overHttp, 0.5).toFixed(1)}, ${httpP95.toFixed(1)} ms`,
      goal: `p95 ≤ ${String(goalMs)} ms`,
      isMet: httpP95 <= goalMs,
    },
    {
      name: 'names of the register read, once',
      value: `${firstMs.toFixed(0)} ms, others wait ${slowest.toFixed(0)} ms at most`,
      goal: '≤ 3 s, others wait ≤ 50 ms',
      isMet: firstMs <= 3_000 && slowest <= 50,
    },
  ];
}

/** Beginnings of one to six letters, of who attends and of others, in every script; every third with a given name. */
function listQueries(people: readonly Person[]): string[] {
  const random = createRandom(21);
  return Array.from({ length: counts.typed }, (_, index) => {
    const person = random.pick(people);
    const names = scripts.map((script) => person.names[script]).filter(({ family }) => family !== '');
    const { family, given } = random.pick(names);
    const whole = index % 3 === 0 ? `${family} ${given}` : family;
    return Array.from({ length: Math.min(6, whole.length) }, (_letter, end) => whole.slice(0, end + 1));
  }).flat();
}

/** Milliseconds of each, after one round to warm up. */
async function time(queries: readonly string[], client: Client, meetingId: string): Promise<number[]> {
  const times: number[] = [];
  for (const isWarm of [false, true]) {
    for (const text of queries) {
      const start = performance.now();
      await client.lookup.find({ meetingId, text, kinds: [...lookupKinds], limit });
      if (isWarm) times.push(performance.now() - start);
    }
  }
  return times;
}

function timeBare(queries: readonly string[], connection: Connection): number[] {
  const times: number[] = [];
  for (const isWarm of [false, true]) {
    for (const text of queries) {
      const start = performance.now();
      const words = text.toLowerCase().trim().split(' ').map(phraseFor);
      const expression = words.map((word) => (word.endsWith('*') ? word : `${word} *`)).join(' AND ');
      for (const kind of ['person', 'organization'] as const) {
        const ids = listRows(connection, expression, bandOf(kind), limit).map(({ id }) => id);
        loadRecords(connection, kind, ids);
      }
      if (isWarm) times.push(performance.now() - start);
    }
  }
  return times;
}

async function connect(address: string): Promise<Client> {
  const url = new URL(address);
  const response = await fetch(`${url.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: url.hash.replace('#code=', '') }),
  });
  const { token } = (await response.json()) as { token: string };
  const link = new RPCLink({ url: `${url.origin}/rpc`, headers: { authorization: `Bearer ${token}` } });
  return createORPCClient<ContractRouterClient<Contract>>(link);
}
