import { simplifyHan } from './han.ts';
import { foldWord, normalizeName, scriptOfWord, type WordScript } from './spelling.ts';

/** A word of an organisation's name. */
export interface OrganizationWord {
  /** Lower case, without accents. */
  folded: string;
  /** Without its ending, so that cases and plurals agree: академии, академия. */
  stem: string;
  /** Capitals all through: an abbreviation inside the name, RAS. */
  isAcronym: boolean;
}

/** A name in one script without legal form and small words. */
export interface OrganizationName {
  text: string;
  script: WordScript;
  /** Latin and Cyrillic names; empty for Han. */
  words: OrganizationWord[];
  /** Simplified characters of a Han name without its legal form. */
  han: string;
}

const legalForms = [
  // Russian forms of the Civil Code, chapter 4, and of state institutions, in full and abbreviated
  /федеральн\p{L}+ государственн\p{L}+ (?:бюджетн|автономн|казенн|унитарн)\p{L}+ (?:(?:образовательн|научн)\p{L}+ )?(?:учреждени|предприяти)\p{L}+(?: науки)?(?: высшего образования)?/gu,
  /обществ\p{L}+ с ограниченной ответственностью|(?:публичн|непубличн|закрыт|открыт)?\p{L}* ?акционерн\p{L}+ обществ\p{L}+/gu,
  /(?<!\p{L})(?:ооо|ао|пао|зао|оао|нао|фгбун|фгбу|фгбоу|фгаоу|фгаун|фгуп|фгку|гуп|муп|гбоу|гбу|ано|нко|нп|ип|во|впо)(?!\p{L})/gu,
  // English and other forms
  /(?<!\p{L})(?:(?:public |open |closed |private )?joint[ -]stock company|limited liability company|co\.? ?,? ?ltd|company limited|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|jsc|ojsc|pjsc|cjsc|ooo|oao|pao|zao|gmbh|s\.?a|ag)(?!\p{L})\.?/gu,
];
const hanLegalForms = /(?:股份有限公司|有限责任公司|有限公司|总公司|公司)$/u;
const smallWords = new Set(
  'of the for and in at on under to a an by и в на по при для с г им имени named after de la des du et und für'.split(
    ' ',
  ),
);
const synonyms = new Map([
  ['center', 'centre'],
  ['st', 'saint'],
  ['sankt', 'saint'],
  ['univ', 'university'],
  ['inst', 'institute'],
  ['acad', 'academy'],
  ['dept', 'department'],
  ['technological', 'technology'],
  ['prc', 'china'],
  ['russia', 'russian'],
  ['ун', 'университет'],
  ['ин', 'институт'],
]);
/** An institution's words of honour come behind these and are left out of abbreviations. */
const honourMark = /(?:^|\s)(?:имени|им\.?|named after)\s.*$/iu;

const adjective = /(?:ого|его|ому|ему|ыми|ими|[ыи]й|ой|[ая]я|ое|ее|[ыи]е|[ыи]х|[ую]ю|[ыи]м)$/u;
const noun = /(?:иями|иях|ией|ием|ами|ями|иям|ия|ии|ию|ие|ах|ях|ов|ев|ей|ам|ям|ом|ем|[аяоеиыуюьй])$/u;
const minimumStem = 4;

/** Enough of a stem that the cases of a word agree; not a dictionary. */
function stemWord(folded: string): string {
  if (/^[а-я]+$/u.test(folded)) {
    for (const ending of [adjective, noun]) {
      const stem = folded.replace(ending, '');
      if (stem !== folded && stem.length >= minimumStem) return stem;
    }
    return folded;
  }
  const known = synonyms.get(folded) ?? folded;
  return known.length > 4 && !known.endsWith('ss') ? known.replace(/(?<=[^s])s$/u, '') : known;
}

/** A name without «имени …», as abbreviations take it. */
export const withoutHonour = (text: string): string => text.replace(honourMark, '');

export function readOrganizationName(text: string): OrganizationName {
  const line = normalizeName(text)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/["“”«»„‘’]/gu, '')
    .trim();
  const script = scriptOfWord(line);
  if (script === 'han') {
    const han = simplifyHan(line.replace(/[^\p{Script=Han}\p{N}A-Za-z]/gu, ''));
    return { text, script, words: [], han: han.replace(hanLegalForms, '') || han };
  }
  const source = line.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const acronyms = new Set(source.filter(isAcronymWord).map(foldWord));
  const isShouted = source.length > 2 && source.every((word) => word === word.toUpperCase());
  const bare = legalForms.reduce((rest, form) => rest.replace(form, ' '), line.toLowerCase().replaceAll('ё', 'е'));
  const folded = (bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .map(foldWord)
    .filter((word) => word !== '' && !smallWords.has(word));
  // A name that is nothing but a legal form keeps it.
  const kept = folded.length > 0 ? folded : source.map(foldWord);
  return {
    text,
    script,
    han: '',
    words: kept.map((word) => ({ folded: word, stem: stemWord(word), isAcronym: !isShouted && acronyms.has(word) })),
  };
}

const isAcronymWord = (word: string): boolean =>
  word.length > 1 &&
  word.length < 9 &&
  (word.match(/\p{Lu}/gu)?.length ?? 0) * 2 > word.length &&
  !/^\p{N}+$/u.test(word);

/** Abbreviations that a name carries in brackets: «… Research Institute (JITRI)». */
export const bracketed = (text: string): string[] =>
  [...text.matchAll(/[(（]([^)）]{2,20})[)）]/gu)].map(([, inner = '']) => inner);

/** Whether the whole text is an abbreviation: JITRI, СПбНЦ РАН. */
export const isAbbreviation = (text: string): boolean => {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.length < 4 && words.every(isAcronymWord);
};
