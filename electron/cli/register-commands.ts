import { resolve } from 'node:path';
import {
  encodings,
  type ExchangeField,
  exchangeFormats,
  type ExchangeKind,
  exchangeLimits,
  type ExchangePreview,
  organizationFields,
  personFields,
  type PreviewRow,
} from '#shared/contract/exchange.ts';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import { chooseText, guessLanguage, languages } from '#shared/domain/language.ts';
import type { Backend } from '../backend.ts';
import type { Log } from '../log.ts';
import { type Command, dataOption } from './command.ts';
import { readInputFile, writeFile } from './files.ts';
import { hasData, lastOf, oneOf, readOptions, required, withBackend, withEmptyBackend } from './options.ts';

const suspectedFates = ['skip', 'create', 'update'] as const;

/** The registers of people and organisations, and search over everything. */
export const registerCommands: Record<string, Command> = {
  search: {
    run(words, log) {
      const { values, positionals } = readOptions(words, dataOption, 1);
      const query = positionals[0] ?? '';
      return withBackend(values.data, log, true, async ({ client }) => {
        const hits = await client.search.find({ query: query.slice(0, 200) });
        return hits.map((hit) => describeHit(hit, query));
      });
    },
  },
  'duplicates list': {
    run(words, log) {
      const { values } = readOptions(words, dataOption);
      return withBackend(values.data, log, true, async ({ client }) =>
        (await client.duplicates.list({})).map(describePair),
      );
    },
  },
  ...exchangeCommands('people'),
  ...exchangeCommands('organizations'),
};

function exchangeCommands(kind: ExchangeKind): Record<string, Command> {
  return {
    [`${kind} list`]: {
      run(words, log) {
        const { values } = readOptions(words, dataOption);
        return withBackend<unknown>(values.data, log, true, ({ client }) =>
          kind === 'people' ? listPeople(client) : client.organizations.list(),
        );
      },
    },
    [`${kind} import`]: { run: (words, log) => importRegister(kind, words, log) },
    [`${kind} export`]: { run: (words, log) => exportRegister(kind, words, log) },
  };
}

/** Without the search keys, which mean something to the list's own filter only. */
async function listPeople(client: Backend['client']) {
  const people = await client.people.list();
  return people.map(({ id, name, sortKey, position, organizationId, organization, country, email }) => ({
    id,
    name,
    sortKey,
    position,
    organizationId,
    organization,
    country,
    email,
  }));
}

/** A name stands in all its scripts; a text in the language of the query where it has one. */
function describeHit({ kind, id, meetingId, label, score, matchedOn }: SearchHit, query: string) {
  const isText = kind === 'entry' || kind === 'action';
  const text = isText ? chooseText(label, guessLanguage(query)).text : joinLabel(label);
  return { kind, id, ...(meetingId !== null && { meetingId }), label: text, score: round(score), matchedOn };
}

function describePair(pair: DuplicatePair) {
  const { kind, a, b, score, match, evidence } = pair;
  return {
    kind,
    a: { id: a.id, label: joinLabel(a.label) },
    b: { id: b.id, label: joinLabel(b.label) },
    score: round(score),
    verdict: match.verdict,
    reason: match.reason,
    evidence,
  };
}

/** Three decimals: more would only look exact. */
const round = (score: number): number => Math.round(score * 1_000) / 1_000;

const joinLabel = (label: SearchHit['label']): string =>
  [...new Set(languages.map((language) => label[language]).filter((text) => text !== ''))].join(' · ');

async function importRegister(kind: ExchangeKind, words: string[], log: Log) {
  const { values, positionals } = readOptions(
    words,
    {
      ...dataOption,
      encoding: { type: 'string' },
      mapping: { type: 'string' },
      suspected: { type: 'string', default: 'skip' },
      'dry-run': { type: 'boolean', default: false },
    },
    1,
  );
  const suspected = oneOf(values.suspected, 'suspected', suspectedFates);
  const fields: readonly ExchangeField[] = kind === 'people' ? personFields : organizationFields;
  const input = {
    kind,
    file: readInputFile(resolve(positionals[0] ?? ''), exchangeLimits.bytes),
    ...(values.encoding !== undefined && { encoding: oneOf(values.encoding, 'encoding', encodings) }),
    ...(values.mapping !== undefined && { mapping: readMapping(values.mapping, fields) }),
  };
  const look = async ({ client }: Backend) => (await lastOf(await client.exchange.preview(input))).preview;
  // Neither a dry run nor a refused file may leave a new, empty database behind.
  if (!hasData(values.data)) {
    const preview = await withEmptyBackend(log, look);
    if (values['dry-run']) return preview;
  }
  return withBackend(values.data, log, false, async (backend) => {
    const { client } = backend;
    const preview = await look(backend);
    if (values['dry-run']) return preview;
    const { counts } = await lastOf(await client.exchange.import({ ...input, decisions: decide(preview, suspected) }));
    const left = suspected === 'skip' ? preview.rows.filter((row) => row.fate === 'suspected') : [];
    return { counts, newOrganizations: preview.newOrganizations, suspected: left };
  });
}

/** One field name per column; an empty one or `-` leaves its column out. */
function readMapping(value: string, fields: readonly ExchangeField[]): (ExchangeField | null)[] {
  return value
    .split(',')
    .map((word) => word.trim())
    .map((word) => (word === '' || word === '-' ? null : oneOf(word, 'mapping', fields)));
}

function decide(preview: ExchangePreview, fate: (typeof suspectedFates)[number]) {
  const isSuspected = (row: PreviewRow): boolean => row.fate === 'suspected';
  return preview.rows.filter(isSuspected).map((row) => {
    // A row that is suspected to double another row of the file has no record to update.
    const recordId = fate === 'update' ? (row.record?.id ?? null) : null;
    return { line: row.line, fate: fate === 'update' && recordId === null ? ('skip' as const) : fate, recordId };
  });
}

async function exportRegister(kind: ExchangeKind, words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...dataOption,
    format: { type: 'string', default: 'csv' },
    language: { type: 'string', default: 'en' },
    raw: { type: 'boolean', default: false },
    out: { type: 'string' },
  });
  const format = oneOf(values.format, 'format', exchangeFormats);
  const language = oneOf(values.language, 'language', languages);
  const path = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ client }) =>
    writeFile(await client.exchange.export({ kind, format, language, raw: values.raw }), path),
  );
}
