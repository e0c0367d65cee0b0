/** Russian patronymics (standards, B4): -ович, -евич, -ич; -овна, -евна, -ична, -инична; Turkic оглы, кызы. */
const cyrillicPatronymic = /(?:[оеё]вич|[ьнм]ич|кич|тич|[оеё]вна|[иы]нична|[кт]ична|инишна)$/u;
const latinPatronymic =
  /(?:[oeë][vw](?:ich|itch|itsch|ič|ic|icz|itš)|[oeë][vw]na|inichna|inična|initchna|initschna|ini[ck]na)$/u;
const shortPatronymic =
  /^(?:ильич|кузьмич|лукич|фомич|никитич|саввич|(?:il['’ʹ]?[yi]?|luk|fom|kuz['’ʹ]?m|nikit|savv)i(?:ch|tch|tsch|č))$/u;

/** The word after a father's name in Azerbaijani and other Turkic patronymics. */
const turkicPatronymic = /^(?:оглы|оглу|улы|уулу|кызы|кизи|ogly|oglu|oghlu|uly|uulu|kyzy|kizi|gyzy|qizi)$/u;

export const isTurkicPatronymic = (folded: string): boolean => turkicPatronymic.test(folded);

/** Whether a word looks like a patronymic; some surnames do too (Абрамович), so that position decides. */
export function looksLikePatronymic(word: string): boolean {
  const lower = word.normalize('NFC').toLowerCase();
  if (/^\p{Script=Cyrillic}+$/u.test(lower)) return cyrillicPatronymic.test(lower) || shortPatronymic.test(lower);
  return (lower.length > 5 && latinPatronymic.test(lower)) || shortPatronymic.test(lower);
}

/** -овна, -евна, -инична: no surname ends so. */
export const looksFeminine = (folded: string): boolean =>
  /(?:вна|чна|шна|[vw]na|[cčk]na|chna|kyzy|кызы)$/u.test(folded);

/** Ivanova, Ivanov where a patronymic is expected: probably Ivanovna, Ivanovich (seed: «Orlova Marina Ivanova»). */
export const looksLikeCutPatronymic = (folded: string): boolean => /(?:[ое]ва?|[oe][vw]a?)$/u.test(folded);

const suffixes = /(?:[oe]v(?:i[CQkS]|na)|i(?:nicna|niCna|niQna|nikna|C))$/u;

/** The father's name in a patronymic's sound keys, without the ending: «Ивановна» and Ivanovich give ivan. */
export const fatherKeys = (keys: readonly string[]): string[] => keys.map((key) => key.replace(suffixes, ''));
