import type { Language } from '../language.ts';
import type { MinutesParagraph } from '../minutes/document.ts';
import type { RunWriter } from '../minutes/runs.ts';
import { genderOf, latinParts, nameIn, type Party, russianParts } from './person-forms.ts';
import { titlePlace as namePlace, type LetterWords } from './words.ts';

/** Longer offices are described, not called out: 总领事, but not 代理主席兼科技处处长. */
const longestCalledOffice = 5;

/**
 * How the letter begins. Russian: name and patronymic, «господин» with the name where there is none; Chinese: title or
 * 女士 and 先生, the office where the gender is not known; English: title or Ms and Mr with the family name. A delegation,
 * or nobody in particular (null), is greeted in the plural.
 */
export function describeSalutation(party: Party | null, words: LetterWords, writer: RunWriter): MinutesParagraph {
  if (party === null) return [writer.say(words.salutation.colleagues)];
  const { language } = writer;
  const name = nameIn(party, language);
  if (name.text === '') {
    return [writer.say(party.person === null ? words.salutation.colleagues : words.salutation.colleague)];
  }
  const { text, called } = greet(party, name, words, language);
  const [before = '', after = ''] = text.split(namePlace);
  const shown = writer.quote({ text: called, language: name.language, isFallback: false }, 'name');
  return [...(before === '' ? [] : [writer.say(before)]), ...shown, writer.say(after)];
}

function greet(
  party: Party,
  name: { text: string; language: Language },
  words: LetterWords,
  language: Language,
): { text: string; called: string } {
  const { salutation } = words;
  const gender = genderOf(party);
  if (language === 'ru') {
    const parts = name.language === 'ru' ? russianParts(party) : null;
    if (parts !== null && parts.patronymic !== '' && gender !== null) {
      const say = gender === 'f' ? salutation.womanByPatronymic : salutation.manByPatronymic;
      return { text: say(namePlace), called: `${parts.given} ${parts.patronymic}` };
    }
    return { text: byGender(gender, words)(namePlace), called: name.text };
  }
  const title = titleOf(party, words, language);
  const family = language === 'en' && name.language === 'en' ? latinParts(party)?.family : undefined;
  if (title !== null) return { text: salutation.titled(title, namePlace), called: family ?? name.text };
  if (gender === null) {
    const office = language === 'zh' && name.language === 'zh' ? party.position.zh.trim() : '';
    const isCalled = office !== '' && office.length <= longestCalledOffice && /^\p{Script=Han}+$/u.test(office);
    return { text: salutation.unknown(namePlace), called: isCalled ? `${name.text}${office}` : name.text };
  }
  return { text: byGender(gender, words)(namePlace), called: family ?? name.text };
}

function byGender(gender: 'f' | 'm' | null, { salutation }: LetterWords): (name: string) => string {
  if (gender === null) return salutation.unknown;
  return gender === 'f' ? salutation.woman : salutation.man;
}

const titlePatterns: Record<'en' | 'zh', [RegExp, keyof LetterWords['titles']][]> = {
  en: [
    [/^academician\b/iu, 'academician'],
    [/^prof(?:essor|\.)(?:\s|,|$)/iu, 'professor'],
    [/^(?:dr|doctor)(?:\s|\.|,|$)/iu, 'doctor'],
  ],
  zh: [
    [/院士(?![\p{Script=Han}])/u, 'academician'],
    [/教授/u, 'professor'],
    [/博士(?!后)/u, 'doctor'],
  ],
};

function titleOf(party: Party, words: LetterWords, language: 'en' | 'zh'): string | null {
  const title = party.person?.title[language].trim() ?? '';
  const found = titlePatterns[language].find(([pattern]) => pattern.test(title));
  return found === undefined ? null : words.titles[found[1]];
}
