/**
 * Whether one insertion, deletion, substitution or swap of neighbours (Damerau 1964, restricted) turns one word into
 * the other. Equal words are not one edit apart.
 */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  );
}

/** The word and each word that leaves out one letter: two words one edit apart share one (SymSpell, Garbe 2012). */
export function deletions(word: string): string[] {
  const found = new Set([word]);
  for (let index = 0; index < word.length; index++) found.add(word.slice(0, index) + word.slice(index + 1));
  return [...found];
}
