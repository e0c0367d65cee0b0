import { join, resolve } from 'node:path';
import { alternats, type Authenticity, type DocumentKind, documentKinds } from '#shared/contract/documents.ts';
import { documentTraits } from '#shared/domain/documents/traits.ts';
import { languages } from '#shared/domain/language.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { type Command, dataOption as data } from './command.ts';
import { type Written, writeFile } from './files.ts';
import { oneOf, readOptions, required, someOf, withBackend, withMeeting } from './options.ts';

/** The words of the terminal for {@link documentKinds}: `export short-minutes` and so on. */
const documentCommands: Record<string, Command> = Object.fromEntries(
  documentKinds.map((kind) => [
    `export ${kind.replaceAll('_', '-')}`,
    { run: (words: string[], log: Log) => exportDocument(kind, words, log) },
  ]),
);

/** What comes out of one meeting as files. */
export const paperCommands: Record<string, Command> = {
  ...documentCommands,
  'export calendar': { run: exportCalendar },
  'export actions-calendar': { run: exportActionsCalendar },
  'export again': { run: exportAgain },
  'export record': { run: exportRecord },
  'export archive': { run: exportArchive },
  'exports list': {
    run(words, log) {
      const { values } = readOptions(words, { ...data, meeting: { type: 'string' } });
      return withMeeting(values, log, (client, meetingId) => client.documents.journal({ meetingId }));
    },
  },
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

/** `equal`, `prevails:ru`, `sole:zh`. */
function readAuthenticity(value: string): Authenticity {
  const [kind = '', language = ''] = value.split(':');
  const authenticity = oneOf(kind, 'authenticity', ['unsaid', 'equal', 'prevails', 'sole'] as const);
  if (authenticity === 'prevails' || authenticity === 'sole') {
    return { kind: authenticity, language: oneOf(language, 'authenticity', languages) };
  }
  return { kind: authenticity };
}

async function exportDocument(kind: DocumentKind, words: string[], log: Log) {
  const traits = documentTraits[kind];
  const { values } = readOptions(words, {
    ...data,
    meeting: { type: 'string' },
    languages: { type: 'string', default: languages.join(',') },
    layout: { type: 'string', default: 'single' },
    formats: { type: 'string', default: 'pdf,docx' },
    organization: { type: 'string' },
    letterhead: { type: 'string' },
    alternat: { type: 'string', default: 'off' },
    authenticity: { type: 'string', default: 'unsaid' },
    'non-binding': { type: 'boolean', default: false },
    out: { type: 'string' },
  });
  required(values.meeting, 'meeting');
  if (kind === 'extract') required(values.organization, 'organization');
  const options = {
    kind,
    languages: someOf(values.languages, 'languages', languages),
    layout: oneOf(values.layout, 'layout', traits.layouts),
    formats: someOf(values.formats, 'formats', traits.formats),
    organizationId: values.organization ?? null,
    letterheadId: values.letterhead ?? null,
    alternat: oneOf(values.alternat, 'alternat', traits.hasCopies ? alternats : (['off'] as const)),
    authenticity: readAuthenticity(values.authenticity),
    isNonBinding: values['non-binding'],
  };
  const folder = resolve(required(values.out, 'out'));
  return withMeeting(values, log, async (client, meetingId) => {
    const written = [];
    for (const made of await client.documents.export({ meetingId, ...options })) {
      const { format, languages: fileLanguages, keeperSideId, pages } = made;
      const { path, bytes, sha256 } = await writeFile(made.file, join(folder, made.file.name));
      written.push({ path, format, languages: fileLanguages, keeperSideId, bytes, sha256, pages });
    }
    return written;
  });
}

async function exportAgain(words: string[], log: Log) {
  const { values } = readOptions(words, { ...data, id: { type: 'string' }, out: { type: 'string' } });
  const id = required(values.id, 'id');
  const path = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ client }) =>
    writeFile(await client.documents.exportAgain({ id }), path),
  );
}

async function exportActionsCalendar(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...data,
    meeting: { type: 'string' },
    language: { type: 'string', default: 'en' },
    out: { type: 'string' },
  });
  const language = oneOf(values.language, 'language', languages);
  const path = resolve(required(values.out, 'out'));
  return withMeeting(values, log, async (client, meetingId) =>
    writeFile(await client.documents.actionsCalendar({ meetingId, language }), path),
  );
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
  return withMeeting(values, log, async (client, meetingId) => writeFile(await make(client, meetingId), path));
}
