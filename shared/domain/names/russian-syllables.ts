import { russianHanTable } from './data/russian-han-matrix.ts';
import { once } from './syllables.ts';

const none = '·';
const vowels = 'аяэеыиоёую';
const isVowel = (letter: string): boolean => letter !== '' && vowels.includes(letter);

/** `consonant|final` to characters; the empty consonant for vowels alone, the empty final for consonants alone. */
const readCells = once((): ReadonlyMap<string, string> => {
  const [header = '', ...rows] = russianHanTable.trim().split('\n');
  const consonants = header.split(' ').slice(1);
  const cells = new Map<string, string>();
  for (const row of rows) {
    const [final = '', ...characters] = row.split(' ');
    characters.forEach((cell, index) => {
      const consonant = consonants[index] ?? '';
      if (cell !== none) cells.set(`${consonant.replace(none, '')}|${final.replace(none, '')}`, cell);
    });
  }
  return cells;
});

/** The characters for a consonant ('' for none) with a final ('' for none); '' when the table has no such cell. */
export const cell = (consonant: string, final: string): string => readCells().get(`${consonant}|${final}`) ?? '';

/** Spellings that sound as others, applied in this order (GB/T 17693.4-2009, 5.2 and the notes to its table). */
const soundRules: readonly (readonly [RegExp, string])[] = [
  [/чт/gu, 'шт'],
  [/гк/gu, 'хк'],
  [/[тд][сц]/gu, 'ц'],
  [/[тд]ч/gu, 'ч'],
  [/[сз]ч/gu, 'щ'],
  [/дз/gu, 'з'],
  [/м(?=[бп])/gu, 'н'],
  // Double consonants count once; нн stays, it closes one syllable and opens the next (Анна 安娜).
  [/([бвгджзклмпрстфхцчшщ])\1/gu, '$1'],
  [/йо/gu, 'ё'],
  [/(?<=[^ау])й(?=[аеёиуыэюя])/gu, ''],
  [/аа/gu, 'а'],
  // нь that closes a syllable is н (Беньковский 边科夫斯基).
  [/(?<=[аяэеыиоёую]н)ь(?=[бвгджзклмпрстфхцчшщ]|$)/gu, ''],
  [/(?<=[жшчщ])ь|ь(?=[ию])/gu, ''],
  [/зь(?=м)/gu, 'з'],
  [/ённ/gu, 'ён'],
];

/** Most names need none of the rules: one look instead of eleven. */
const needsRules = new RegExp(soundRules.map(([pattern]) => pattern.source).join('|'), 'u');

/** Vowel and н that closes a syllable; ы has no row of its own and goes with э (Голицын 戈利岑). */
const nasalRow: Readonly<Record<string, string>> = {
  а: 'ан',
  я: 'ян',
  э: 'эн',
  е: 'ен',
  ы: 'эн',
  и: 'ин',
  о: 'он',
  у: 'ун',
  ю: 'юн',
};

/** The final that begins with the vowel at `index`: characters for it and the number of letters it takes. */
function readFinal(word: string, index: number, consonant: string): { characters: string; length: number } {
  const vowel = word.charAt(index);
  const next = word.charAt(index + 1);
  const afterNext = word.charAt(index + 2);
  if (next === 'й') {
    if (vowel === 'а' || vowel === 'у') return { characters: cell(consonant, `${vowel}й`), length: 2 };
    const glide = vowel === 'и' || vowel === 'ы' ? '' : cell('', 'и');
    return { characters: cell(consonant, vowel) + glide, length: 2 };
  }
  if (vowel === 'а' && next === 'у') return { characters: cell(consonant, 'ау'), length: 2 };
  if (next === 'н' && !isVowel(afterNext) && afterNext !== 'ь' && nasalRow[vowel] !== undefined) {
    return { characters: cell(consonant, nasalRow[vowel]), length: 2 };
  }
  return { characters: cell(consonant, vowel), length: 1 };
}

/** A consonant without a vowel. Word-initial forms: 勒 for р and л, 弗 for в and ф. */
function closeConsonant(consonant: string, isInitial: boolean): string {
  if (isInitial && (consonant === 'р' || consonant === 'л')) return '勒';
  if (isInitial && (consonant === 'в' || consonant === 'ф')) return '弗';
  return cell(consonant, '');
}

/** A vowel that begins a syllable. */
function openVowel(word: string, index: number): { characters: string; length: number } {
  const vowel = word.charAt(index);
  const before = word.charAt(index - 1);
  const final = readFinal(word, index, '');
  // уа, оа sound as ва; иа as ия; before a closing н they do not (Силуанов 西卢安诺夫).
  if (vowel === 'а' && (before === 'у' || before === 'о') && final.length === 1) return readFinal(word, index, 'в');
  if (vowel === 'а' && before === 'и' && final.characters === cell('', 'а'))
    return { ...final, characters: cell('', 'я') };
  return index === 0 && vowel === 'е' && final.length === 1 ? { ...final, characters: '叶' } : final;
}

/** Transcribes letters (lower case, Russian only) by the table; `isStart` says that they begin the word. */
export function transcribeLetters(letters: string, isStart: boolean): string {
  let word = letters;
  if (needsRules.test(word)) {
    for (const [pattern, sound] of soundRules) word = word.replace(pattern, sound);
  }
  let characters = '';
  let index = 0;
  while (index < word.length) {
    const letter = word.charAt(index);
    if (isVowel(letter)) {
      // Behind a stem that was transcribed before, a vowel is inside the word.
      const final = isStart || index > 0 ? openVowel(word, index) : readFinal(word, index, '');
      characters += final.characters;
      index += final.length;
      continue;
    }
    if (letter === 'й') characters += cell('', 'и');
    const consonant = word.startsWith('дж', index) ? 'дж' : letter;
    const next = word.charAt(index + consonant.length);
    if (letter === 'ь' || letter === 'ъ' || letter === 'й') index += 1;
    else if (isVowel(next)) {
      const final = readFinal(word, index + consonant.length, consonant);
      characters += final.characters;
      index += consonant.length + final.length;
    } else if (next === 'ь') {
      characters += cell(consonant, 'ь');
      index += consonant.length + 1;
    } else {
      characters += closeConsonant(consonant, isStart && index === 0);
      index += consonant.length;
    }
  }
  return characters;
}
