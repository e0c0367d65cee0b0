import { diffArrays } from 'diff';
import type { DiffPart } from '../../contract/versions.ts';
import type { Language } from '../language.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words with their inner marks, numbers, spaces, anything else by itself. */
const tokens = /[\p{L}\p{M}\p{N}]+(?:[-'’.,][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/**
 * What was taken out of a text and what was put in, in whole words. `same` and `removed` together are the older text,
 * `same` and `added` the newer one, to the letter.
 */
export function diffWords(before: string, after: string, language: Language): DiffPart[] {
  const parts: DiffPart[] = diffArrays(cut(before, language), cut(after, language)).map(
    ({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  return joinAcrossSpaces(parts);
}

function cut(text: string, language: Language): string[] {
  return language === 'zh' ? Array.from(segmenter.segment(text), ({ segment }) => segment) : (text.match(tokens) ?? []);
}

/** «one two» for «three four»: a space that happens to be in both does not make two changes of one. */
function joinAcrossSpaces(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed !== '' && added !== '' && text.trim() === '' && isReplaced(parts, index)) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/** Both what follows and what goes before is a change. */
const isReplaced = (parts: readonly DiffPart[], index: number): boolean => {
  const next = parts[index + 1];
  const afterNext = parts[index + 2];
  return next !== undefined && next.kind !== 'same' && afterNext !== undefined && afterNext.kind !== 'same';
};
