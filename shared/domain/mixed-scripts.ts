/** A word that looks like one script and holds letters of another, e.g. a Cyrillic «а» in a Latin name. */
export interface MixedWord {
  word: string;
  /** Offset of the first letter that does not belong, in UTF-16 units from the start of the text. */
  offset: number;
  letter: string;
}

const scriptTests = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u];

/**
 * Words in which letters of two scripts stand together (Unicode UTS 39, section 5.1, mixed-script detection, narrowed
 * to the three scripts in use here). Such a name is kept as it was typed and flagged: it looks right and is never found.
 */
export function findMixedWords(text: string): MixedWord[] {
  const found: MixedWord[] = [];
  if (scriptTests.filter((test) => test.test(text)).length < 2) return found;
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const letters = Array.from(match[0]);
    const counts = scriptTests.map((test) => letters.filter((letter) => test.test(letter)).length);
    const main = counts.indexOf(Math.max(...counts));
    let offset = match.index;
    for (const letter of letters) {
      if (scriptTests.some((test, index) => index !== main && test.test(letter))) {
        found.push({ word: match[0], offset, letter });
        break;
      }
      offset += letter.length;
    }
  }
  return found;
}
