import type { Line } from '../statistics.ts';
import { benchGlossary } from './glossary.ts';
import { benchMemory } from './memory.ts';
import { benchWorkbench } from './workbench.ts';

/** Review and translation: the glossary, the memory and the grid of texts. */
export async function benchTranslations(): Promise<Line[]> {
  return [...(await benchGlossary()), ...(await benchMemory()), ...(await benchWorkbench())];
}
