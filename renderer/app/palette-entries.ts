import { useEffect, useRef } from 'react';
import type { Language } from '#shared/domain/language.ts';

/** What a screen can add to the palette: the agenda items and the people of the open meeting. */
export type PaletteGroup = 'agenda' | 'people';

export interface PaletteEntry {
  /** Distinct within its group. */
  id: string;
  label: string;
  /** Set when the label is content and not interface. */
  language?: Language | undefined;
  detail?: string | undefined;
  /** More text to find it by, e.g. the names in the other languages. */
  searchText?: string | undefined;
  /** Called when the palette has closed and the focus is back where it was. */
  run: () => void;
}

interface Contribution {
  group: PaletteGroup;
  read: () => readonly PaletteEntry[];
}
const contributions = new Set<Contribution>();

/** Adds entries to the palette while the component is mounted; they are read when the palette is open. */
export function usePaletteEntries(group: PaletteGroup, entries: readonly PaletteEntry[]): void {
  const latest = useRef(entries);
  useEffect(() => {
    latest.current = entries;
  });
  useEffect(() => {
    const contribution = { group, read: () => latest.current };
    contributions.add(contribution);
    return () => void contributions.delete(contribution);
  }, [group]);
}

export function contributedEntries(group: PaletteGroup): PaletteEntry[] {
  return [...contributions].filter((one) => one.group === group).flatMap((one) => one.read());
}

/** What was chosen last, the newest first. Kept as long as the page: names of records have no place in a profile. */
const recent: string[] = [];
const mostRecent = 6;

export function rememberChoice(key: string): void {
  const known = recent.indexOf(key);
  if (known !== -1) recent.splice(known, 1);
  recent.unshift(key);
  recent.splice(mostRecent);
}

export const recentChoices = (): readonly string[] => recent;
