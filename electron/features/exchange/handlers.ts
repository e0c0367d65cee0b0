import { describeLayout } from '../../exchange/columns.ts';
import { os } from '../../implement.ts';
import { organizationsNearby, peopleNearby } from '../duplicates/index.ts';
import { exportRegister } from './export.ts';
import { keepSession, openSession, takeSession } from './import-session.ts';
import { parseSource } from './read-source.ts';

export const exchangeHandlers = {
  inspect: os.exchange.inspect.handler(async ({ context, input, errors }) => {
    const parsed = await parseSource(context.startHelper, input);
    if ('problems' in parsed) throw errors.EXCHANGE_REFUSED({ data: parsed });
    const nearby = input.kind === 'people' ? peopleNearby(context.connection) : organizationsNearby(context.connection);
    // Read while somebody looks at the columns; what fails here fails again in the preview, and is told there.
    void nearby.bringUpToDate().catch(() => undefined);
    const { format, encoding } = parsed;
    if (format === 'vcard') return { format, encoding, columns: [], rows: parsed.cards.length };
    const { columns, body } = describeLayout(parsed, input.kind);
    return { format, encoding, columns, rows: body.length };
  }),

  preview: os.exchange.preview.handler(async function* ({ context, input, errors, signal }) {
    const session = await openSession(context, input);
    if ('problems' in session) throw errors.EXCHANGE_REFUSED({ data: session });
    const planned = yield* session.plan([], signal);
    if ('problems' in planned) throw errors.EXCHANGE_REFUSED({ data: planned });
    await keepSession(context, input, session);
    yield { type: 'result' as const, preview: planned.plan.preview };
  }),

  import: os.exchange.import.handler(async function* ({ context, input, errors, signal }) {
    const session = (await takeSession(context, input)) ?? (await openSession(context, input));
    if ('problems' in session) throw errors.EXCHANGE_REFUSED({ data: session });
    await context.backups.beforeImport();
    const planned = yield* session.plan(input.decisions, signal);
    if ('problems' in planned) throw errors.EXCHANGE_REFUSED({ data: planned });
    const { counts } = planned.plan.preview;
    yield { type: 'result' as const, counts, seq: planned.write(input.file.name) };
  }),

  export: os.exchange.export.handler(({ context, input }) => exportRegister(context, input)),
};
