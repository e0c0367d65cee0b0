import { useMemo } from 'react';
import { zonedClock, zonedInstantMs } from '#shared/domain/minutes/dates.ts';
import type { PickerItem } from '../../ui/picker.tsx';

const known = Intl.supportedValuesOf('timeZone');

/** IANA zones for a Picker, with their offset at noon of `date`. A zone that a record brought along stays choosable. */
export function useZones(date: string, current: string): PickerItem[] {
  return useMemo(() => {
    const noonMs = Date.parse(`${date}T12:00:00Z`);
    const names = known.includes(current) || current === '' ? known : [current, ...known];
    return names.map((zone) => ({
      id: zone,
      label: zone.replaceAll('_', ' '),
      detail: zonedClock(noonMs, zone).offset,
    }));
  }, [date, current]);
}

/** A wall-clock time of one zone as another zone's clock and calendar show it. */
export function clockElsewhere(date: string, time: string, zone: string, elsewhere: string) {
  return zonedClock(zonedInstantMs(date, time, zone), elsewhere);
}
