import { resolve } from 'node:path';
import { z } from 'zod';
import { maxRecordBytes, meetingRecord } from '#shared/contract/records.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { bundleCommands } from './bundle-commands.ts';
import { type Command, dataOption as data } from './command.ts';
import { readInputFile } from './files.ts';
import { followUpCommands } from './follow-up-commands.ts';
import { namesCommands } from './names-commands.ts';
import { hasData, readOptions, withBackend, withEmptyBackend } from './options.ts';
import { paperCommands } from './paper-commands.ts';
import { registerCommands } from './register-commands.ts';
import { storeCommands } from './store-commands.ts';
import { translationCommands } from './translation-commands.ts';

export const commands: Record<string, Command> = {
  sample: {
    run(words, log) {
      const { values } = readOptions(words, data);
      return withBackend(values.data, log, false, async ({ client, context }) => {
        const { added } = await client.records.loadSample();
        return { added, dataFolder: context.dataFolder, meetings: await listMeetings(client) };
      });
    },
  },
  'meetings list': {
    run(words, log) {
      const { values } = readOptions(words, data);
      return withBackend(values.data, log, true, ({ client }) => listMeetings(client));
    },
  },
  'import record': { run: importRecord },
  'schema record': {
    run: (words) => {
      readOptions(words, {});
      return Promise.resolve(z.toJSONSchema(meetingRecord, { io: 'input' }));
    },
  },
  ...paperCommands,
  ...registerCommands,
  ...namesCommands,
  ...translationCommands,
  ...followUpCommands,
  ...storeCommands,
  ...bundleCommands,
  // Loaded when asked for: an HTTP server is much of what there is to load.
  serve: { run: async (words, log) => (await import('./serve.ts')).serve(words, log) },
};

async function listMeetings(client: Backend['client']) {
  const meetings = await client.meetings.list();
  return meetings.map(({ id, date, title, status }) => ({ id, date, title, status }));
}

async function importRecord(words: string[], log: Log) {
  const { values, positionals } = readOptions(words, { ...data, 'dry-run': { type: 'boolean', default: false } }, 1);
  const file = readInputFile(resolve(positionals[0] ?? ''), maxRecordBytes);
  // Neither a dry run nor a refused file may leave a new, empty database behind.
  if (!hasData(values.data)) {
    const preview = await withEmptyBackend(log, ({ client }) => client.records.preview({ file }));
    if (values['dry-run']) return preview;
  }
  return withBackend(values.data, log, false, ({ client }) =>
    values['dry-run'] ? client.records.preview({ file }) : client.records.import({ file }),
  );
}
