import { useMemo } from 'react';
import type { TextPlace } from '#shared/contract/translations.ts';
import { afterComposition } from '../../app/composition.ts';
import type { Store } from '../../app/store.ts';
import type { Workbench } from '../assist/index.ts';
import { focusText } from './cells/places.ts';
import { keyOf, placeKey, translatedOf } from './model/lines.ts';
import type { Review } from './model/review.ts';
import type { ReviewWords } from './words.ts';

/** What the grid offers to the pane beside it. */
export function useWorkbench(
  review: Review,
  { nameOf }: ReviewWords,
  isReadOnly: boolean,
  checks: Store<number>,
): Workbench {
  return useMemo(() => {
    const { session } = review;
    const write = (place: TextPlace, change: (area: HTMLTextAreaElement) => { text: string; caret: number }) => {
      if (isReadOnly) return;
      const before = review.place.get();
      const isHere = before !== null && placeKey(before) === placeKey(place);
      const area = focusText(review, place, isHere ? 'kept' : 'end');
      if (area === null) return;
      afterComposition(() => {
        const { text, caret } = change(area);
        area.value = text;
        area.setSelectionRange(caret, caret);
        area.scrollIntoView({ block: 'nearest' });
        // A step of its own, which undo takes back.
        void review.buffer(place).replace(text);
      });
    };
    return {
      meetingId: session.meetingId,
      place: review.place,
      isReadOnly,
      checks,
      sourceLanguageOf: (reference) => translatedOf(session.state.get(), reference)?.sourceLanguage ?? 'en',
      nameOf(reference) {
        const line = review.lines.get().find(({ key }) => key === keyOf(reference));
        return line === undefined ? '' : nameOf(line);
      },
      textOf: (place) => review.buffer(place).text(),
      insert: (place, text) =>
        write(place, ({ value, selectionStart, selectionEnd }) => ({
          text: value.slice(0, selectionStart) + text + value.slice(selectionEnd),
          caret: selectionStart + text.length,
        })),
      put: (place, text) => write(place, () => ({ text, caret: text.length })),
      jump: (place, range) => void focusText(review, place, range ?? 'end'),
    };
  }, [review, nameOf, isReadOnly, checks]);
}
