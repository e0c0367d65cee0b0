import type { Backup, BackupReason, RestoredKind } from '#shared/contract/backups.ts';

export const reasonKeys = {
  automatic: 'reason.automatic',
  closing: 'reason.closing',
  asked: 'reason.asked',
  before_migration: 'reason.beforeMigration',
  before_import: 'reason.beforeImport',
  before_restore: 'reason.beforeRestore',
} as const satisfies Record<BackupReason, string>;

export const kindKeys = {
  person: 'kind.person',
  organization: 'kind.organization',
  working_group: 'kind.workingGroup',
  meeting: 'kind.meeting',
  agenda_item: 'kind.agendaItem',
  entry: 'kind.entry',
  action: 'kind.action',
  agreement: 'kind.agreement',
  attachment: 'kind.attachment',
  glossary_concept: 'kind.glossaryConcept',
} as const satisfies Record<RestoredKind, string>;

/** What is to be restored: a backup of the list, or a file that the user chose. */
export type RestoreSource = Pick<Backup, 'name' | 'atMs'> | File;
