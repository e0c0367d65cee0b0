import { createContext, useContext } from 'react';
import type { Adding } from '../people/use-adding.ts';

/** What all rows need and what is too dear to be made for each of them. */
export const RowToolsContext = createContext<Adding | null>(null);

export function useRowTools(): Adding {
  const tools = useContext(RowToolsContext);
  if (tools === null) throw new Error('outside of the rows');
  return tools;
}
