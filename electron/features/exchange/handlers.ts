import type { ExchangeKind } from '#shared/contract/exchange.ts';
import { commit, type Context } from '../../context.ts';
import { describeLayout } from '../../exchange/columns.ts';
import type { Problems } from '../../exchange/problem.ts';
import { os } from '../../implement.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { exportRegister } from './export.ts';
import { OrganizationsRegister } from './organizations-register.ts';
import { PeopleRegister } from './people-register.ts';
import { type Plan, planImport, type Progress, type RowDecision } from './plan.ts';
import { parseSource, type ReadRows, readSource } from './read-source.ts';
import type { Register } from './register.ts';

export const exchangeHandlers = {
  inspect: os.exchange.inspect.handler(async ({ input, errors }) => {
    const parsed = await parseSource(input);
    if ('problems' in parsed) throw errors.EXCHANGE_REFUSED({ data: parsed });
    const { format, encoding } = parsed;
    if (format === 'vcard') return { format, encoding, columns: [], rows: parsed.cards.length };
    const { columns, body } = describeLayout(parsed, input.kind);
    return { format, encoding, columns, rows: body.length };
  }),

  preview: os.exchange.preview.handler(async function* ({ context, input, errors, signal }) {
    const read = await readSource(input, input.mapping);
    if ('problems' in read) throw errors.EXCHANGE_REFUSED({ data: read });
    const planned = yield* planFor(context, input.kind, read, [], signal);
    if ('problems' in planned) throw errors.EXCHANGE_REFUSED({ data: planned });
    yield { type: 'result' as const, preview: planned.plan.preview };
  }),

  import: os.exchange.import.handler(async function* ({ context, input, errors, signal }) {
    const read = await readSource(input, input.mapping);
    if ('problems' in read) throw errors.EXCHANGE_REFUSED({ data: read });
    const planned = yield* planFor(context, input.kind, read, input.decisions, signal);
    if ('problems' in planned) throw errors.EXCHANGE_REFUSED({ data: planned });
    const { counts } = planned.plan.preview;
    yield { type: 'result' as const, counts, seq: planned.write(input.file.name) };
  }),

  export: os.exchange.export.handler(({ context, input }) => exportRegister(context, input)),
};

interface Planned {
  plan: Plan<{ id: string }>;
  /** Writes everything as one change set; answers its number, null when there was nothing to write. */
  write: (label: string) => number | null;
}

function planFor(
  context: Context,
  kind: ExchangeKind,
  read: ReadRows,
  decisions: readonly RowDecision[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Planned | Problems> {
  return kind === 'people'
    ? planWith(
        context,
        'people.import',
        () => new PeopleRegister(context.connection, context.newId),
        read,
        decisions,
        signal,
      )
    : planWith(
        context,
        'organizations.import',
        () => new OrganizationsRegister(context.connection, context.newId),
        read,
        decisions,
        signal,
      );
}

/** Plans again if the register was changed meanwhile: what is written fits what is stored at that moment. */
async function* planWith<Item extends { id: string }>(
  context: Context,
  name: 'people.import' | 'organizations.import',
  open: () => Register<Item>,
  { rows, isVcard, columnOf }: ReadRows,
  decisions: readonly RowDecision[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Planned | Problems> {
  for (;;) {
    const position = lastPosition(context);
    const register = open();
    const takesNewIds = isVcard || register.stored.size === 0;
    const copies = rows.map((row) => ({ ...row, warnings: [...row.warnings] }));
    const steps = planImport({ rows: copies, register, decisions, takesNewIds, newId: context.newId, columnOf });
    let step = await steps.next();
    for (; step.done !== true; step = await steps.next()) {
      signal?.throwIfAborted();
      yield step.value;
    }
    signal?.throwIfAborted();
    if (lastPosition(context) !== position) continue;
    const planned = step.value;
    if ('problems' in planned) return planned;
    return { plan: planned, write: (label) => writePlan(context, { name, label }, register, planned) };
  }
}

const lastPosition = (context: Context): number =>
  context.connection.sql<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM change_set')[0]?.seq ?? 0;

function writePlan<Item extends { id: string }>(
  context: Context,
  head: { name: 'people.import' | 'organizations.import'; label: string },
  register: Register<Item>,
  { writes }: Plan<Item>,
): number | null {
  const before = lastPosition(context);
  commit(
    context,
    head,
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
    indexAlongside,
  );
  const after = lastPosition(context);
  return after > before ? after : null;
}
