import { resolve } from 'node:path';
import { glossaryFormats, glossaryLimits } from '#shared/contract/glossary.ts';
import { type HandOverFate, maxHandOverBytes } from '#shared/contract/hand-overs.ts';
import { tmxLimits } from '#shared/contract/memory.ts';
import { languages } from '#shared/domain/language.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { type Command, dataOption as data } from './command.ts';
import { readInputFile, writeFile } from './files.ts';
import {
  hasData,
  lastOf,
  oneOf,
  readOptions,
  required,
  someOf,
  withBackend,
  withEmptyBackend,
  withMeeting,
} from './options.ts';

const meetingOption = { ...data, meeting: { type: 'string' } } as const;
const importOptions = { ...data, 'dry-run': { type: 'boolean', default: false } } as const;

/** The three languages of a meeting, the glossary and the translation memory. */
export const translationCommands: Record<string, Command> = {
  'translations status': { run: showStatus },
  'translations check': { run: check },
  'translations export': { run: handOver },
  'translations import': { run: takeBack },
  'glossary import': { run: importGlossary },
  'glossary export': { run: exportGlossary },
  'memory import': { run: importMemory },
  'memory export': { run: exportMemory },
};

async function showStatus(words: string[], log: Log) {
  const { values } = readOptions(words, meetingOption);
  return withMeeting(values, log, async (client, meetingId) => {
    const [progress] = await client.translations.progress({ meetingIds: [meetingId] });
    return progress;
  });
}

async function check(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...meetingOption,
    languages: { type: 'string', default: languages.join(',') },
  });
  const wanted = someOf(values.languages, 'languages', languages);
  return withMeeting(values, log, async (client, meetingId) => {
    const found = await client.consistency.check({ meetingId, languages: wanted });
    return found.filter(({ isAccepted }) => !isAccepted);
  });
}

async function handOver(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...meetingOption,
    from: { type: 'string' },
    to: { type: 'string' },
    scope: { type: 'string', default: 'open' },
    out: { type: 'string' },
  });
  const sourceLanguage = oneOf(required(values.from, 'from'), 'from', languages);
  const others = languages.filter((language) => language !== sourceLanguage);
  const targetLanguage = oneOf(required(values.to, 'to'), 'to', others);
  const scope = oneOf(values.scope, 'scope', ['all', 'open'] as const);
  const path = resolve(required(values.out, 'out'));
  return withMeeting(values, log, async (client, meetingId) => {
    const { file, rows } = await client.handOvers.export({ meetingId, sourceLanguage, targetLanguage, scope });
    return { ...(await writeFile(file, path)), rows };
  });
}

/** Rows about which a person has to decide are left as they are, unless `--take` names their fates. */
async function takeBack(words: string[], log: Log) {
  const { values, positionals } = readOptions(
    words,
    { ...meetingOption, take: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    1,
  );
  const decided = ['conflict', 'source-changed'] as const;
  const wanted = values.take === undefined ? [] : someOf(values.take, 'take', decided);
  const file = readInputFile(resolve(positionals[0] ?? ''), maxHandOverBytes);
  return withMeeting(values, log, async (client, meetingId) => {
    const preview = await client.handOvers.read({ meetingId, file });
    if (values['dry-run']) return preview;
    const isWanted = (fate: HandOverFate): boolean => wanted.some((one) => one === fate);
    const taken = preview.rows.filter(({ fate }) => isWanted(fate)).map(({ code }) => code);
    const { changed } = await client.handOvers.apply({ meetingId, file, taken, stamp: preview.stamp });
    const left = preview.rows.filter(({ fate }) => decided.some((one) => one === fate) && !isWanted(fate));
    return { changed, left };
  });
}

async function importGlossary(words: string[], log: Log) {
  const { values, positionals } = readOptions(words, importOptions, 1);
  const file = readInputFile(resolve(positionals[0] ?? ''), glossaryLimits.bytes);
  return importInto(
    values,
    log,
    async ({ client }) => (await lastOf(await client.glossary.preview({ file }))).preview,
    async ({ client }) => ({ counts: (await client.glossary.import({ file })).counts }),
  );
}

async function exportGlossary(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...data,
    format: { type: 'string', default: 'xlsx' },
    language: { type: 'string', default: 'en' },
    out: { type: 'string' },
  });
  const format = oneOf(values.format, 'format', glossaryFormats);
  const language = oneOf(values.language, 'language', languages);
  const path = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ client }) =>
    writeFile(await client.glossary.export({ format, language }), path),
  );
}

async function importMemory(words: string[], log: Log) {
  const { values, positionals } = readOptions(words, importOptions, 1);
  const file = readInputFile(resolve(positionals[0] ?? ''), tmxLimits.bytes);
  return importInto(
    values,
    log,
    async ({ client }) => (await lastOf(await client.memory.inspectTmx({ file }))).report,
    async ({ client, context }) => (await lastOf(await client.memory.importTmx({ id: context.newId(), file }))).report,
  );
}

async function exportMemory(words: string[], log: Log) {
  const { values } = readOptions(words, { ...meetingOption, out: { type: 'string' } });
  const path = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ client }) =>
    writeFile(await client.memory.exportTmx({ meetingId: values.meeting ?? null }), path),
  );
}

/** Looks first: neither a dry run nor a refused file may leave a new, empty database behind. */
async function importInto<Look, Done>(
  values: { data?: string | undefined; 'dry-run': boolean },
  log: Log,
  look: (backend: Backend) => Promise<Look>,
  run: (backend: Backend) => Promise<Done>,
): Promise<Look | Done> {
  if (!hasData(values.data)) {
    const seen = await withEmptyBackend(log, look);
    if (values['dry-run']) return seen;
  }
  return withBackend<Look | Done>(values.data, log, false, values['dry-run'] ? look : run);
}
