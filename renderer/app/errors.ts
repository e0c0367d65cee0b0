import { ORPCError } from '@orpc/client';
import i18next from 'i18next';
import type { BackupFailure, BackupRefusal } from '#shared/contract/backups.ts';
import type { BundleRefusal } from '#shared/contract/bundles.ts';
import type { UnsuitableReason } from '#shared/contract/documents.ts';
import { chooseText, type Language, languages } from '#shared/domain/language.ts';
import { connectionState } from './connection.ts';
import { type Format, getFormat } from './format.ts';
import { NoAnswer } from './transport.ts';

/** Sentences by the `reason` among the data of an error; what is not here has the general one. */
const documentKeys: Partial<Record<string, 'documentDeadline' | 'documentMemory'>> = {
  deadline: 'documentDeadline',
  memory: 'documentMemory',
};

const unsuitableKeys = {
  'columns-need-languages': 'optionsUnsuitable.columnsNeedLanguages',
  'columns-too-many': 'optionsUnsuitable.columnsTooMany',
  'layout-not-for-kind': 'optionsUnsuitable.layoutNotForKind',
  'format-not-for-kind': 'optionsUnsuitable.formatNotForKind',
  'organization-needed': 'optionsUnsuitable.organizationNeeded',
  'organization-not-in-meeting': 'optionsUnsuitable.organizationNotInMeeting',
  'copies-not-for-kind': 'optionsUnsuitable.copiesNotForKind',
  'copies-need-two-sides': 'optionsUnsuitable.copiesNeedTwoSides',
  'language-not-chosen': 'optionsUnsuitable.languageNotChosen',
} as const satisfies Record<UnsuitableReason, string>;

const logoKeys = {
  'not-a-picture': 'logoRefused.notAPicture',
  'too-large': 'logoRefused.tooLarge',
  'too-many-pixels': 'logoRefused.tooManyPixels',
  'printing-colours': 'logoRefused.printingColours',
  empty: 'logoRefused.empty',
} as const;

const fileKeys = {
  deadline: 'fileUnreadable.deadline',
  memory: 'fileUnreadable.memory',
  crash: 'fileUnreadable.crash',
} as const;

const backupFailedKeys = {
  'disk-full': 'backupFailed.diskFull',
  'folder-unwritable': 'backupFailed.folderUnwritable',
  damaged: 'backupFailed.damaged',
  failed: 'backupFailed.failed',
} as const satisfies Record<BackupFailure, string>;

const backupRefusedKeys = {
  'not-a-backup': 'backupRefused.notABackup',
  damaged: 'backupRefused.damaged',
  'newer-version': 'backupRefused.newerVersion',
  'too-large': 'backupRefused.tooLarge',
  'passphrase-needed': 'backupRefused.passphraseNeeded',
  'passphrase-wrong': 'backupRefused.passphraseWrong',
  deadline: 'backupRefused.deadline',
  memory: 'backupRefused.memory',
} as const satisfies Record<BackupRefusal, string>;

const bundleRefusedKeys = {
  'not-a-bundle': 'bundleRefused.notABundle',
  'newer-version': 'bundleRefused.newerVersion',
  damaged: 'bundleRefused.damaged',
  unsafe: 'bundleRefused.unsafe',
  'too-large': 'bundleRefused.tooLarge',
  inconsistent: 'bundleRefused.inconsistent',
  'passphrase-needed': 'bundleRefused.passphraseNeeded',
  'passphrase-wrong': 'bundleRefused.passphraseWrong',
} as const satisfies Record<BundleRefusal, string>;

/** What is kept for a while only, and no undo brings back. */
const goneKeys = { backup: 'backupGone', bundle: 'bundleGone' } as const;

/** Why options of a document do not go together, and what to do, in one sentence. */
export function describeUnsuitable(reason: UnsuitableReason): string {
  return i18next.getFixedT(null, 'errors')(unsuitableKeys[reason]);
}

/** The key for a reason, which may be one that this page does not know yet. */
function find<Key>(keys: Readonly<Record<string, Key>>, reason: string): Key | undefined {
  return Object.hasOwn(keys, reason) ? keys[reason] : undefined;
}

/** The `reason` among the data of an error; empty where it has none. */
function reasonOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'reason' in data ? String(data.reason) : '';
}

