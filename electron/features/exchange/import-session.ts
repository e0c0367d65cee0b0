import { createHash } from 'node:crypto';
import type { Encoding, ExchangeField, ExchangeKind } from '#shared/contract/exchange.ts';
import { commit, type Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import type { Problems } from '../../exchange/problem.ts';
import type { RegisterRow } from '../../exchange/register-row.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { OrganizationsRegister } from './organizations-register.ts';
import { PeopleRegister } from './people-register.ts';
import { type Plan, planImport, type Progress, type RowDecision } from './plan.ts';
import { type ReadRows, readSource } from './read-source.ts';
import type { Register } from './register.ts';

interface ImportInput {
  file: File;
  kind: ExchangeKind;
  encoding?: Encoding | undefined;
  mapping?: (ExchangeField | null)[] | undefined;
}

interface Planned {
  plan: Plan<{ id: string }>;
  /** Writes everything as one change set; answers its number, null when there was nothing to write. */
  write: (label: string) => number | null;
}

/** A file that was read, to be planned any number of times. */
export interface ImportSession {
  plan(
    decisions: readonly RowDecision[],
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Progress, Planned | Problems>;
}

export async function openSession(context: Context, input: ImportInput): Promise<ImportSession | Problems> {
  const read = await readSource(context.startHelper, input, input.mapping);
  if ('problems' in read) return read;
  const { connection, newId } = context;
  return input.kind === 'people'
    ? new RowsSession(context, 'people.import', () => new PeopleRegister(connection, newId), read)
    : new RowsSession(context, 'organizations.import', () => new OrganizationsRegister(connection, newId), read);
}

const keptMs = 10 * 60_000;
const kept = new WeakMap<Connection, { bytes: number; fingerprint: string; session: ImportSession }>();

/** Keeps what a preview has read and compared for the import that mostly follows; the last one, and not for long. */
export async function keepSession({ connection }: Context, input: ImportInput, session: ImportSession): Promise<void> {
  const entry = { bytes: input.file.size, fingerprint: await readFingerprint(input), session };
  kept.set(connection, entry);
  setTimeout(() => {
    if (kept.get(connection) === entry) kept.delete(connection);
  }, keptMs).unref();
}

/** The session that was kept for the same file, read the same way; it is nobody else's from then on. */
export async function takeSession({ connection }: Context, input: ImportInput): Promise<ImportSession | undefined> {
  const entry = kept.get(connection);
  if (entry?.bytes !== input.file.size || entry.fingerprint !== (await readFingerprint(input))) return undefined;
  kept.delete(connection);
  return entry.session;
}

async function readFingerprint({ file, kind, encoding, mapping }: ImportInput): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([kind, encoding, mapping]));
  for await (const chunk of file.stream() as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}

/** What was read of the register at one position of the change sets, and the rows as new records of it. */
interface Base<Item extends { id: string }> {
  position: number;
  register: Register<Item>;
  drafts: WeakMap<RegisterRow, Item>;
}

class RowsSession<Item extends { id: string }> implements ImportSession {
  readonly #context: Context;
  readonly #name: 'people.import' | 'organizations.import';
  readonly #open: () => Register<Item>;
  readonly #read: ReadRows;
  #base: Base<Item> | undefined;

  constructor(
    context: Context,
    name: 'people.import' | 'organizations.import',
    open: () => Register<Item>,
    read: ReadRows,
  ) {
    this.#context = context;
    this.#name = name;
    this.#open = open;
    this.#read = read;
  }

  /** Plans again if the register was changed meanwhile: what is written fits what is stored at that moment. */
  async *plan(
    decisions: readonly RowDecision[],
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Progress, Planned | Problems> {
    const { rows, isVcard, columnOf } = this.#read;
    for (;;) {
      const { position, register, drafts } = this.#findBase();
      const takesNewIds = isVcard || register.stored.size === 0;
      const { newId } = this.#context;
      const steps = planImport({ rows, register, decisions, drafts, takesNewIds, newId, columnOf });
      let step = await steps.next();
      for (; step.done !== true; step = await steps.next()) {
        signal?.throwIfAborted();
        yield step.value;
      }
      signal?.throwIfAborted();
      if (lastPosition(this.#context) !== position) continue;
      const planned = step.value;
      if ('problems' in planned) return planned;
      return { plan: planned, write: (label) => this.#write(label, register, planned) };
    }
  }

  #findBase(): Base<Item> {
    const position = lastPosition(this.#context);
    if (this.#base?.position === position) this.#base.register.forgetRows();
    else this.#base = { position, register: this.#open(), drafts: new WeakMap() };
    return this.#base;
  }

  #write(label: string, register: Register<Item>, { writes }: Plan<Item>): number | null {
    const before = lastPosition(this.#context);
    commit(
      this.#context,
      { name: this.#name, label },
      (write) => {
        register.insertReferenced(
          write,
          writes.map(({ next }) => next),
        );
        for (const { stored, next } of writes) {
          if (stored === null) register.insert(write, next);
          else register.update(write, stored, next);
        }
      },
      writes.length > mostIndexedAlongside ? undefined : indexAlongside,
    );
    const after = lastPosition(this.#context);
    return after > before ? after : null;
  }
}

/** More are indexed after the commit, in slices: here they would hold up every other call for seconds. */
const mostIndexedAlongside = 200;

const lastPosition = (context: Context): number =>
  context.connection.sql<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM change_set')[0]?.seq ?? 0;
