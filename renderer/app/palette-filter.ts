import { switchLayout } from '#shared/domain/keyboard-layout.ts';
import { foldText } from './fold-text.ts';

/** How well a text answers; 0: not at all. */
function rankAs(query: string, text: string): number {
  const words = query.split(/\s+/u).filter(Boolean);
  if (words.length === 0 || !words.every((word) => text.includes(word))) return 0;
  if (text.startsWith(query)) return 4;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 3 : 2;
}

/**
 * How well any of the texts answers what was typed; 0: not at all. Every word has to stand in one text. Case, width,
 * accents and ё do not count; what was typed on the Latin layout is also read as on the Russian one, and the other way.
 */
export function rankTexts(typed: string, texts: readonly string[]): number {
  const query = foldText(typed).trim();
  const folded = texts.map(foldText);
  const best = Math.max(0, ...folded.map((text) => rankAs(query, text)));
  const other = switchLayout(typed);
  if (best > 0 || other === null) return best;
  return folded.some((text) => rankAs(foldText(other).trim(), text) > 0) ? 1 : 0;
}
