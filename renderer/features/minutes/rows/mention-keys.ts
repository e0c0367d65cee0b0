import type { KeyboardEvent } from 'react';

/** Takes a key while the list of people is open; true when it was meant for the list. */
type KeyTaker = (event: KeyboardEvent) => boolean;

let taker: KeyTaker | null = null;

export function takeMentionKeys(take: KeyTaker): () => void {
  taker = take;
  return () => {
    if (taker === take) taker = null;
  };
}

export const pressMentionKey = (event: KeyboardEvent): boolean => taker?.(event) ?? false;
