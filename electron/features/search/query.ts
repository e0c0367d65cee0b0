import {
  formsOfWord,
  isHan,
  keysOfWord,
  keyToken,
  phraseFor,
  splitWords,
  type Vocabulary,
} from '../../search-index/index.ts';

/** A word of the query with everything else that may stand for it. All folded. */
export interface QueryWord {
  text: string;
  /** The end of it may still be missing. */
  isPrefix: boolean;
  /** Spellings of a name in the other scripts, as people are indexed. */
  keys: readonly string[];
  /** The same as ordinary words of a text. */
  forms: readonly string[];
  /** Other grammatical forms of the word. */
  inflections: readonly string[];
  /** Words of the index one letter away; only when nothing else answers. */
  corrections: readonly string[];
}

const mostInflections = 16;

/** The words of a query. The last one is taken as unfinished. */
export function parseQuery(vocabulary: Vocabulary, query: string): QueryWord[] {
  const words = splitWords(query);
  return words.map((text, index) => {
    const isPrefix = !isHan(text) && index === words.length - 1;
    const inflections = vocabulary.inflections(text, mostInflections);
    return {
      text,
      isPrefix,
      keys: keysOfWord(text),
      forms: formsOfWord(text).filter((form) => isHan(form) || vocabulary.mayHave(form)),
      // What begins with the word is found as its continuation.
      inflections: isPrefix ? inflections.filter((other) => !other.startsWith(text)) : inflections,
      corrections: [],
    };
  });
}

/** Of fewer letters, words of minutes begin by the thousand: there they count as whole words. */
const shortestBeginning = 3;

/**
 * FTS5 expression: each word must be there, in one of its forms. Of a single word with corrections only these: as typed
 * it has been looked for before. Only the register has keys.
 */
export function toExpression(words: readonly QueryWord[], place: 'register' | 'entries'): string {
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0 && only.corrections.length > 0) {
    return only.corrections.map(phraseFor).join(' OR ');
  }
  return words.map((word) => `(${alternatives(word, place).join(' OR ')})`).join(' AND ');
}

/** Only names and texts, and only as typed: for the best among very many. */
export function toNameExpression(words: readonly QueryWord[], mode: 'whole' | 'beginning'): string {
  return `main : (${words.map((word) => typed(word, mode === 'beginning' && word.isPrefix)).join(' AND ')})`;
}

function alternatives(word: QueryWord, place: 'register' | 'entries'): string[] {
  const isRegister = place === 'register';
  const others = [...word.inflections, ...word.corrections].map((other) => `"${other}"`);
  return [
    typed(word, word.isPrefix && (isRegister || word.text.length >= shortestBeginning)),
    ...(isRegister ? keyTokens(word) : []),
    ...word.forms.map((form) => phraseFor(form)),
    ...others,
  ];
}

const keyTokens = ({ keys, isPrefix }: QueryWord): string[] =>
  keys.map((key, index) => `"${keyToken(key)}"${index === 0 && isPrefix ? ' *' : ''}`);

const typed = (word: QueryWord, isPrefix: boolean): string => phraseFor(word.text) + (isPrefix ? ' *' : '');
