import { os } from '../../implement.ts';
import { buildCheckReport } from '../../db/check.ts';

export const appHandlers = {
  info: os.app.info.handler(({ context }) => ({
    version: context.version,
    dataFolder: context.dataFolder,
    schemaVersion: Number(context.connection.pragma('user_version')),
  })),

  check: os.app.check.handler(({ context }) => buildCheckReport(context.connection)),

  changes: os.app.changes.handler(async function* ({ context, signal }) {
    yield* context.events.subscribe('change', signal === undefined ? undefined : { signal });
  }),
};
