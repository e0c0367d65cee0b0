import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import type { Language } from '#shared/domain/language.ts';
import { chooseName } from '#shared/domain/person-name.ts';
import { createRandom, type Random } from './random.ts';
import { vocabulary } from './words.ts';

export interface EntryTextRow {
  language: Language;
  text: string;
}

/** Only the first of the register speak and are spoken about, else their names would outnumber the words. */
const mentioned = 500;
/** Bytes of UTF-8 aimed at, more or less the spread. A row ends with the word that reaches them, five bytes later on average. */
const aimedBytes = 109;
const spread = 70;
const bytesPerUnit = { en: 1, ru: 1.87, zh: 2.95 } as const;

/**
 * One paragraph of minutes each, 114 bytes on average: 40 % English, 30 % Russian, 30 % Chinese. A sixth names a person
 * of the register, a tenth an organisation. The same arguments give the same rows.
 */
export function generateEntryTexts(
  count: number,
  people: readonly Person[] = [],
  organizations: readonly Organization[] = [],
): EntryTextRow[] {
  const random = createRandom(3);
  const words = { en: mix(random, vocabulary.en), ru: mix(random, vocabulary.ru), zh: mix(random, vocabulary.zh) };
  const speakers = people.slice(0, mentioned);
  const bodies = organizations.slice(0, mentioned);
  return Array.from({ length: count }, () => {
    const share = random.next();
    const language: Language = share < 0.4 ? 'en' : share < 0.7 ? 'ru' : 'zh';
    const parts: string[] = [];
    if (speakers.length > 0 && random.isLikely(1 / 6)) {
      parts.push(chooseName(random.pick(speakers).names, language).text);
    }
    if (bodies.length > 0 && random.isLikely(0.1)) {
      const { name, abbreviation } = random.pick(bodies);
      parts.push(random.isLikely(0.5) ? abbreviation[language] : name[language]);
    }
    return { language, text: writeSentence(random, language, words[language], parts) };
  });
}

function writeSentence(random: Random, language: Language, words: readonly string[], parts: string[]): string {
  const separator = language === 'zh' ? '' : ' ';
  const wanted = (aimedBytes - spread + random.below(2 * spread + 1)) / bytesPerUnit[language];
  let length = parts.join(separator).length;
  while (length < wanted) {
    const word = random.isLikely(0.03)
      ? String(1 + random.below(99))
      : random.isLikely(0.6)
        ? random.pickEarly(words)
        : random.pick(words);
    parts.push(word);
    length += word.length + separator.length;
  }
  const text = parts.join(separator);
  return text.charAt(0).toUpperCase() + text.slice(1) + (language === 'zh' ? '。' : '.');
}

/** The small words of a language stay in front, where the frequent ones are; the rest in any order, so that no ending is rare as such. */
function mix(random: Random, words: readonly string[]): string[] {
  const mixed = [...new Set(words)];
  for (let index = mixed.length - 1; index > 40; index--) {
    const other = 40 + random.below(index - 40 + 1);
    [mixed[index], mixed[other]] = [mixed[other] ?? '', mixed[index] ?? ''];
  }
  return mixed;
}
