import i18next from 'i18next';
import { useEffect } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { chosenChords } from './commands.ts';
import { machineLanguage, switchLanguage } from './i18n.ts';

/** Brings the chosen language, theme and chords onto the page, at start and whenever they change. */
export function usePreferences(settings: Settings | undefined): void {
  const language = settings?.uiLanguage ?? machineLanguage();
  const theme = settings?.theme ?? 'system';
  useEffect(() => {
    if (settings && i18next.language !== language) void switchLanguage(language);
  }, [settings, language]);
  const shortcuts = settings?.shortcuts;
  useEffect(() => {
    if (shortcuts) chosenChords.set(shortcuts);
  }, [shortcuts]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
