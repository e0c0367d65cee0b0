import { createStore, type Store } from '../../../app/store.ts';
import type { RowField } from './row-field.ts';

/** A person is being named in a text: the list of people is open at the caret. */
export interface Mention {
  field: RowField;
  /** Where the name begins; with its @, if there is one. */
  start: number;
  hasSign: boolean;
  /** What is typed of the name so far. */
  query: string;
}

export const mention: Store<Mention | null> = createStore<Mention | null>(null);

export const closeMention = (): void => mention.set(null);

const sign = /[@＠]/u;
/** Nobody's name is longer; behind that the list was not meant. */
const longestName = 60;

/** After an input: opens the list behind an @, follows what is typed of the name, closes it when the caret has left. */
export function followMention(field: RowField, isInsertion: boolean): void {
  const { area } = field;
  const open = mention.get();
  const caret = area.selectionStart;
  if (open?.field.area !== area) {
    // Read from the value: on a Russian layout and with input methods no key says @. An address has a letter before it.
    const isSign =
      isInsertion && sign.test(area.value.charAt(caret - 1)) && !/[\w.]/u.test(area.value.charAt(caret - 2));
    if (isSign) mention.set({ field, start: caret - 1, hasSign: true, query: '' });
    return;
  }
  const from = open.start + (open.hasSign ? 1 : 0);
  const query = area.value.slice(from, caret);
  const isLeft = caret < from || query.length > longestName || query.includes('\n');
  const isSignGone = open.hasSign && !sign.test(area.value.charAt(open.start));
  mention.set(isLeft || isSignGone ? null : { ...open, query });
}

/** Opens the list at the caret without an @ (Mod+I). */
export function openMention(field: RowField): void {
  mention.set({ field, start: field.area.selectionStart, hasSign: false, query: '' });
}
