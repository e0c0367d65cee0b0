import type { TFunction } from 'i18next';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { TextKind } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { wordsIn } from './labels.ts';

/** The words of a table for translators in one language; the subtree `handOver` of documents.json. */
export interface HandOverWords {
  title: (source: Language, target: Language) => string;
  instruction: string;
  codeLine: (code: string) => string;
  /** Heads of the columns: the code, the source, the target; two letters name the language. */
  columns: (source: Language, target: Language) => readonly [string, string, string];
  /** In the name of the file. */
  fileName: string;
  /** What a text is: «Решение 3.1»; `entryKind` is null of headings. */
  label: (kind: TextKind, entryKind: EntryKind | null, number: string) => string;
}

export function readHandOverWords(language: Language): HandOverWords {
  const t = wordsIn(language);
  const names: Record<Language, string> = {
    en: t('documents:handOver.language.en'),
    ru: t('documents:handOver.language.ru'),
    zh: t('documents:handOver.language.zh'),
  };
  return {
    title: (source, target) => t('documents:handOver.title', { source: names[source], target: names[target] }),
    instruction: t('documents:handOver.instruction'),
    codeLine: (code) => t('documents:handOver.code', { code }),
    columns: (source, target) => [
      t('documents:handOver.columnCode'),
      t('documents:handOver.columnSource', { code: source.toUpperCase() }),
      t('documents:handOver.columnTarget', { code: target.toUpperCase() }),
    ],
    fileName: t('documents:handOver.fileName'),
    label: (kind, entryKind, number) => describeLabel(t, kind, entryKind, number).trim(),
  };
}

function describeLabel(t: TFunction, kind: TextKind, entryKind: EntryKind | null, number: string): string {
  switch (kind) {
    case 'meeting_title':
      return t('documents:handOver.label.meetingTitle');
    case 'meeting_theme':
      return t('documents:fields.theme');
    case 'meeting_framework':
      return t('documents:fields.framework');
    case 'agenda_title':
      return t('documents:handOver.label.agendaTitle', { number });
    case 'agreement_title':
      return t('documents:handOver.label.agreementTitle');
    case 'party_description':
      return t('documents:handOver.label.partyDescription');
    case 'entry':
      return describeEntry(t, entryKind ?? 'note', number);
  }
}

function describeEntry(t: TFunction, kind: EntryKind, number: string): string {
  switch (kind) {
    case 'speech':
      return t('documents:handOver.label.speech');
    case 'note':
      return t('documents:handOver.label.note');
    case 'proposal':
      return t('documents:handOver.label.proposal', { number });
    case 'decision':
      return t('documents:handOver.label.decision', { number });
    case 'action':
      return t('documents:handOver.label.action', { number });
  }
}
