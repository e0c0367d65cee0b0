import { type Encoding, exchangeLimits } from '#shared/contract/exchange.ts';
import { maxRecordBytes } from '#shared/contract/records.ts';
import type { Problems } from './exchange/problem.ts';
import type { Table } from './exchange/table.ts';
import type { Cards } from './exchange/vcard-parse.ts';
import { type ParsedRecord, parseRecord } from './features/records/index.ts';

/** A kind of file that the product reads. */
export interface Importer<Parsed> {
  name: string;
  /** Without the dot. */
  extensions: readonly string[];
  mediaType: string;
  /** Larger files are refused before they are read. */
  maxBytes: number;
  maxRows?: number;
  /** Reads the bytes of a file from anywhere: either all of it is sound, or `problems`; never throws. */
  parse(bytes: Uint8Array, encoding?: Encoding): Promise<Parsed | { problems: readonly object[] }>;
}

/** A kind of file that the product writes. */
export interface Exporter {
  name: string;
  extension: string;
  mediaType: string;
}

const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const registerLimits = { maxBytes: exchangeLimits.bytes, maxRows: exchangeLimits.rows };

/** Every importer of the product, one entry each; parsers load when they are first asked for. */
export const importers = {
  record: {
    name: 'record',
    extensions: ['json'],
    mediaType: 'application/json',
    maxBytes: maxRecordBytes,
    parse: (bytes) => Promise.resolve(parseRecord(bytes)),
  } satisfies Importer<ParsedRecord>,
  csv: {
    name: 'csv',
    extensions: ['csv', 'tsv', 'txt'],
    mediaType: 'text/csv',
    ...registerLimits,
    parse: async (bytes, encoding) => (await import('./exchange/csv.ts')).parseCsv(bytes, encoding),
  } satisfies Importer<Table | Problems>,
  xlsx: {
    name: 'xlsx',
    extensions: ['xlsx'],
    mediaType: xlsxMediaType,
    ...registerLimits,
    parse: async (bytes) => (await import('./exchange/xlsx.ts')).parseXlsx(bytes),
  } satisfies Importer<Table | Problems>,
  vcard: {
    name: 'vcard',
    extensions: ['vcf', 'vcard'],
    mediaType: 'text/vcard',
    ...registerLimits,
    parse: async (bytes, encoding) => (await import('./exchange/vcard-parse.ts')).parseVcard(bytes, encoding),
  } satisfies Importer<Cards | Problems>,
};

/** Every exporter of the product, one line each. */
export const exporters = {
  pdf: { name: 'pdf', extension: 'pdf', mediaType: 'application/pdf' },
  docx: {
    name: 'docx',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  md: { name: 'md', extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
  ics: { name: 'ics', extension: 'ics', mediaType: 'text/calendar; charset=utf-8' },
  record: { name: 'record', extension: 'trilogue.json', mediaType: 'application/json' },
  csv: { name: 'csv', extension: 'csv', mediaType: 'text/csv' },
  xlsx: { name: 'xlsx', extension: 'xlsx', mediaType: xlsxMediaType },
  vcard4: { name: 'vcard4', extension: 'vcf', mediaType: 'text/vcard' },
  vcard3: { name: 'vcard3', extension: 'vcf', mediaType: 'text/vcard' },
} satisfies Record<string, Exporter>;
