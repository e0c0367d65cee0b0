import type { Entry } from '#shared/contract/entries.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { foldText } from '../../../app/fold-text.ts';

export interface FindQuery {
  find: string;
  replace: string;
  /** Letters must agree in case, ё in its dots, and full-width forms with full-width forms. */
  isExact: boolean;
}

/** A place in the minutes; `start` and `end` in UTF-16 units of the text. */
export interface TextMatch {
  entryId: string;
  language: Language;
  start: number;
  end: number;
}

/** A text folded letter by letter, with the place in the original of each folded unit and of the end. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const letter of text) {
    // A combining mark alone folds to nothing and goes with the letter before it.
    const units = foldText(letter);
    folded += units;
    for (let index = 0; index < units.length; index++) places.push(place);
    place += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

/** Where `needle` stands in `text`, without overlaps. An empty needle is nowhere. */
export function findInText(text: string, needle: string, isExact: boolean): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (needle === '' || text === '') return found;
  const { folded, places } = isExact ? { folded: text, places: null } : foldWithPlaces(text);
  const wanted = isExact ? needle : foldText(needle);
  if (wanted === '') return found;
  const placeOf = (index: number): number => (places === null ? index : (places[index] ?? text.length));
  for (let index = folded.indexOf(wanted); index >= 0; index = folded.indexOf(wanted, index + wanted.length)) {
    const start = placeOf(index);
    const end = placeOf(index + wanted.length);
    // A ligature folds to several letters: half of one is no match.
    const isWhole = places === null || index === 0 || places[index - 1] !== start;
    if (isWhole && end > start) found.push({ start, end });
  }
  return found;
}

/** Every match in the texts of these entries, in their order; inside an entry by language and place. */
export function findInEntries(entries: Iterable<Entry>, query: FindQuery): TextMatch[] {
  const matches: TextMatch[] = [];
  for (const entry of entries) {
    for (const language of languages) {
      for (const { start, end } of findInText(entry.texts[language].text, query.find, query.isExact)) {
        matches.push({ entryId: entry.id, language, start, end });
      }
    }
  }
  return matches;
}

/** The text with all its matches replaced; they must be in order and of this text. */
export function replaceMatches(
  text: string,
  matches: readonly Pick<TextMatch, 'start' | 'end'>[],
  replacement: string,
): string {
  let result = '';
  let last = 0;
  for (const { start, end } of matches) {
    result += text.slice(last, start) + replacement;
    last = end;
  }
  return result + text.slice(last);
}

/** How far the text beside a match is shown, in UTF-16 units. */
const reach = 40;
/** A letter that is written together with its neighbours; Chinese may be cut between any two characters. */
const letter = "(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}'’])";
const startOfWord = new RegExp(`^${letter}+`, 'u');
const endOfWord = new RegExp(`${letter}+$`, 'u');

/** Whether a character that takes two units lies across this place. */
const isInsideCharacter = (text: string, place: number): boolean =>
  /^[\uDC00-\uDFFF]/.test(text.slice(place, place + 1));

/** The part of a word that stands at one edge of a text when its other part was cut off; a word that is all there is stays. */
function brokenWord(kept: string, neighbour: string, atEdge: RegExp): string {
  const part = startOfWord.test(neighbour) ? (atEdge.exec(kept)?.[0] ?? '') : '';
  return part === kept ? '' : part;
}

function lastWords(text: string): string {
  if (text.length <= reach) return text;
  let from = text.length - reach;
  if (isInsideCharacter(text, from)) from += 1;
  const kept = text.slice(from);
  return `…${kept.slice(brokenWord(kept, text.slice(from - 1, from), startOfWord).length).trimStart()}`;
}

function firstWords(text: string): string {
  if (text.length <= reach) return text;
  const to = isInsideCharacter(text, reach) ? reach - 1 : reach;
  const kept = text.slice(0, to);
  const broken = brokenWord(kept, text.slice(to, to + 1), endOfWord);
  return `${kept.slice(0, kept.length - broken.length).trimEnd()}…`;
}

/** A few words on each side of a match, for the list; marks what was left out. */
export function matchContext(text: string, { start, end }: { start: number; end: number }): [string, string, string] {
  return [lastWords(text.slice(0, start)), text.slice(start, end), firstWords(text.slice(end))];
}
