import i18next from 'i18next';
import { api, desktop } from './api.ts';
import { keyboardPlace } from './commands.ts';
import { machineLanguage } from './i18n.ts';
import { isToRemind, wordReminder } from './reminder-rule.ts';
import { onNewDay, todayHere } from './today.ts';

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
    const sentence = wordReminder(await api.overview.get({ today, most: 0 }), settings.uiLanguage ?? machineLanguage());
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
