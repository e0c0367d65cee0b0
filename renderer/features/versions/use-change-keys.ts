import { type RefObject, useRef, useState } from 'react';
import { useCommand } from '../../app/commands.ts';

export interface ChangeKeys {
  /** Holds the rows; those that differ have `data-change`. */
  box: RefObject<HTMLDivElement | null>;
  /** Of the change that was gone to last, from 0. */
  place: number | null;
  next: () => void;
  previous: () => void;
}

/** F8 and Shift+F8 go from change to change, round and round. */
export function useChangeKeys(count: number): ChangeKeys {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<number | null>(null);

  const go = (step: 1 | -1) => {
    const changes = [...(box.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    if (changes.length === 0) return;
    const focused = changes.findIndex((change) => change.contains(document.activeElement));
    const from = focused >= 0 ? focused : (place ?? (step === 1 ? -1 : 0));
    const index = (from + step + changes.length) % changes.length;
    changes[index]?.focus();
    changes[index]?.scrollIntoView({ block: 'nearest' });
    setPlace(index);
  };
  const next = () => go(1);
  const previous = () => go(-1);
  useCommand('changes.next', next, { isEnabled: count > 0 });
  useCommand('changes.previous', previous, { isEnabled: count > 0 });

  return { box, place: place !== null && place < count ? place : null, next, previous };
}
