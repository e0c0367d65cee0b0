import type { DiffPart } from '#shared/contract/versions.ts';
import type { Language } from '#shared/domain/language.ts';
import { diffWords } from '#shared/domain/versions/diff-words.ts';

/** So much of what stayed is shown on each side of a change, in UTF-16 units. */
const around = 40;

/** What changed from one text to another, with the words around each change; long stretches that stayed are left out. */
export function changesInShort(before: string, after: string, language: Language): DiffPart[] {
  const parts = diffWords(before, after, language);
  return parts.map((part, index) =>
    part.kind === 'same' ? { ...part, text: shorten(part.text, index === 0, index === parts.length - 1) } : part,
  );
}

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? '' : cutEnd(text.slice(0, around));
  const tail = isLast ? '' : cutStart(text.slice(-around));
  const kept = head.length + tail.length;
  return text.length <= kept + around ? text : `${head}…${tail}`;
}

/** Up to the last space, so that no word is cut; a text without spaces is cut anywhere but inside a character. */
function cutEnd(text: string): string {
  const at = text.search(/\s\S*$/u);
  return at > 0 ? text.slice(0, at + 1) : whole(text);
}

function cutStart(text: string): string {
  const at = text.search(/\s/u);
  return at >= 0 && at < text.length - 1 ? text.slice(at) : whole(text);
}

/** Half a character at an edge goes. */
const whole = (text: string): string => (text.isWellFormed() ? text : text.replace(/\p{Cs}/gu, ''));
