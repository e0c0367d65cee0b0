import { type ClipboardEvent, createContext, useContext, useMemo } from 'react';
import { type Adding, useAdding } from '../people/use-adding.ts';
import { type RowWords, useRowWords } from './row-words.ts';
import type { RowField } from './typing.ts';
import { usePaste } from './use-paste.ts';

/** What all rows need and what is too dear to be made for each of them. */
export interface RowTools extends Adding {
  words: RowWords;
  paste: (event: ClipboardEvent, field: RowField) => void;
}

export const RowToolsContext = createContext<RowTools | null>(null);

export function useRowTools(): RowTools {
  const tools = useContext(RowToolsContext);
  if (tools === null) throw new Error('outside of the rows');
  return tools;
}

export function useMakeRowTools(): RowTools {
  const adding = useAdding();
  const paste = usePaste();
  const words = useRowWords();
  return useMemo(() => ({ ...adding, paste, words }), [adding, paste, words]);
}
