import { createHash } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import type { Connection } from '../../electron/db/connection.ts';
import { tableKeys } from '../../electron/db/table-keys.ts';
import { createRandom } from '../bench/register/random.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { breakValue, findLoosePlaces, isTaken, makeValue } from '../support/payloads.ts';
import { seedOf } from '../support/seeded.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

async function readToEnd(steps: AsyncIterable<unknown>): Promise<void> {
  const reading = steps[Symbol.asyncIterator]();
  while ((await reading.next()).done !== true);
}

/*
 * P14: whatever is sent to a procedure, it is refused in a typed way or does what it is there for; nothing is a bug,
 * nothing ends the program, and what is refused has changed nothing.
 */

interface Procedure {
  name: string;
  path: [string, string];
  input: z.core.$ZodType | undefined;
}

const procedures: Procedure[] = Object.entries(contract).flatMap(([feature, calls]) =>
  Object.entries(calls as Record<string, { '~orpc': { inputSchema?: unknown } }>).map(
    ([call, { '~orpc': described }]) => ({
      name: `${feature}.${call}`,
      path: [feature, call] as [string, string],
      input: described.inputSchema as z.core.$ZodType | undefined,
    }),
  ),
);

/** What is left of a call that waits for ever; nothing is expected to come near it. */
const hangMs = 30_000;
/** Of what the schema takes, so much is let through per procedure: it makes documents, packs archives, reads files. */
const takenLimit = trialCount(1, 60);
const payloadsEach = Math.ceil(trialCount(1_500, 24_000) / procedures.length);

const hashOf = (connection: Connection): string =>
  createHash('sha256')
    .update(JSON.stringify([dump(connection), connection.sql('SELECT * FROM change_set ORDER BY rowid')]))
    .digest('hex');
const writesOf = (connection: Connection): unknown => connection.sql('SELECT total_changes() AS count')[0];

function listIds(connection: Connection): string[] {
  const tables = Object.entries(tableKeys).filter(([, keys]) => keys.length === 1 && (keys as string[])[0] === 'id');
  return tables.flatMap(([table]) =>
    connection.sql<{ id: string }>(`SELECT id FROM ${table} ORDER BY id LIMIT 20`).map(({ id }) => id),
  );
}

const isStream = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

type Answer = { kind: 'done' } | { kind: 'refused'; code: string } | { kind: 'bug'; what: string };

async function call(client: object, { path: [feature, name] }: Procedure, payload: unknown): Promise<Answer> {
  const controller = new AbortController();
  const ask = (client as Record<string, Record<string, (input: unknown, options: object) => Promise<unknown>>>)[
    feature
  ]![name]!;
  const work = async (): Promise<Answer> => {
    const answer = await ask(payload, { signal: controller.signal });
    if (isStream(answer)) await readToEnd(answer);
    return { kind: 'done' };
  };
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'bug', what: 'no answer' });
    }, hangMs);
  });
  try {
    return await Promise.race([work(), hang]);
  } catch (error) {
    if (!(error instanceof ORPCError)) return { kind: 'bug', what: String(error) };
    if (error.status >= 500) return { kind: 'bug', what: `${String(error.code)} ${JSON.stringify(error.data)}` };
    return { kind: 'refused', code: String(error.code) };
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

/** What a payload looked like, short enough to be read. */
function describePayload(payload: unknown): string {
  const text = JSON.stringify(payload, (_key, part: unknown) => {
    if (typeof part === 'string') return part.length > 60 ? `${part.slice(0, 60)}… (${String(part.length)})` : part;
    if (Array.isArray(part) && part.length > 20) return `array of ${String(part.length)}`;
    return typeof part === 'bigint' ? String(part) : part;
  }) as string | undefined;
  return text?.slice(0, 400) ?? String(payload);
}

test('every procedure says exactly what it takes', () => {
  expect(procedures.length).toBeGreaterThan(200);
  const loose = procedures.flatMap(({ name, input }) => (input === undefined ? [] : findLoosePlaces(input, name)));
  expect(loose).toEqual([]);
});

test('broken payloads: typed refusals, no bug, no change', { timeout: 1_200_000 }, async () => {
  const seed = seedOf();
  const { backend, logged } = openTestBackend();
  await backend.client.records.loadSample();
  /** By procedure and kind, with the first payload that showed it. */
  const problems = new Map<string, string>();
  let [trials, refusals, taken] = [0, 0, 0];
  for (const procedure of procedures) {
    const random = createRandom(seed + trials);
    const ids = listIds(backend.context.connection);
    let hash = hashOf(backend.context.connection);
    let takenHere = 0;
    for (let number = 0; number < payloadsEach;) {
      const whole = procedure.input === undefined ? {} : makeValue(procedure.input, ids, random);
      let payload = breakValue(whole, ids, random);
      while (random.isLikely(0.2)) payload = breakValue(payload, ids, random);
      // A call without input that is asked without input is no broken one.
      if (procedure.input === undefined && payload === undefined) continue;
      const mayPass = procedure.input !== undefined && isTaken(procedure.input, payload);
      if (mayPass && takenHere >= takenLimit) {
        // Broken, yet within the schema, and there were enough of those: what the schema refuses is looked for.
        number += 0.25;
        continue;
      }
      number += 1;
      trials += 1;
      const before = writesOf(backend.context.connection);
      const answer = await call(backend.client, procedure, payload);
      const describe = (what: string): void => {
        const kind = `${procedure.name}: ${what}`;
        if (!problems.has(kind)) problems.set(kind, describePayload(payload));
      };
      if (answer.kind === 'bug') describe(answer.what);
      if (!mayPass && answer.kind !== 'refused') describe('took what its schema refuses');
      if (!mayPass && answer.kind === 'refused' && answer.code !== 'BAD_REQUEST') describe(answer.code);
      if (mayPass) takenHere += 1;
      if (answer.kind === 'refused') refusals += 1;
      else taken += 1;
      const hasWritten = JSON.stringify(before) !== JSON.stringify(writesOf(backend.context.connection));
      if (!hasWritten) continue;
      const after = hashOf(backend.context.connection);
      if (answer.kind !== 'done' && after !== hash) describe('refused, and the data changed');
      hash = after;
    }
  }
  reportTrials('P14', trials, `${String(refusals)} refused, ${String(taken)} within the schema`);
  expect({ seed, problems: Object.fromEntries(problems), logged }).toEqual({ seed, problems: {}, logged: [] });
  expect(refusals).toBeGreaterThan(trials / 2);
  expect((await backend.client.app.check()).integrity).toBe('ok');
});
