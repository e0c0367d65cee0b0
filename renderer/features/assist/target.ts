import { useEffect, useState } from 'react';
import type { TextPlace } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { onChange } from '../../app/changes.ts';
import { afterComposition } from '../../app/composition.ts';
import { useStore } from '../../app/store.ts';
import type { Workbench } from './workbench.ts';

const quietMs = 400;

/** What the pane speaks about: the text where the caret is, and the one that it translates. */
export interface Target {
  place: TextPlace;
  source: Language;
  /** The caret is in the source itself: there is nothing to take over. */
  isSource: boolean;
  sourceText: string;
  text: string;
}

export function targetOf(workbench: Workbench): Target | null {
  const place = workbench.place.get();
  if (place === null) return null;
  const { kind, id, language } = place;
  const source = workbench.sourceLanguageOf({ kind, id });
  return {
    place,
    source,
    isSource: language === source,
    sourceText: workbench.textOf({ kind, id, language: source }),
    text: workbench.textOf(place),
  };
}

/**
 * The same as it was when typing last came to rest: it follows the caret at once, what is typed at a distance, and what
 * other windows and undo do.
 */
export function useTarget(workbench: Workbench): Target | null {
  const place = useStore(workbench.place);
  const [, setReadings] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = () => {
      clearTimeout(timer);
      timer = setTimeout(() => afterComposition(() => setReadings((count) => count + 1)), quietMs);
    };
    document.addEventListener('input', readAgain, { capture: true });
    const stop = onChange(readAgain);
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener('input', readAgain, { capture: true });
    };
  }, []);
  return place && targetOf(workbench);
}
