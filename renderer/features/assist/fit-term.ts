const han = /\p{Script=Han}/u;
const inWord = /[\p{L}\p{N}]/u;
/** After these a word follows without a space: brackets and quotation marks that open, hyphens, spaces. */
const opens = /[\s\p{Ps}\p{Pi}\p{Pd}/"']$/u;
const fullWidth = /[\u3000-\u303F\uFF00-\uFFEF]/u;

/** A term with the spaces that keep it apart from what stands around the caret. Chinese has none. */
export function fitTerm(term: string, before: string, after: string): string {
  const last = before.slice(-1);
  const next = after.charAt(0);
  const isApart = (sign: string) => sign === '' || han.test(sign) || fullWidth.test(sign);
  const lead = isApart(last) || han.test(term.charAt(0)) || opens.test(last) ? '' : ' ';
  const trail = isApart(next) || han.test(term.slice(-1)) || !inWord.test(next) ? '' : ' ';
  return lead + term + trail;
}
