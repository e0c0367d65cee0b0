import type { Script } from '../language.ts';
import type { NameScheme, SuggestedForm } from '../name-match.ts';
import { guessCyrillic } from './cyrillic-guess.ts';
import type { NameWord } from './name-word.ts';
import { toPalladius } from './palladius.ts';
import { type AnalysedName, analyseName, type NameInput } from './parse.ts';
import { isSurnameLike, type WesternReading } from './parse-western.ts';
import type { ChineseReading } from './parse-chinese.ts';
import { looksFeminine } from './patronymics.ts';
import { joinPinyin } from './pinyin.ts';
import { isChineseSurname } from './surnames-han.ts';
import { latinSchemes, toLatin } from './russian-latin.ts';
import { transcribeRussian } from './russian-han.ts';

type Gender = '' | 'f' | 'm';

const maximumForms = 12;

/**
 * Spellings of a name in another script for a person to confirm, best first; none where nothing but a guess without
 * ground could be made, above all no characters from pinyin. Confidence is 1 only where the system leaves no choice.
 */
export function suggestForms(name: NameInput, script: Script, options: { gender?: Gender } = {}): SuggestedForm[] {
  const analysed = analyseName(name);
  const forms =
    analysed.transcription.length > 1 || isWadeGiles(analysed)
      ? []
      : analysed.isChinese
        ? suggestChinese(analysed, script)
        : suggestRussian(analysed, script, options.gender ?? '');
  const unique = new Map<string, SuggestedForm>();
  for (const form of forms) if (!unique.has(form.text)) unique.set(form.text, form);
  return [...unique.values()].slice(0, maximumForms);
}

/** Wade-Giles leaves several readings open (standards, B7): nothing is suggested from it. */
const isWadeGiles = ({ wadeGiles, isChinese }: AnalysedName): boolean =>
  !isChinese && wadeGiles?.family.some((key) => isChineseSurname(key.split(' '))) === true;

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function suggestChinese({ chinese }: AnalysedName, script: Script): SuggestedForm[] {
  if (script === 'han') return [];
  const forms: SuggestedForm[] = [];
  const readings = chinese.readings.filter(({ script: from, initials }) => from !== script && initials === '');
  for (const reading of readings) {
    const ambiguity = chinese.isCertain ? 1 : 0.7;
    pairs(reading).forEach(([family, given], index) => {
      const confidence = Math.round(ambiguity * (index === 0 ? firstConfidence(reading) : 0.5 / index) * 100) / 100;
      const [familyText, givenText] =
        script === 'latin'
          ? [joinPinyin(family), joinPinyin(given)]
          : [capitalize(toPalladius(family)), capitalize(toPalladius(given))];
      forms.push(compose(familyText, givenText, '', script === 'latin' ? 'pinyin' : 'palladius', confidence));
    });
  }
  return forms.sort((a, b) => b.confidence - a.confidence);
}

/** Family and given readings, the likeliest together first; readings of a polyphone one at a time. */
function pairs({ family, given }: ChineseReading): [string[], string[]][] {
  const split = (keys: readonly string[]): string[][] => keys.slice(0, 3).map((key) => key.split(' '));
  const [families, givens] = [split(family.exact), split(given.exact)];
  return families
    .flatMap((one, i) => givens.map((other, j): [number, [string[], string[]]] => [i * 2 + j, [one, other]]))
    .sort(([a], [b]) => a - b)
    .map(([, pair]) => pair);
}

/** Characters are read by a dictionary, which names do not always follow; a spelling with one cut is certain. */
const firstConfidence = ({ script, family, given }: ChineseReading): number => {
  const isOnly = family.exact.length === 1 && given.exact.length === 1;
  if (script === 'han') return isOnly ? 0.98 : 0.9;
  return isOnly ? 1 : 0.9;
};

function compose(
  family: string,
  given: string,
  patronymic: string,
  scheme: NameScheme,
  confidence: number,
): SuggestedForm {
  const text = [family, given, patronymic].filter((part) => part !== '').join(' ');
  return { text, family, given, patronymic, scheme, confidence };
}

function suggestRussian(name: AnalysedName, script: Script, gender: Gender): SuggestedForm[] {
  const [reading] = name.western.readings;
  const from = name.words[0]?.script;
  if (reading === undefined || !isRussian(reading) || from === script || (from !== 'latin' && from !== 'cyrillic'))
    return [];
  const ambiguity = name.western.isCertain ? 1 : 0.7;
  const parts = [
    reading.family,
    reading.given ?? reading.initials[0],
    reading.patronymic ?? reading.initials[reading.given === undefined ? 1 : 0],
  ];
  const [family = '', given = '', patronymic = ''] = parts.map((word) => (word === undefined ? '' : cyrillicOf(word)));
  if (script === 'cyrillic')
    return [compose(family, given, patronymic, 'icao_9303', Math.round(0.8 * ambiguity * 100) / 100)];
  if (script === 'latin') {
    return latinSchemes.map((scheme, index) => {
      const [a, b, c] = [family, given, patronymic].map((part) => toLatin(part, scheme));
      return compose(
        a ?? '',
        b ?? '',
        c ?? '',
        scheme,
        Math.round((index === 0 ? 0.9 : 0.6 - index * 0.05) * ambiguity * 100) / 100,
      );
    });
  }
  return suggestTranscription(
    reading,
    { family, given, patronymic },
    gender,
    from === 'latin' ? 0.6 * ambiguity : ambiguity,
  );
}

/** Something Russian about it: the script, a given name, a patronymic, the ending of the family name. */
const isRussian = ({ family, given, patronymic }: WesternReading): boolean =>
  family?.script === 'cyrillic' ||
  given?.given !== undefined ||
  patronymic !== undefined ||
  (family !== undefined && isSurnameLike(family));

const cyrillicOf = (word: NameWord): string =>
  word.script === 'latin' ? guessCyrillic(word) : word.isInitial ? `${word.raw.toUpperCase()}.` : word.raw;

/** given·patronymic·family as Xinhua prints it (standards, B6); initials cannot be transcribed. */
function suggestTranscription(
  reading: WesternReading,
  words: { family: string; given: string; patronymic: string },
  asked: Gender,
  certainty: number,
): SuggestedForm[] {
  if (reading.initials.length > 0) return [];
  const gender = asked || genderOf(reading);
  const roles = ['family', 'given', 'patronymic'] as const;
  const forms = roles.map((role) => (words[role] === '' ? [] : transcribeRussian(words[role], { role, gender })));
  if (roles.some((role, index) => words[role] !== '' && forms[index]?.length === 0)) return [];
  const [families = [], givens = [], patronymics = []] = forms;
  const best = (list: typeof families) => list[0];
  const build = (family: (typeof families)[number] | undefined): SuggestedForm => {
    const chosen = [best(givens), best(patronymics), family].filter((form) => form !== undefined);
    return {
      text: chosen.map(({ text }) => text).join('\u00b7'),
      family: family?.text ?? '',
      given: best(givens)?.text ?? '',
      patronymic: best(patronymics)?.text ?? '',
      scheme: 'gb_t_17693',
      confidence: Math.round(Math.min(...chosen.map(({ confidence }) => confidence)) * certainty * 100) / 100,
    };
  };
  return families.length === 0 ? [build(undefined)] : families.map(build);
}

function genderOf({ given, patronymic }: WesternReading): Gender {
  if (patronymic !== undefined) return looksFeminine(patronymic.folded) ? 'f' : 'm';
  return given?.given?.gender ?? '';
}
