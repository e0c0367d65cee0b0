import { isDefinedError, ORPCError } from '@orpc/client';
import type { BackupFailure, BackupRefusal } from '#shared/contract/backups.ts';
import type { UnsuitableReason } from '#shared/contract/documents.ts';
import type { ExchangeProblem, RecordProblem } from '#shared/contract/errors.ts';
import { PortInUse } from '../browser/port-in-use.ts';
import { BackupFailed } from '../db/backups/backups.ts';
import { StoreError, type StoreErrorCode } from '../db/store-error.ts';
import { t } from './catalogue.ts';
import { describeRefusedText } from './refused-texts.ts';
import { describeBackupFailure, describeBackupRefusal, describeUnreadable } from './store-texts.ts';

/** A refusal with its sentence; `exitCode` 2 is wrong use, 1 a failure (design, section 2). */
export class CommandError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

const storeSentences: Record<StoreErrorCode, (place: string) => string> = {
  'folder-in-use': (place) => t('store.folder-in-use', { place }),
  'folder-unwritable': (place) => t('store.folder-unwritable', { place }),
  'folder-gone': (place) => t('store.folder-gone', { place }),
  'disk-full': (place) => t('store.disk-full', { place }),
  'not-sqlite': (place) => t('store.not-sqlite', { place }),
  'not-ours': (place) => t('store.not-ours', { place }),
  'newer-version': (place) => t('store.newer-version', { place }),
  damaged: (place) => t('store.damaged', { place }),
  unknown: (place) => t('store.unknown', { place }),
};

const problemSentences: Record<RecordProblem['code'], (problem: RecordProblem) => string> = {
  'not-json': ({ detail }) => t('problem.not-json', { detail }),
  'not-a-record': () => t('problem.not-a-record'),
  'wrong-version': ({ detail }) => t('problem.wrong-version', { detail }),
  'too-large': () => t('problem.too-large'),
  'too-long': ({ path, detail }) => t('problem.too-long', { path, detail }),
  'wrong-date': ({ path, detail }) => t('problem.wrong-date', { path, detail }),
  'wrong-value': ({ path, detail }) => t('problem.wrong-value', { path, detail }),
  'missing-field': ({ path }) => t('problem.missing-field', { path }),
  'unknown-field': ({ path, detail }) => t('problem.unknown-field', { path, detail }),
  'duplicate-id': ({ path, detail }) => t('problem.duplicate-id', { path, detail }),
  'dangling-id': ({ path, detail }) => t('problem.dangling-id', { path, detail }),
  'id-taken': ({ path, detail }) => t('problem.id-taken', { path, detail }),
  'meeting-differs': () => t('problem.meeting-differs'),
};

const exchangeSentences: Record<ExchangeProblem['code'], (problem: { detail: string }) => string> = {
  too_large: ({ detail }) => t('exchange.too_large', { megabytes: String(Math.floor(Number(detail) / 1024 ** 2)) }),
  too_many_rows: ({ detail }) => t('exchange.too_many_rows', { detail }),
  too_many_columns: ({ detail }) => t('exchange.too_many_columns', { detail }),
  empty: ({ detail }) => t('exchange.empty', { detail }),
  unknown_format: ({ detail }) => t('exchange.unknown_format', { detail }),
  broken_encoding: ({ detail }) => t('exchange.broken_encoding', { detail }),
  broken_csv: ({ detail }) => t('exchange.broken_csv', { detail }),
  broken_xlsx: ({ detail }) => t('exchange.broken_xlsx', { detail }),
  broken_vcard: ({ detail }) => t('exchange.broken_vcard', { detail }),
  control_character: ({ detail }) => t('exchange.control_character', { detail }),
  too_long: ({ detail }) => t('exchange.too_long', { detail }),
  wrong_value: ({ detail }) => t('exchange.wrong_value', { detail }),
  no_name: ({ detail }) => t('exchange.no_name', { detail }),
  unknown_id: ({ detail }) => t('exchange.unknown_id', { detail }),
  duplicate_id: ({ detail }) => t('exchange.duplicate_id', { detail }),
  nothing_mapped: ({ detail }) => t('exchange.nothing_mapped', { detail }),
  wrong_decision: ({ detail }) => t('exchange.wrong_decision', { detail }),
};

function describeExchangeProblem({ code, line, column, detail }: ExchangeProblem): string {
  const sentence = exchangeSentences[code]({ detail });
  if (line === 0) return sentence;
  return column === 0
    ? t('exchangePlace.line', { line: String(line), sentence })
    : t('exchangePlace.column', { line: String(line), column: String(column), sentence });
}

