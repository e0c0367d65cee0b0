import { maxBundleFileBytes } from '#shared/contract/bundles.ts';
import { maxCommentFileBytes } from '#shared/contract/circulations.ts';
import { type Encoding, exchangeLimits } from '#shared/contract/exchange.ts';
import { maxHandOverBytes } from '#shared/contract/hand-overs.ts';
import { letterheadLimits } from '#shared/contract/letterheads.ts';
import { tmxLimits } from '#shared/contract/memory.ts';
import { maxRecordBytes } from '#shared/contract/records.ts';
import type { InspectedTemplate } from './documents/docx/template.ts';
import type { CommentedDocx, DocxRefusal, DocxTables } from './exchange/docx/index.ts';
import type { Problems } from './exchange/problem.ts';
import type { Table } from './exchange/table.ts';
import type { TmxTally, TmxUnit } from './exchange/tmx-parser.ts';
import type { TmxRefusal } from './exchange/tmx-problem.ts';
import type { Cards } from './exchange/vcard-parse.ts';
import type { BundleProblem, BundleReading, ContentPiece, ParsedBundle } from './features/bundles/parse.ts';
import type { Picture, PictureRefusal } from './features/letterheads/picture.ts';
import type { ParsedRecord } from './features/records/parse.ts';

/** A kind of file that the product reads. */
interface FileKind {
  name: string;
  /** Without the dot. */
  extensions: readonly string[];
  mediaType: string;
  /** Larger files are refused before they are read. */
  maxBytes: number;
}

/** Called in the files worker (exchange/read-file.ts), where files from anywhere are read. */
export interface Importer<Parsed extends object> extends FileKind {
  /** Reads the bytes of a file from anywhere: either all of it is sound, or `problems`; never throws. A structured clone. */
  parse(bytes: Uint8Array, encoding?: Encoding): Promise<Parsed>;
}

/** As {@link Importer}, for files that are never held whole. */
export interface StreamImporter<Item, Parsed extends object, Options = undefined> extends FileKind {
  stream(pieces: AsyncIterable<Uint8Array>, options?: Options): AsyncGenerator<Item[], Parsed>;
}

/** A kind of file that the product writes. */
export interface Exporter {
  name: string;
  extension: string;
  mediaType: string;
}

const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const docxFile = { extensions: ['docx'], mediaType: docxMediaType };

/** Every importer of the product, one entry each; parsers load when they are first asked for. */
export const importers = {
  record: {
    name: 'record',
    extensions: ['json'],
    mediaType: 'application/json',
    maxBytes: maxRecordBytes,
    parse: async (bytes) => (await import('./features/records/parse.ts')).parseRecord(bytes),
  } satisfies Importer<ParsedRecord>,
  /** Contacts, lists of participants and the glossary. */
  csv: {
    name: 'csv',
    extensions: ['csv', 'tsv', 'txt'],
    mediaType: 'text/csv',
    maxBytes: exchangeLimits.bytes,
    parse: async (bytes, encoding) => (await import('./exchange/csv.ts')).parseCsv(bytes, encoding),
  } satisfies Importer<Table | Problems>,
  /** As `csv`. */
  xlsx: {
    name: 'xlsx',
    extensions: ['xlsx'],
    mediaType: xlsxMediaType,
    maxBytes: exchangeLimits.bytes,
    parse: async (bytes) => (await import('./exchange/xlsx.ts')).parseXlsx(bytes),
  } satisfies Importer<Table | Problems>,
  vcard: {
    name: 'vcard',
    extensions: ['vcf', 'vcard'],
    mediaType: 'text/vcard',
    maxBytes: exchangeLimits.bytes,
    parse: async (bytes, encoding) => (await import('./exchange/vcard-parse.ts')).parseVcard(bytes, encoding),
  } satisfies Importer<Cards | Problems>,
  tmx: {
    name: 'tmx',
    extensions: ['tmx'],
    mediaType: 'application/x-tmx+xml',
    maxBytes: tmxLimits.bytes,
    stream: async function* (pieces) {
      return yield* (await import('./exchange/tmx-read.ts')).streamTmxFile(pieces);
    },
  } satisfies StreamImporter<TmxUnit, TmxTally | TmxRefusal>,
  /** Meetings with their files, also under a passphrase. Without options nothing of what the files hold is given. */
  bundle: {
    name: 'bundle',
    extensions: ['zip', 'age'],
    mediaType: 'application/zip',
    maxBytes: maxBundleFileBytes,
    stream: async function* (pieces, options = { passphrase: null, wanted: [] }) {
      return yield* (await import('./features/bundles/parse.ts')).streamBundle(pieces, options);
    },
  } satisfies StreamImporter<ContentPiece, ParsedBundle | { problems: BundleProblem[] }, BundleReading>,
  /** Minutes that somebody has commented on. */
  comments: {
    name: 'comments',
    ...docxFile,
    maxBytes: maxCommentFileBytes,
    parse: async (bytes) => (await import('./exchange/docx/index.ts')).parseCommentedDocx(bytes),
  } satisfies Importer<CommentedDocx | DocxRefusal>,
  /** Translations that come back. */
  handOver: {
    name: 'handOver',
    ...docxFile,
    maxBytes: maxHandOverBytes,
    parse: async (bytes) => (await import('./exchange/docx/index.ts')).parseDocxTables(bytes),
  } satisfies Importer<DocxTables | DocxRefusal>,
  letterhead: {
    name: 'letterhead',
    ...docxFile,
    maxBytes: letterheadLimits.templateBytes,
    parse: async (bytes) => (await import('./documents/docx/template.ts')).inspectTemplate(bytes),
  } satisfies Importer<InspectedTemplate>,
  logo: {
    name: 'logo',
    extensions: ['png', 'jpg', 'jpeg'],
    mediaType: 'image/png',
    maxBytes: letterheadLimits.logoBytes,
    parse: async (bytes) => (await import('./features/letterheads/picture.ts')).parsePicture(bytes),
  } satisfies Importer<Picture | PictureRefusal>,
};

export type ImporterName = keyof typeof importers;
/** Importers that are given all of a file at once. */
export type WholeImporterName = Exclude<ImporterName, 'tmx' | 'bundle'>;

/** Every exporter of the product, one line each. */
export const exporters = {
  pdf: { name: 'pdf', extension: 'pdf', mediaType: 'application/pdf' },
  docx: {
    name: 'docx',
    extension: 'docx',
    mediaType: docxMediaType,
  },
  md: { name: 'md', extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
  ics: { name: 'ics', extension: 'ics', mediaType: 'text/calendar; charset=utf-8' },
  record: { name: 'record', extension: 'trilogue.json', mediaType: 'application/json' },
  bundle: { name: 'bundle', extension: 'trilogue.zip', mediaType: 'application/zip' },
  eml: { name: 'eml', extension: 'eml', mediaType: 'message/rfc822' },
  tmx: { name: 'tmx', extension: 'tmx', mediaType: 'application/x-tmx+xml' },
  csv: { name: 'csv', extension: 'csv', mediaType: 'text/csv' },
  xlsx: { name: 'xlsx', extension: 'xlsx', mediaType: xlsxMediaType },
  vcard4: { name: 'vcard4', extension: 'vcf', mediaType: 'text/vcard' },
  vcard3: { name: 'vcard3', extension: 'vcf', mediaType: 'text/vcard' },
} satisfies Record<string, Exporter>;
