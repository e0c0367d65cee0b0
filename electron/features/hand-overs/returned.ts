import { limits } from '#shared/contract/fields.ts';
import { cleanText } from '#shared/domain/clean-text.ts';
import { cleanHeading } from '../translations/index.ts';
import type { HandedText } from './repository.ts';

/**
 * A translation as it came back, as the minutes would keep it; undefined when it is longer than they can. What was
 * handed over and not touched is exactly what it was, down to blanks at its ends.
 */
export function cleanReturned(
  text: string,
  handed: Pick<HandedText, 'kind' | 'source' | 'target'>,
): string | undefined {
  const kept = keepHyphens(text, handed);
  if (squeeze(kept) === squeeze(handed.target)) return handed.target;
  const plain = cleanText(kept).trim();
  if (handed.kind === 'entry') return plain.length > limits.text ? undefined : plain;
  return cleanHeading(handed.kind, plain);
}

/** The source as it came back; as it was handed over unless words or signs differ. */
export function cleanSource(text: string, handed: Pick<HandedText, 'source' | 'target'>): string {
  const kept = cleanText(keepHyphens(text, handed));
  return squeeze(kept) === squeeze(handed.source) ? handed.source : kept.trim();
}

/** Where a word may be parted is a matter of the page that it was written on, unless the text came with it. */
function keepHyphens(text: string, { source, target }: Pick<HandedText, 'source' | 'target'>): string {
  return `${source}${target}`.includes('\u00AD') ? text : text.replaceAll('\u00AD', '');
}

const squeeze = (text: string): string => text.replace(/[ \t]*\n[ \t]*/gu, '\n').trim();
