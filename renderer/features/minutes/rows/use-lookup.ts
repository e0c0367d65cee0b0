import { useRef, useState } from 'react';
import type { LookupItem, LookupKind } from '#shared/contract/lookup.ts';
import { api } from '../../../app/api.ts';
import { foldText } from '../../../app/fold-text.ts';
import { useLive } from '../live/context.ts';
import type { MinutesState } from '../model/types.ts';

const shownItems = 9;
const longestQuery = 200;

export interface Lookup {
  /** The answer to the newest question; null before there is one. */
  items: readonly LookupItem[] | null;
  /** Asks; answers with what was found, null when a newer question has been asked meanwhile. */
  ask: (text: string) => Promise<readonly LookupItem[] | null>;
  /** What is found for the newest question, also when the field has been emptied or given up meanwhile. */
  answer: () => Promise<readonly LookupItem[]>;
  /** Whether `items` answer the newest question. */
  isAnswered: () => boolean;
  /** Shows nothing any more; who waits for the answer that is under way gets it all the same. */
  forget: () => void;
}

/** Finds people and bodies while their names are typed. Answers that come late are left out. */
export function useLookup(kinds: readonly LookupKind[], accepts: (item: LookupItem) => boolean = () => true): Lookup {
  const { session } = useLive();
  const [items, setItems] = useState<readonly LookupItem[] | null>(null);
  const asked = useRef(0);
  const answered = useRef(0);
  const forgotten = useRef(0);
  const underWay = useRef<Promise<readonly LookupItem[]>>(Promise.resolve([]));

  const ask = async (typed: string): Promise<readonly LookupItem[] | null> => {
    const number = (asked.current += 1);
    const text = typed.trim().slice(0, longestQuery);
    underWay.current = api.lookup
      .find({ meetingId: session.meetingId, text, kinds: [...kinds], limit: shownItems })
      // While the back end is away, those who attend can still be named.
      .catch(() => (kinds.includes('attendance') ? findAttending(session.state.get(), text) : []))
      .then((all) => all.filter(accepts));
    const found = await underWay.current;
    if (number !== asked.current) return null;
    if (number === forgotten.current) return found;
    answered.current = number;
    setItems(found);
    return found;
  };
  const forget = () => {
    forgotten.current = asked.current;
    setItems(null);
  };
  return {
    items,
    ask,
    answer: () => underWay.current,
    isAnswered: () => answered.current === asked.current && forgotten.current !== asked.current,
    forget,
  };
}

/** Has the back end read the names of the register before the first is typed, when the screen has come to rest. */
export function prepareLookup(meetingId: string): void {
  requestIdleCallback(() => {
    api.lookup.find({ meetingId, text: '', kinds: ['attendance', 'person'], limit: 1 }).catch(() => {
      // Whoever types a name asks again.
    });
  });
}

/** Those of the meeting with a name in which every typed word begins a word. */
function findAttending({ attendance }: MinutesState, typed: string): LookupItem[] {
  const wanted = foldText(typed).split(/\s+/u);
  return attendance
    .filter((row) => {
      const words = Object.values(row.name).flatMap((name) => foldText(name).split(/[\s,.]+/u));
      return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
    })
    .slice(0, shownItems)
    .map((row) => ({
      kind: 'attendance',
      id: row.id,
      personId: row.personId,
      name: row.name,
      detail: row.organization,
      presence: row.presence,
    }));
}