/** What was not found; empty where that is not said. */
function kindOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'kind' in data ? String(data.kind) : '';
}

/** One sentence for a failed call: what happened, what is safe, what to do. In the interface language. */
export function describeError(error: unknown): string {
  const t = i18next.getFixedT(null, 'errors');
  if (error instanceof NoAnswer) return t('noAnswer');
  if (!(error instanceof ORPCError)) {
    return connectionState.get() === 'connected' ? t('unexpected') : t('noAnswer');
  }
  switch (error.code) {
    case 'NOT_FOUND':
      return t(find(goneKeys, kindOf(error.data)) ?? 'notFound');
    case 'IN_USE':
      return t('inUse', { count: countUses(error.data) });
    case 'CONFLICT':
      return t('conflict');
    case 'CHANGED_SINCE':
      return t('changedSince');
    case 'NOTHING_TO_UNDO':
      return t('nothingToUndo');
    case 'RECORD_REFUSED':
      return t('recordRefused');
    case 'EXCHANGE_REFUSED':
      return t('exchangeRefused');
    case 'DOCUMENT_FAILED':
      return t(documentKeys[reasonOf(error.data)] ?? 'documentFailed');
    case 'OPTIONS_UNSUITABLE':
      return t(find(unsuitableKeys, reasonOf(error.data)) ?? 'badRequest');
    case 'LOGO_REFUSED':
      return t(find(logoKeys, reasonOf(error.data)) ?? 'badRequest');
    case 'TEMPLATE_REFUSED':
      return t('templateRefused');
    case 'LOCKED':
      return t('locked');
    case 'WRONG_STAGE':
      return t('wrongStage');
    case 'EVENT_NESTED':
      return t('eventNested');
    case 'CIRCULATION_OPEN':
      return t('circulationOpen');
    case 'NOTHING_TO_CIRCULATE':
      return t('nothingToCirculate');
    case 'COMMENTS_REFUSED':
      return t('commentsRefused');
    case 'COMMENT_SETTLED':
      return t('commentSettled');
    case 'COMMENTS_OPEN':
      return t('commentsOpen');
    case 'TEXT_CHANGED':
      return t('textChanged');
    case 'SIDE_EMPTY':
      return t('sideEmpty');
    case 'MINUTES_EMPTY':
      return t('minutesEmpty');
    case 'REASON_MISSING':
      return t('reasonMissing');
    case 'ATTACHMENT_TOO_LARGE':
      return t('attachmentTooLarge', megabytes(error.data));
    case 'ARCHIVE_TOO_LARGE':
      return t('archiveTooLarge', megabytes(error.data));
    case 'ATTACHMENT_EMPTY':
      return t('attachmentEmpty');
    case 'CONTENT_DAMAGED':
      return t('contentDamaged', { names: damagedNames(error.data) });
    case 'HAND_OVER_REFUSED':
      return t('handOverRefused');
    case 'NOTHING_TO_HAND_OVER':
      return t('nothingToHandOver');
    case 'CONFLICT_SINCE':
      return t('conflictSince');
    case 'GLOSSARY_REFUSED':
      return t('glossaryRefused');
    case 'TMX_REFUSED':
      return t('tmxRefused');
    case 'REPLACEMENT_CYCLE':
      return t('replacementCycle', { chain: describeChain(error.data) });
    case 'AGREEMENT_CYCLE':
      return t('agreementCycle', { chain: describeChain(error.data) });
    case 'SIDE_NOT_OF_MEETING':
      return t('sideNotOfMeeting');
    case 'RENEWAL_TOO_EARLY':
      return t('renewalTooEarly', { date: describeDay(error.data) });
    case 'NOTHING_TO_REPORT':
      return t('nothingToReport');
    case 'STORE_DAMAGED':
      return t('storeDamaged');
    case 'FILE_UNREADABLE':
      return t(find(fileKeys, reasonOf(error.data)) ?? 'fileUnreadable.crash');
    case 'BACKUP_FAILED':
      return t(find(backupFailedKeys, reasonOf(error.data)) ?? 'backupFailed.failed');
    case 'BACKUP_REFUSED':
      return t(find(backupRefusedKeys, reasonOf(error.data)) ?? 'backupRefused.damaged');
    case 'TRASH_REFUSED':
      return t('trashRefused');
    case 'ERASE_REFUSED':
      return t('eraseRefused');
    case 'BUNDLE_REFUSED':
      return t(find(bundleRefusedKeys, reasonOf(error.data)) ?? 'bundleRefused.damaged');
    case 'BUNDLE_TOO_LARGE':
      return t('bundleTooLarge', { ...megabytes(error.data), ...countFiles(error.data) });
    case 'CHOICE_LAPSED':
      return t('choiceLapsed');
    case 'BAD_REQUEST':
      return t('badRequest');
    case 'PAYLOAD_TOO_LARGE':
      return t('tooLarge');
    case 'STORE_UNWRITABLE':
      return t(storeKeys[storeTrouble(error)].refused);
    case 'DUPLICATE_ID':
      return t('duplicateId');
    case 'DANGLING_REFERENCE':
      return t('danglingReference');
    case 'UNAUTHORIZED':
      return t('unauthorized');
    default: {
      const id = errorId(error.data);
      return id === null ? t('unexpected') : t('unexpectedWithId', { id });
    }
  }
}

