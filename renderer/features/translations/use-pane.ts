import { type KeyboardEvent, useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { isComposingKey } from '../../app/composing-key.ts';
import { notifyError } from '../../app/notify.ts';
import { focusText } from './cells/places.ts';
import type { Review } from './model/review.ts';

export interface Pane {
  isShown: boolean;
  show: () => void;
  toggle: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Glossary, memory and findings beside the texts; where there is no room they open over them when they are asked for. */
export function usePane(isRemembered: boolean, isNarrow: boolean, review: Review): Pane {
  const [isWanted, setWanted] = useState(isRemembered);
  const [isAsked, setAsked] = useState(false);
  const isShown = isNarrow ? isAsked : isWanted;

  const set = (isOn: boolean) => {
    if (isOn === isShown) return;
    const isInside = document.activeElement?.closest('[data-review-pane]') !== null;
    if (isNarrow) setAsked(isOn);
    else {
      setWanted(isOn);
      api.settings.update({ reviewPane: isOn }).catch(notifyError);
    }
    // The focus would fall out of the page with the pane that has it.
    const place = review.place.get();
    if (!isOn && isInside && place !== null) focusText(review, place, 'kept');
  };
  const toggle = () => set(!isShown);
  useCommand('view.rightPane', toggle);
  return {
    isShown,
    show: () => set(true),
    toggle,
    onKeyDown(event) {
      // A dialog that was opened from the pane stands elsewhere in the page.
      if (!isNarrow || event.key !== 'Escape' || event.defaultPrevented || isComposingKey(event)) return;
      if (!event.currentTarget.contains(event.target as Node)) return;
      event.preventDefault();
      set(false);
    },
  };
}
