import type { TextPlace } from '#shared/contract/translations.ts';
import { fitTerm } from './fit-term.ts';
import type { Workbench } from './workbench.ts';

/** The field of a text that had the focus last: a button of the pane takes it away, but not the caret. */
let lastField: HTMLTextAreaElement | null = null;
document.addEventListener(
  'focusin',
  ({ target }) => {
    if (target instanceof HTMLTextAreaElement) lastField = target;
  },
  { capture: true },
);

/** Inserts a term at the caret, apart from the words around it. */
export function insertTerm(workbench: Workbench, place: TextPlace, term: string): void {
  const field = lastField;
  const isOfPlace = field?.isConnected === true && field.value === workbench.textOf(place);
  workbench.insert(
    place,
    isOfPlace ? fitTerm(term, field.value.slice(0, field.selectionStart), field.value.slice(field.selectionEnd)) : term,
  );
}
