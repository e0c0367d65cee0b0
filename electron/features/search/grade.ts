import type { MatchReason } from '#shared/contract/search.ts';
import { languages } from '#shared/domain/language.ts';
import { type Field, isHan, type SearchRecord, splitWords } from '../../search-index/index.ts';
import type { QueryWord } from './query.ts';

/** How well a record answers, and by what. */
export interface Grade {
  score: number;
  reason: MatchReason;
  /** The stored spelling that answered. */
  text: string;
  /** The query with corrected words put right. */
  query: string;
  /** Every word of the query stands there whole, or enough of its letters begin one. */
  isSure: boolean;
}

type Answer = Omit<Grade, 'query'> & { word: string };

/** So many letters do not begin a word by chance. */
const sureLetters = 5;
/** Least score of a name that begins as typed; a person's each part is a name. */
export const nameBegins = 0.85;
/** The beginning of a later word of another name. */
const laterWordBegins = 0.66;

/** As typed, by where it stands: the whole word, and its beginning. */
const typedScores: Record<Field['role'], { reason: MatchReason; whole: number; beginning: number }> = {
  abbreviation: { reason: 'abbreviation', whole: 0.97, beginning: 0.86 },
  name: { reason: 'name', whole: 0.95, beginning: nameBegins },
  alias: { reason: 'alias', whole: 0.8, beginning: 0.75 },
  detail: { reason: 'detail', whole: 0.65, beginning: 0.6 },
};
/** Otherwise: in the name, and elsewhere. */
const otherScores = { other_script: [0.55, 0.5], word_form: [0.45, 0.4], typo: [0.35, 0.3] } as const;
const isWholeField = { abbreviation: 1, name: 0.99, alias: 0.82, detail: 0 } as const;

/** The best answer of each word; the weakest of them is the reason to be told. Null when a word is not found. */
export function gradeRecord(record: SearchRecord, keys: string | null, words: readonly QueryWord[]): Grade | null {
  const fields = record.fields.map((field) => new ReadField(field));
  const answers: Answer[] = [];
  for (const word of words) {
    const answer = answerAsTyped(record, fields, word) ?? answerOtherwise(record, fields, keys, word);
    if (answer === null) return null;
    answers.push(answer);
  }
  const weakest = answers.reduce((least, answer) => (answer.score < least.score ? answer : least));
  const whole = bestWholeField(fields, words);
  return {
    reason: whole === null ? weakest.reason : typedScores[whole.role].reason,
    text: whole?.text ?? weakest.text,
    score: Math.max(
      answers.reduce((sum, { score }) => sum + score, 0) / answers.length,
      whole === null ? 0 : isWholeField[whole.role],
    ),
    query: answers.map(({ word }) => word).join(' '),
    isSure: answers.every(({ isSure }) => isSure),
  };
}

/** Read only when a better field has not answered: most answers stand in the name. */
class ReadField implements Field {
  readonly role: Field['role'];
  readonly text: string;
  #words: readonly string[] | undefined;

  constructor({ role, text }: Field) {
    this.role = role;
    this.text = text;
  }

  get words(): readonly string[] {
    return (this.#words ??= splitWords(this.text));
  }
}

/** The field that says what was typed and nothing else. */
function bestWholeField(fields: readonly ReadField[], words: readonly QueryWord[]): ReadField | null {
  const typed = words.map(({ text }) => text).join('');
  let best: ReadField | null = null;
  for (const field of fields) {
    if (isWholeField[field.role] <= (best === null ? 0 : isWholeField[best.role])) continue;
    if (field.words.join('') === typed) best = field;
  }
  return best;
}

function answerAsTyped(record: SearchRecord, fields: readonly ReadField[], word: QueryWord): Answer | null {
  let best: Answer | null = null;
  for (const field of fields) {
    const { reason, whole, beginning } = typedScores[field.role];
    if (best !== null && best.score >= whole) continue;
    const found = findWord(field.words, word);
    if (found === null) continue;
    const isWhole = found.kind === 'whole';
    const isLater = field.role === 'name' && found.index > 0 && record.kind !== 'person' && !isHan(word.text);
    const score = isWhole ? whole : isLater ? laterWordBegins : beginning;
    if (best !== null && best.score >= score) continue;
    const isSure = isWhole || isHan(word.text) || word.text.length >= sureLetters;
    best = { score, reason, text: spelling(field, found.index), isSure, word: word.text };
  }
  return best;
}

function findWord(
  stored: readonly string[],
  { text, isPrefix }: QueryWord,
): { kind: 'whole' | 'beginning'; index: number } | null {
  const whole = stored.indexOf(text);
  if (whole !== -1) return { kind: 'whole', index: whole };
  const part = isHan(text)
    ? stored.findIndex((one) => one.includes(text))
    : isPrefix
      ? stored.findIndex((one) => one.startsWith(text))
      : -1;
  return part === -1 ? null : { kind: 'beginning', index: part };
}

function answerOtherwise(
  record: SearchRecord,
  fields: readonly ReadField[],
  keys: string | null,
  word: QueryWord,
): Answer | null {
  const key = keys === null ? null : findKey(keys.split(' '), word);
  if (key !== null) {
    const [whole, beginning] = otherScores.other_script;
    const isSure = key === 'whole';
    const text = nameInOtherScript(record, word.text);
    return { score: isSure ? whole : beginning, reason: 'other_script', text, isSure, word: word.text };
  }
  return (
    answerBy(fields, 'other_script', word, (stored) =>
      word.forms.some((form) => (isHan(form) ? stored.includes(form) : stored === form)),
    ) ??
    answerBy(fields, 'word_form', word, (stored) => word.inflections.includes(stored)) ??
    answerBy(fields, 'typo', word, (stored) => word.corrections.includes(stored))
  );
}

function answerBy(
  fields: readonly ReadField[],
  reason: keyof typeof otherScores,
  word: QueryWord,
  isMeant: (stored: string) => boolean,
): Answer | null {
  for (const isDetail of [false, true]) {
    for (const field of fields) {
      if ((field.role === 'detail') !== isDetail) continue;
      const index = field.words.findIndex(isMeant);
      if (index === -1) continue;
      const stored = field.words[index] ?? '';
      return {
        score: otherScores[reason][isDetail ? 1 : 0],
        reason,
        text: spelling(field, index),
        isSure: reason !== 'typo',
        word: reason === 'typo' ? stored : word.text,
      };
    }
  }
  return null;
}

function findKey(keys: readonly string[], word: QueryWord): 'whole' | 'beginning' | null {
  if (word.keys.some((key) => keys.includes(key))) return 'whole';
  const [first] = word.keys;
  return word.isPrefix && first !== undefined && keys.some((key) => key.startsWith(first)) ? 'beginning' : null;
}

/** A name that is not written in the letters of the query, if there is one. */
function nameInOtherScript(record: SearchRecord, word: string): string {
  const names = languages.map((language) => record.label[language]).filter((name) => name !== '');
  const typedScript = scriptTests.find((test) => test.test(word));
  return names.find((name) => typedScript?.test(name) !== true) ?? names[0] ?? '';
}
const scriptTests = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u];

const longestSpelling = 120;

/** A short field whole, of a long one the word itself as it is written there. */
function spelling(field: ReadField, index: number): string {
  if (field.text.length <= longestSpelling) return field.text;
  const written = field.text.match(writtenWord) ?? [];
  return (written.length === field.words.length ? written[index] : field.words[index]) ?? '';
}
const writtenWord = /\p{Script=Han}+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv;
