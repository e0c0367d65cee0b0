import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { documentFormats, documentLayouts } from '#shared/contract/documents.ts';
import { maxRecordBytes, meetingRecord } from '#shared/contract/records.ts';
import { languages } from '#shared/domain/language.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { type Command, dataOption as data } from './command.ts';
import { readInputFile, writeWholeFile } from './files.ts';
import { CommandError, t } from './messages.ts';
import { namesCommands } from './names-commands.ts';
import { hasData, oneOf, readOptions, required, someOf, withBackend, withEmptyBackend } from './options.ts';
import { registerCommands } from './register-commands.ts';

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
  'export minutes': { run: exportMinutes },
  'export record': { run: exportRecord },
  'import record': { run: importRecord },
  'schema record': {
    run: (words) => {
      readOptions(words, {});
      return Promise.resolve(z.toJSONSchema(meetingRecord, { io: 'input' }));
    },
  },
  ...registerCommands,
  ...namesCommands,
  check: {
    run(words, log) {
      const { values } = readOptions(words, data);
      return withBackend(values.data, log, true, ({ client }) => client.app.check());
    },
  },
  // Loaded when asked for: an HTTP server is much of what there is to load.
  serve: { run: async (words, log) => (await import('./serve.ts')).serve(words, log) },
};

async function listMeetings(client: Backend['client']) {
  const meetings = await client.meetings.list();
  return meetings.map(({ id, date, title, status }) => ({ id, date, title, status }));
}

async function exportMinutes(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...data,
    meeting: { type: 'string' },
    languages: { type: 'string', default: languages.join(',') },
    layout: { type: 'string', default: 'single' },
    formats: { type: 'string', default: documentFormats.join(',') },
    out: { type: 'string' },
  });
  const options = {
    meetingId: required(values.meeting, 'meeting'),
    languages: someOf(values.languages, 'languages', languages),
    layout: oneOf(values.layout, 'layout', documentLayouts),
    formats: someOf(values.formats, 'formats', documentFormats),
  };
  const folder = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ client }) => {
    await requireMeeting(client, options.meetingId);
    const files = await client.documents.exportMinutes(options);
    const written = [];
    for (const { file, format, languages: fileLanguages, sha256, pages } of files) {
      const path = join(folder, file.name);
      writeWholeFile(path, new Uint8Array(await file.arrayBuffer()));
      written.push({ path, format, languages: fileLanguages, bytes: file.size, sha256, pages });
    }
    return written;
  });
}

async function exportRecord(words: string[], log: Log) {
  const { values } = readOptions(words, { ...data, meeting: { type: 'string' }, out: { type: 'string' } });
  const meetingId = required(values.meeting, 'meeting');
  const path = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ client }) => {
    await requireMeeting(client, meetingId);
    const file = await client.records.export({ meetingId });
    const bytes = new Uint8Array(await file.arrayBuffer());
    writeWholeFile(path, bytes);
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
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

async function requireMeeting(client: Backend['client'], id: string): Promise<void> {
  const meetings = await client.meetings.list();
  if (!meetings.some((meeting) => meeting.id === id)) throw new CommandError(t('noSuchMeeting', { id }), 1);
}
