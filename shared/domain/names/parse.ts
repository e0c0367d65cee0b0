import { simplifyHan } from './han.ts';
import { type NameWord, readWords } from './name-word.ts';
import { buildWestern, readWestern, type WesternReadings } from './parse-western.ts';
import { type ChineseReadings, readHanName, readHanText, readSyllableName } from './parse-chinese.ts';
import { findConventions } from './russian-fold.ts';
import { splitTranscription } from './russian-han.ts';
import { normalizeName } from './spelling.ts';

/** A name as somebody wrote it: in one line, or in parts; `display` counts only where all parts are empty. */
export type NameInput = string | { family: string; given: string; patronymic: string; display?: string };

const maximumLength = 200;

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

  constructor(name: NameInput) {
    const parts = typeof name === 'string' ? undefined : clean(name);
    const line = typeof name === 'string' ? name : (name.display ?? '');
    this.text = parts === undefined ? normalizeName(line.slice(0, maximumLength)) : parts.text;
    const { words, commaAfter } = readWords(this.text, findConventions(this.text));
    this.words = words;
    this.#commaAfter = commaAfter;
    this.#parts = parts;
    this.folded = words.map(({ folded }) => simplifyHan(folded)).join(' ');
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
      if (isHan) return readHanText(this.text);
      return readSyllableName(this.words, this.#commaAfter > 0 ? this.#commaAfter : undefined);
    }
    const { family, given, patronymic } = this.#parts;
    if (patronymic !== '') return { readings: [], isCertain: false };
    if (isHan) return family === '' || given === '' ? readHanText(family + given) : readHanName(family, given);
    const familyWords = readWords(family, []).words.length;
    return readSyllableName(this.words, familyWords > 0 && familyWords < this.words.length ? familyWords : undefined);
  }

  /** Nothing but a Chinese name: read as one, and no word of it is a Russian given name or patronymic. */
  get isChinese(): boolean {
    const { readings } = this.chinese;
    if (!readings.some(({ weight }) => weight > 0)) return false;
    return (
      readings[0]?.script === 'han' || !this.words.some((word) => word.folded.length > 2 && word.given !== undefined)
    );
  }

  /** Parts of a Russian name written in characters: 安德烈·鲁茨科伊; empty for other names. */
  get transcription(): readonly string[] {
    return (this.#transcription ??= this.#readTranscription());
  }

  #readTranscription(): readonly string[] {
    if (this.words.length === 0 || this.words.some(({ script }) => script !== 'han')) return [];
    if (this.#parts !== undefined) {
      const { family, given, patronymic } = this.#parts;
      return [given, patronymic, family].filter((part) => part !== '').flatMap(splitTranscription);
    }
    return splitTranscription(this.text);
  }
}

interface NameParts {
  family: string;
  given: string;
  patronymic: string;
  text: string;
}

function clean(name: Exclude<NameInput, string>): NameParts | undefined {
  const [family = '', given = '', patronymic = ''] = [name.family, name.given, name.patronymic].map((part) =>
    normalizeName(part.slice(0, maximumLength)),
  );
  if (family + given + patronymic === '') return undefined;
  const isHan = /^\p{Script=Han}*$/u.test(family + given + patronymic);
  const text = [family, given, patronymic].filter((part) => part !== '').join(isHan && patronymic === '' ? '' : ' ');
  return { family, given, patronymic, text };
}

/** Reads a name once; `match`, `searchKeys` and `blockingKeys` take the result. */
export const analyseName = (name: NameInput): AnalysedName => new AnalysedName(name);
