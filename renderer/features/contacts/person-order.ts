import type { PersonListItem } from '#shared/contract/people.ts';
import type { Language } from '#shared/domain/language.ts';

type Sortable = Pick<PersonListItem, 'name' | 'sortKey'>;

/**
 * What a reader of the language looks a person up under: the stored key, else the name in the script of the language.
 * In Chinese the Latin name comes before the characters, because it is the pinyin: ICU's own pinyin order has the
 * common reading of a character, not that of the surname (曾 under c, 单 under d).
 */
export function personSortText({ name, sortKey }: Sortable, language: Language): string {
  const stored = sortKey[language].trim();
  if (stored !== '') return stored;
  switch (language) {
    case 'en':
      return name.en || name.ru || name.zh;
    case 'ru':
      return name.ru || name.en || name.zh;
    case 'zh':
      return name.en || underLetter(name.zh) || name.ru;
  }
}

/** The first characters, in pinyin order, of the syllables that begin with each letter; none begins with i, u or v. */
const firstOfLetter = Array.from('阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀');
const letters = Array.from('abcdefghjklmnopqrstwxyz');
const pinyinOrder = new Intl.Collator('zh-u-co-pinyin');

/** Puts characters without a Latin name among the Latin ones: ICU would put all of them before the letter A. */
function underLetter(han: string): string {
  if (han === '') return '';
  const place = firstOfLetter.findLastIndex((first) => pinyinOrder.compare(first, han) <= 0);
  return `${letters[place] ?? ''}${han}`;
}
