import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { documentFormats, documentLayouts } from '#shared/contract/documents.ts';
import { languages } from '#shared/domain/language.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { type Command, dataOption as data } from './command.ts';
import { writeWholeFile } from './files.ts';
import { CommandError, t } from './messages.ts';
import { oneOf, readOptions, required, someOf, withBackend } from './options.ts';

/** What comes out of one meeting as files. */
export const paperCommands: Record<string, Command> = {
  'export minutes': { run: exportMinutes },
  'export calendar': { run: exportCalendar },
  'export record': { run: exportRecord },
  'export archive': { run: exportArchive },
  'versions list': {
    run(words, log) {
      const { values } = readOptions(words, { ...data, meeting: { type: 'string' } });
      return withMeeting(values, log, async (client, meetingId) => {
        const [{ versions }, damaged] = await Promise.all([
          client.versions.state({ meetingId }),
          client.versions.verify({ meetingId }),
        ]);
        return { versions, damaged };
      });
    },
  },
};

type Client = Backend['client'];

async function exportMinutes(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...data,
    meeting: { type: 'string' },
    languages: { type: 'string', default: languages.join(',') },
    layout: { type: 'string', default: 'single' },
    formats: { type: 'string', default: documentFormats.join(',') },
    out: { type: 'string' },
  });
  required(values.meeting, 'meeting');
  const options = {
    languages: someOf(values.languages, 'languages', languages),
    layout: oneOf(values.layout, 'layout', documentLayouts),
    formats: someOf(values.formats, 'formats', documentFormats),
  };
  const folder = resolve(required(values.out, 'out'));
  return withMeeting(values, log, async (client, meetingId) => {
    const written = [];
    for (const made of await client.documents.export({ meetingId, ...options })) {
      const { format, languages: fileLanguages, pages } = made;
      const { path, bytes, sha256 } = await write(made.file, join(folder, made.file.name));
      written.push({ path, format, languages: fileLanguages, bytes, sha256, pages });
    }
    return written;
  });
}

async function exportCalendar(words: string[], log: Log) {
  return exportFile(words, log, (client, meetingId) => client.letters.calendar({ meetingId }));
}

async function exportRecord(words: string[], log: Log) {
  return exportFile(words, log, (client, meetingId) => client.records.export({ meetingId }));
}

async function exportArchive(words: string[], log: Log) {
  return exportFile(words, log, async (client, meetingId) => {
    for await (const event of await client.archive.create({ meetingId })) {
      if (event.type === 'result') return client.archive.download({ id: event.id });
    }
    throw new Error('an archive ended without its file');
  });
}

/** One file to the very path that `--out` names. */
async function exportFile(
  words: string[],
  log: Log,
  make: (client: Client, meetingId: string) => Promise<File>,
): Promise<Written> {
  const { values } = readOptions(words, { ...data, meeting: { type: 'string' }, out: { type: 'string' } });
  const path = resolve(required(values.out, 'out'));
  return withMeeting(values, log, async (client, meetingId) => write(await make(client, meetingId), path));
}

interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

async function write(file: File, path: string): Promise<Written> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  writeWholeFile(path, bytes);
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function withMeeting<Result>(
  values: { data?: string | undefined; meeting?: string | undefined },
  log: Log,
  work: (client: Client, meetingId: string) => Promise<Result>,
): Promise<Result> {
  const id = required(values.meeting, 'meeting');
  return withBackend(values.data, log, true, async ({ client }) => {
    const meetings = await client.meetings.list();
    if (!meetings.some((meeting) => meeting.id === id)) throw new CommandError(t('noSuchMeeting', { id }), 1);
    return work(client, id);
  });
}