const failureReasons = {
  deadline: () => t('reason.deadline'),
  memory: () => t('reason.memory'),
  engine: () => t('reason.engine'),
};

const unwritableSentences = {
  'disk-full': () => t('unwritable.disk-full'),
  'folder-unwritable': () => t('unwritable.folder-unwritable'),
  'folder-gone': () => t('unwritable.folder-gone'),
};

const unsuitableSentences: Record<UnsuitableReason, () => string> = {
  'columns-need-languages': () => t('unsuitable.columns-need-languages'),
  'columns-too-many': () => t('unsuitable.columns-too-many'),
  'layout-not-for-kind': () => t('unsuitable.layout-not-for-kind'),
  'format-not-for-kind': () => t('unsuitable.format-not-for-kind'),
  'organization-needed': () => t('unsuitable.organization-needed'),
  'organization-not-in-meeting': () => t('unsuitable.organization-not-in-meeting'),
  'copies-not-for-kind': () => t('unsuitable.copies-not-for-kind'),
  'copies-need-two-sides': () => t('unsuitable.copies-need-two-sides'),
  'language-not-chosen': () => t('unsuitable.language-not-chosen'),
};

/** The sentence and exit code for whatever a command threw; `bug` logs an unexpected one and answers its id. */
export function describeFailure(error: unknown, bug: (error: unknown) => string): { message: string; exitCode: 1 | 2 } {
  if (error instanceof CommandError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof StoreError) return { message: storeSentences[error.code](error.place), exitCode: 1 };
  if (error instanceof BackupFailed) return { message: describeBackupFailure(error.reason), exitCode: 1 };
  if (error instanceof PortInUse) return { message: t('portInUse', { port: String(error.port) }), exitCode: 1 };
  if (error instanceof ORPCError)
    return { message: describeCallError(error as ORPCError<string, unknown>, bug), exitCode: 1 };
  return { message: t('bug', { id: bug(error) }), exitCode: 1 };
}

function describeCallError(error: ORPCError<string, unknown>, bug: (error: unknown) => string): string {
  if (error.code === 'RECORD_REFUSED' && isDefinedError(error)) {
    const { problems } = error.data as { problems: RecordProblem[] };
    return [t('recordRefused'), ...problems.map((problem) => problemSentences[problem.code](problem))].join('\n');
  }
  if (error.code === 'EXCHANGE_REFUSED' && isDefinedError(error)) {
    const { problems } = error.data as { problems: ExchangeProblem[] };
    return [t('exchangeRefused'), ...problems.map(describeExchangeProblem)].join('\n');
  }
  const refused = isDefinedError(error) ? describeRefusedText(error) : null;
  if (refused !== null) return refused;
  if (error.code === 'DOCUMENT_FAILED' && isDefinedError(error)) {
    const { reason } = error.data as { reason: keyof typeof failureReasons };
    return t('documentFailed', { reason: failureReasons[reason]() });
  }
  if (error.code === 'OPTIONS_UNSUITABLE' && isDefinedError(error)) {
    return unsuitableSentences[(error.data as { reason: UnsuitableReason }).reason]();
  }
  if (error.code === 'CONTENT_DAMAGED' && isDefinedError(error)) {
    return t('contentDamaged', { names: (error.data as { names: string[] }).names.join(', ') });
  }
  if (error.code === 'STORE_DAMAGED') return t('storeDamaged');
  // Told by every call that makes a backup before it begins, or has a file read by a helper.
  if (error.code === 'BACKUP_FAILED') {
    return describeBackupFailure((error.data as { reason: BackupFailure }).reason);
  }
  if (error.code === 'FILE_UNREADABLE') {
    return describeUnreadable((error.data as { reason: 'deadline' | 'memory' | 'crash' }).reason);
  }
  if (error.code === 'BACKUP_REFUSED' && isDefinedError(error)) {
    return describeBackupRefusal((error.data as { reason: BackupRefusal }).reason);
  }
  if (error.code === 'STORE_UNWRITABLE') {
    return unwritableSentences[(error.data as { reason: keyof typeof unwritableSentences }).reason]();
  }
  if (error.code === 'NOT_FOUND') return t('notFound');
  if (error.code === 'BAD_REQUEST') return t('badRequest');
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const { id } = (error.data ?? {}) as { id?: string };
    return t('bug', { id: id ?? bug(error) });
  }
  return t('bug', { id: bug(error) });
}
