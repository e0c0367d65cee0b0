import { useEffect, useState } from 'react';
import { afterComposition } from './composition.ts';

const settlingMs = 400;

/**
 * A value that follows what is being typed at a distance: when it has been still for 400 ms and no input method is
 * composing. For aids that ask the back end about a half-typed name.
 */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(
      () =>
        afterComposition(() => {
          if (!isStale) setSettled(value);
        }),
      settlingMs,
    );
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
