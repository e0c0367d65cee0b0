import { formsOfWord, isHan, keysOfWord, marks, phraseFor, splitWords, stemOf } from '../../search-index/index.ts';

/** A word of the query with everything else that may stand for it. All folded. */
export interface QueryWord {
  text: string;
  /** The end of it may still be missing. */
  isPrefix: boolean;
  /** Spellings of a name in the other scripts, as people are indexed. */
  keys: readonly string[];
  /** The same as ordinary words of a text. */
  forms: readonly string[];
  stem: string | null;
  /** Words of the index one letter away; only when nothing else answers. */
  corrections: readonly string[];
}

/** The words of a query. The last one is taken as unfinished, or each one. */
export function parseQuery(query: string, unfinished: 'last' | 'all' = 'last'): QueryWord[] {
  const words = splitWords(query);
  return words.map((text, index) => ({
    text,
    isPrefix: !isHan(text) && (unfinished === 'all' || index === words.length - 1),
    keys: keysOfWord(text),
    forms: formsOfWord(text),
    stem: stemOf(text),
    corrections: [],
  }));
}

/** FTS5 expression: each word must be there, in one of its forms. */
export function toExpression(words: readonly QueryWord[]): string {
  return words.map((word) => `(${alternatives(word).join(' OR ')})`).join(' AND ');
}

/** Only names and texts, and only as typed: for the best among very many. */
export function toNameExpression(words: readonly QueryWord[], mode: 'exact' | 'prefix'): string {
  return `main : (${words.map((word) => typed(word, mode === 'prefix' && word.isPrefix)).join(' AND ')})`;
}

function alternatives(word: QueryWord): string[] {
  return [
    typed(word, word.isPrefix),
    ...word.keys.map((key) => `"${marks.key}${key}"${word.isPrefix ? ' *' : ''}`),
    ...word.forms.map((form) => phraseFor(form)),
    ...(word.stem === null ? [] : [`"${marks.stem}${word.stem}"`]),
    ...word.corrections.map((correction) => `"${correction}"${word.isPrefix ? ' *' : ''}`),
  ];
}

const typed = (word: QueryWord, isPrefix: boolean): string => phraseFor(word.text) + (isPrefix ? ' *' : '');
