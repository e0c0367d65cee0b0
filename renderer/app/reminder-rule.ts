import i18next from 'i18next';
import type { Overview } from '#shared/contract/overview.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { Language } from '#shared/domain/language.ts';

/** How much waits, as far as a reminder says it. */
export type Pending = Record<'overdue' | 'dueSoon' | 'expiring', Pick<Overview['overdue'], 'count'>>;

/** Whether today is still to be spoken of. */
export const isToRemind = (
  { firstRunDone, reminders, remindedOn }: Pick<Settings, 'firstRunDone' | 'reminders' | 'remindedOn'>,
  today: string,
): boolean => firstRunDone && reminders && remindedOn !== today;

/** One sentence; null: nothing waits, so nothing is said. */
export function wordReminder({ overdue, dueSoon, expiring }: Pending, language: Language): string | null {
  const t = i18next.getFixedT(language, 'home');
  const parts = [
    ...(overdue.count > 0 ? [t('reminders.overdue', { count: overdue.count })] : []),
    ...(dueSoon.count > 0 ? [t('reminders.dueSoon', { count: dueSoon.count })] : []),
    ...(expiring.count > 0 ? [t('reminders.expiring', { count: expiring.count })] : []),
  ];
  if (parts.length === 0) return null;
  const sentence = t('reminders.sentence', { list: parts.join(t('reminders.between')) });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
