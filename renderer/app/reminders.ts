import i18next from 'i18next';
import type { Overview } from '#shared/contract/overview.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { api, desktop } from './api.ts';
import { keyboardPlace } from './commands.ts';
import { getFormat } from './format.ts';
import { machineLanguage } from './i18n.ts';
import { onNewDay, todayHere } from './today.ts';

/** How much waits, as far as a reminder says it. */
export type Pending = Pick<Overview, 'overdue' | 'dueSoon' | 'expiring'>;

/** Whether today is still to be spoken of. */
export const isToRemind = ({ firstRunDone, reminders, remindedOn }: Settings, today: string): boolean =>
  firstRunDone && reminders && remindedOn !== today;

/** One sentence; null: nothing waits, so nothing is said. */
export function wordReminder(
  { overdue, dueSoon, expiring }: Pending,
  settings: Pick<Settings, 'uiLanguage'>,
): string | null {
  const lng = settings.uiLanguage ?? machineLanguage();
  const t = i18next.getFixedT(lng, 'home');
  const parts = [
    ...(overdue.count > 0 ? [t('reminders.overdue', { count: overdue.count })] : []),
    ...(dueSoon.count > 0 ? [t('reminders.dueSoon', { count: dueSoon.count })] : []),
    ...(expiring.count > 0 ? [t('reminders.expiring', { count: expiring.count })] : []),
  ];
  if (parts.length === 0) return null;
  const sentence = t('reminders.sentence', { list: getFormat(lng).list(parts) });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Reminds once a day: now, and when another day begins while the page is open. */
export function followReminders(): void {
  onNewDay(() => void remind());
  void remind();
}

async function remind(): Promise<void> {
  // A browser asks the user for leave; that is not to meet them out of the blue, only in Settings.
  if (keyboardPlace.isBrowser && !('Notification' in window && Notification.permission === 'granted')) return;
  try {
    const today = todayHere();
    const settings = await api.settings.get();
    if (!isToRemind(settings, today)) return;
    const sentence = wordReminder(await api.overview.get({ today, most: 0 }), settings);
    if (sentence === null) return;
    // First, so that another window does not say the same.
    await api.settings.update({ remindedOn: today });
    await desktop.notify(i18next.t('home:reminders.title'), sentence);
  } catch {
    // A reminder is a help: Home says the same, and a back end that cannot answer is told of elsewhere.
  }
}

/** Asks the browser for leave when the user switches the reminders on; the desktop needs none. */
export async function allowReminders(): Promise<void> {
  if (keyboardPlace.isBrowser && 'Notification' in window) await Notification.requestPermission();
  await remind();
}
