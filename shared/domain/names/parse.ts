import { simplifyHan } from './han.ts';
import { hanTitles, type NameWord, readWords } from './name-word.ts';
import { readWadeGiles, type WadeGilesReading } from './parse-wade-giles.ts';
import { buildWestern, readWestern, type WesternReadings } from './parse-western.ts';
import { type ChineseReadings, readHanName, readHanText, readSyllableName } from './parse-chinese.ts';
import { findConventions } from './russian-fold.ts';
import { isPinyinSyllable } from './pinyin.ts';
import { splitTranscription } from './russian-han.ts';
import { normalizeName } from './spelling.ts';

/** A name as somebody wrote it: in one line, or in parts; `display` counts only where all parts are empty. */
export type NameInput = string | { family: string; given: string; patronymic: string; display?: string };

const maximumLength = 200;

/** Characters without an interpunct are a transcription from this length on; shorter, a Chinese name. */
const minimumTranscription = 4;

/** A name read once, for any number of comparisons. Readings are worked out when first asked for. */
export class AnalysedName {
  /** As written, in one line, family name first where parts were given. */
  readonly text: string;
  readonly words: readonly NameWord[];
  /** Folded words in the order written, and sorted: equal when only spelling habits, or the order too, differ. */
  readonly folded: string;
  readonly sorted: string;
  readonly #commaAfter: number;
  readonly #parts: NameParts | undefined;
  #western: WesternReadings | undefined;
  #chinese: ChineseReadings | undefined;
  #transcription: readonly string[] | undefined;
  #isChinese: boolean | undefined;
  #wadeGiles: WadeGilesReading | null | undefined;

  constructor(name: NameInput) {
    const parts = typeof name === 'string' ? undefined : clean(name);
    const line = typeof name === 'string' ? name : (name.display ?? '');
    this.text = parts === undefined ? normalizeName(line.slice(0, maximumLength)) : parts.text;
    const { words, commaAfter } = readWords(this.text, findConventions(this.text));
    this.words = words;
    this.#commaAfter = commaAfter;
    this.#parts = parts;
    this.folded = words.map(({ folded, script }) => (script === 'han' ? simplifyHan(folded) : folded)).join(' ');
    this.sorted = words.length < 2 ? this.folded : this.folded.split(' ').sort().join(' ');
  }

  get western(): WesternReadings {
    return (this.#western ??= this.#readWestern());
  }

  #readWestern(): WesternReadings {
    if (this.#parts === undefined) return readWestern(this.words, this.#commaAfter);
    const conventions = findConventions(this.text);
    const [family, given, patronymic] = [this.#parts.family, this.#parts.given, this.#parts.patronymic].map(
      (part) => readWords(part, conventions).words,
    );
    return buildWestern(family ?? [], given ?? [], patronymic ?? []);
  }

  get chinese(): ChineseReadings {
    return (this.#chinese ??= this.#readChinese());
  }

  #readChinese(): ChineseReadings {
    const isHan = this.words.length > 0 && this.words.every(({ script }) => script === 'han');
    if (this.#parts === undefined) {
      if (isHan) return readHanText(this.text.replace(hanTitles, ''));
      return readSyllableName(this.words, this.#commaAfter > 0 ? this.#commaAfter : undefined);
    }
    const { family, given, patronymic } = this.#parts;
    if (patronymic !== '') return { readings: [], isCertain: false };
    if (isHan && isTranscribed(this.#parts)) return { readings: [], isCertain: false };
    if (isHan) return family === '' || given === '' ? readHanText(family + given) : readHanName(family, given);
    const familyWords = family === '' ? 0 : family.split(' ').length;
    return readSyllableName(this.words, familyWords > 0 && familyWords < this.words.length ? familyWords : undefined);
  }

  /**
   * Nothing but a Chinese name: read as one, and no word of it is a Russian given name or patronymic. One syllable does
   * not count as such: Yan is Yan before it is Jan.
   */
  get isChinese(): boolean {
    return (this.#isChinese ??= this.#tellChinese());
  }

  #tellChinese(): boolean {
    const { readings } = this.chinese;
    if (!readings.some(({ weight }) => weight > 0)) return false;
    return (
      readings[0]?.script === 'han' ||
      !this.words.some(({ folded, given }) => folded.length > 2 && given !== undefined && !isPinyinSyllable(folded))
    );
  }

  /** The name as Wade-Giles, where it looks like that. */
  get wadeGiles(): WadeGilesReading | undefined {
    if (this.#wadeGiles === undefined) this.#wadeGiles = readWadeGiles(this.words) ?? null;
    return this.#wadeGiles ?? undefined;
  }

  /** Parts of a Russian name written in characters: 安德烈·鲁茨科伊; empty for other names. */
  get transcription(): readonly string[] {
    return (this.#transcription ??= this.#readTranscription());
  }

  #readTranscription(): readonly string[] {
    if (this.words.length === 0 || this.words.some(({ script }) => script !== 'han')) return [];
    if (this.#parts !== undefined) {
      if (!isTranscribed(this.#parts)) return [];
      const { family, given, patronymic } = this.#parts;
      return [given, patronymic, family].filter((part) => part !== '').flatMap(splitTranscription);
    }
    const parts = splitTranscription(this.text.replace(hanTitles, ''));
    return parts.length > 1 || this.text.length >= minimumTranscription ? parts : [];
  }
}

interface NameParts {
  family: string;
  given: string;
  patronymic: string;
}

const inOrder = (parts: string[]): string[] => parts.filter((part) => part !== '');

/** A Chinese family name has one or two characters and a given name seldom more than two; transcriptions are longer. */
const isTranscribed = ({ family, given, patronymic }: NameParts): boolean =>
  patronymic !== '' || family.length > 2 || (family.length === 2 && given.length > 2) || given.length > 3;

function clean(name: Exclude<NameInput, string>): (NameParts & { text: string }) | undefined {
  const [family = '', given = '', patronymic = ''] = [name.family, name.given, name.patronymic].map((part) =>
    normalizeName(part.slice(0, maximumLength)),
  );
  if (family + given + patronymic === '') return undefined;
  const isHan = /^\p{Script=Han}*$/u.test(family + given + patronymic);
  const parts = { family, given, patronymic };
  if (isHan && isTranscribed(parts)) return { ...parts, text: inOrder([given, patronymic, family]).join('·') };
  return { ...parts, text: inOrder([family, given, patronymic]).join(isHan ? '' : ' ') };
}

/** Reads a name once; `match`, `searchKeys` and `blockingKeys` take the result. */
export const analyseName = (name: NameInput): AnalysedName => new AnalysedName(name);
