import { useMemo } from 'react';
import { formatLocales, useFormat } from '../app/format.ts';
import { useUiLanguage } from '../app/i18n.ts';
import type { PickerItem } from './picker.tsx';

/**
 * IANA time zones for a Picker, found by their identifier or by their name in the interface language or English.
 *
 * @param current the zone that is stored; listed even where this machine's list leaves it out (an older alias)
 */
export function useZones(current: string): PickerItem[] {
  const language = useUiLanguage();
  const format = useFormat();
  return useMemo(() => {
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current]);
    return [...zones]
      .filter((zone) => zone !== '')
      .sort((a, b) => format.compare(a, b))
      .map((zone) => ({
        id: zone,
        label: zone,
        detail: zoneName(zone, formatLocales[language]),
        searchText: language === 'en' ? '' : zoneName(zone, formatLocales.en),
      }));
  }, [current, language, format]);
}

/** E.g. Moscow Standard Time; the same all the year round, which the offset is not. */
function zoneName(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
