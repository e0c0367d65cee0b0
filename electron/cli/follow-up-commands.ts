import { proposalStages } from '#shared/contract/proposals.ts';
import { decisionStates } from '#shared/contract/decisions.ts';
import { actionStatuses } from '#shared/contract/entries.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { t } from './catalogue.ts';
import { type Command, dataOption as data } from './command.ts';
import { CommandError } from './messages.ts';
import { readDay, readOptions, readWhole, someOf, withBackend } from './options.ts';

/** The day by which lateness is judged; today on this machine where it is left out. */
const listOptions = { ...data, on: { type: 'string' } } as const;

/** What came of the meetings: the registers of action items, decisions, proposals and signed documents. */
export const followUpCommands: Record<string, Command> = {
  'actions list': { run: listActions },
  'decisions list': { run: listDecisions },
  'proposals list': { run: listProposals },
  'agreements list': { run: listAgreements },
};

async function listActions(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...listOptions,
    status: { type: 'string' },
    overdue: { type: 'boolean', default: false },
    side: { type: 'string' },
    owner: { type: 'string' },
  });
  const today = readDay(values.on, 'on');
  const statuses = values.status === undefined ? [] : someOf(values.status, 'status', actionStatuses);
  return withBackend(values.data, log, true, async ({ client }) => {
    const known = await client.actions.owners();
    const sides = await keysNamed(known.sides, values.side, 'noSuchSide', []);
    const found = values.owner === undefined ? [] : await client.search.find({ query: values.owner.slice(0, 200) });
    // By abbreviation and in another script as well, as search finds people and organisations.
    const foundIds = found.map(({ id }) => id);
    const owners = await keysNamed(known.owners, values.owner, 'noSuchOwner', foundIds);
    const due = values.overdue ? 'overdue' : null;
    const actions = new Map<string, object>();
    for (const sideKey of sides) {
      for (const ownerKey of owners) {
        const filter = { today, statuses, due, sideKey, ownerKey } as const;
        for (const action of await rowsOf((page) => client.actions.list({ ...filter, ...page }))) {
          const { agreed, owners: named, ...row } = action;
          const current = { ...row, owners: named.map(({ kind, name, leftOn }) => ({ kind, name, leftOn })) };
          actions.set(row.entryId, { ...current, isChangedSinceMinutes: agreed !== null });
        }
      }
    }
    return [...actions.values()];
  });
}

async function listDecisions(words: string[], log: Log) {
  const { values } = readOptions(words, { ...listOptions, state: { type: 'string' } });
  const today = readDay(values.on, 'on');
  const states = values.state === undefined ? [] : someOf(values.state, 'state', decisionStates);
  return withBackend(values.data, log, true, ({ client }) =>
    rowsOf((page) => client.decisions.list({ today, states, ...page })),
  );
}

async function listProposals(words: string[], log: Log) {
  const { values } = readOptions(words, { ...listOptions, stage: { type: 'string' } });
  const today = readDay(values.on, 'on');
  const stages = values.stage === undefined ? [] : someOf(values.stage, 'stage', proposalStages);
  return withBackend(values.data, log, true, ({ client }) =>
    rowsOf((page) => client.proposals.list({ today, stages, ...page })),
  );
}

async function listAgreements(words: string[], log: Log) {
  const { values } = readOptions(words, { ...listOptions, expiring: { type: 'string' } });
  const today = readDay(values.on, 'on');
  const expiringDays = values.expiring === undefined ? null : readWhole(values.expiring, 'expiring', 36_500);
  return withBackend(values.data, log, true, ({ client }) =>
    rowsOf((page) => client.agreements.list({ today, expiringDays, ...page })),
  );
}

const pageRows = 500;

/** Every row of a register, page by page. */
async function rowsOf<Row>(
  read: (page: { offset: number; limit: number }) => Promise<{ shown: number; rows: { row: Row }[] }>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let offset = 0; ; offset += pageRows) {
    const { shown, rows } = await read({ offset, limit: pageRows });
    for (const { row } of rows) all.push(row);
    if (offset + pageRows >= shown) return all;
  }
}

/**
 * Keys of those who have these words in their name, in any of the languages, or are among the ids; null, which stands for
 * all, where none is asked for.
 */
async function keysNamed(
  known: Awaited<ReturnType<Backend['client']['actions']['owners']>>['sides'],
  wanted: string | undefined,
  missing: 'noSuchSide' | 'noSuchOwner',
  foundIds: readonly string[],
): Promise<(string | null)[]> {
  if (wanted === undefined) return [null];
  const { foldTexts } = await import('../features/registers/index.ts');
  const text = foldTexts([wanted]);
  const keys = known
    .filter(({ key, name }) => foundIds.includes(key) || foldTexts(Object.values(name)).includes(text))
    .map(({ key }) => key);
  if (keys.length === 0) throw new CommandError(t(missing, { name: wanted }), 1);
  return keys;
}