/** What is typed while the store cannot be written is kept and saved later by itself: there is only the cause to remove. */
export function describeStoreTrouble(error: unknown): string {
  const t = i18next.getFixedT(null, 'errors');
  return t(storeKeys[storeTrouble(error)].typing);
}

/** Nothing can be written at present, as opposed to: this cannot be written. */
export function isStoreTrouble(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'STORE_UNWRITABLE';
}

/** The typed code of an expected error, or null for anything else. */
export function errorCode(error: unknown): string | null {
  return error instanceof ORPCError && error.defined ? String(error.code) : null;
}

/** Why nothing can be written; `typing`: said of what is kept and saved later by itself. */
const storeKeys = {
  'disk-full': { refused: 'storeFull', typing: 'typingStoreFull' },
  'folder-unwritable': { refused: 'storeUnwritable', typing: 'typingStoreUnwritable' },
  'folder-gone': { refused: 'storeGone', typing: 'typingStoreGone' },
} as const;

function storeTrouble(error: unknown): keyof typeof storeKeys {
  const data = error instanceof ORPCError ? (error.data as { reason?: unknown } | undefined) : undefined;
  const reason = typeof data?.reason === 'string' ? data.reason : '';
  return reason in storeKeys ? (reason as keyof typeof storeKeys) : 'folder-unwritable';
}

function countUses(data: unknown): number {
  const uses = (data as { uses?: { count: number }[] } | undefined)?.uses ?? [];
  return uses.reduce((sum, use) => sum + use.count, 0);
}

function errorId(data: unknown): string | null {
  const id = (data as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : null;
}

function megabytes(data: unknown): { size: number; max: number } {
  const { sizeBytes = 0, maxBytes = 0 } = (data ?? {}) as { sizeBytes?: number; maxBytes?: number };
  return { size: Math.ceil(sizeBytes / 1024 ** 2), max: Math.floor(maxBytes / 1024 ** 2) };
}

function countFiles(data: unknown): { files: string; maxFiles: string } {
  const { format } = hereAndNow();
  const { files = 0, maxFiles = 0 } = (data ?? {}) as { files?: number; maxFiles?: number };
  return { files: format.number(files), maxFiles: format.number(maxFiles) };
}

function damagedNames(data: unknown): string {
  return ((data as { names?: string[] } | undefined)?.names ?? []).join(', ');
}

/** Records that would replace one another, by number and day or by title. */
function describeChain(data: unknown): string {
  const { format, language } = hereAndNow();
  const chain =
    (data as { chain?: ({ number: string; date: string } | Record<Language, string>)[] } | undefined)?.chain ?? [];
  return chain
    .map((link) =>
      'number' in link ? `${link.number} (${format.shortDate(link.date)})` : chooseText(link, language).text,
    )
    .join(' → ');
}

function describeDay(data: unknown): string {
  const { validTo = '' } = (data ?? {}) as { validTo?: string };
  return validTo === '' ? '' : hereAndNow().format.date(validTo);
}

function hereAndNow(): { format: Format; language: Language } {
  const language = languages.find((each) => each === i18next.language) ?? 'en';
  return { format: getFormat(language), language };
}
