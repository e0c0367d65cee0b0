import type { EntryKind } from '../contract/entries.ts';

/*
 * What somebody types at the start of a row to set its kind (ux, section 4.3). Signs that every keyboard layout has,
 * before a space; words before a colon. Full-width forms count as well.
 */
export const prefixSigns = { '+': 'action', '=': 'decision', '*': 'proposal', '-': 'note' } as const satisfies Record<
  string,
  EntryKind
>;

export const prefixWords = {
  decision: ['RESOLVED', 'DECISION', 'Решили', 'Решение', '决定', '议定'],
  action: ['ACTION', 'Поручить', 'Поручение', '行动', '任务'],
  proposal: ['PROPOSED', 'PROPOSAL', 'Предложено', 'Предложение', '建议', '提议'],
  note: ['NOTE', 'Примечание', 'Заметка', '备注'],
} as const satisfies Partial<Record<EntryKind, readonly string[]>>;
