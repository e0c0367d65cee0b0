import { os } from '../../implement.ts';
import { buildCheckReport } from '../../db/check.ts';
import { migrations } from '../../db/migrations/index.ts';

export const appHandlers = {
  state: os.app.state.handler(({ context: { store } }) => ({ condition: store.condition, place: store.place })),

  info: os.app.info.handler(({ context }) => ({
    version: context.version,
    dataFolder: context.dataFolder,
    schemaVersion: migrations.length,
  })),

  check: os.app.check.handler(({ context }) => {
    const report = buildCheckReport(context.connection);
    if (report.integrity !== 'ok') context.store.foundDamage();
    return report;
  }),

  changes: os.app.changes.handler(async function* ({ context, signal }) {
    yield* context.events.subscribe('change', signal === undefined ? undefined : { signal });
  }),
};
