import { useEffect, useState } from 'react';
import { afterComposition } from './composition.ts';

const usualMs = 400;

/**
 * A value that follows what is being typed at a distance: when it has been still for `stillMs` and no input method is
 * composing. For aids that ask the back end about a half-typed name.
 */
export function useSettled(value: string, stillMs: number = usualMs): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(
      () =>
        afterComposition(() => {
          if (!isStale) setSettled(value);
        }),
      stillMs,
    );
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [value, stillMs]);
  return settled;
}
