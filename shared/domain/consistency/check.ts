import type { TextKind } from '../../contract/translations.ts';
import { languages, type Language } from '../language.ts';
import { stateOf, type Translated } from '../translations/state.ts';
import { borrowedNames, compareNames } from './compare-names.ts';
import { compareQuantities } from './compare-quantities.ts';
import type { Finding } from './finding.ts';
import { checkDoubled, compareEndings } from './punctuation.ts';
import { readQuantities } from './quantities.ts';
import { checkQuotes } from './quotes.ts';
import type { NameRegister } from './register.ts';
import { scanNames, type Named } from './scan-names.ts';
import { checkScript } from './script.ts';
import { checkSpaces } from './spaces.ts';
import type { Range } from './text.ts';

/** A row or a heading with its texts. */
export interface CheckedText extends Translated {
  kind: TextKind;
  /** Who may be meant by a family name alone. */
  near: ReadonlySet<string>;
}

/**
 * What is wrong with the filled texts of a row or heading in these languages: translations against their source, and
 * every text by itself. Per language, in the order of the text; what is missing comes first. Says nothing of terms.
 */
export function checkTexts(
  row: CheckedText,
  wanted: readonly Language[],
  register: NameRegister,
): { language: Language; finding: Finding }[] {
  const { sourceLanguage } = row;
  const hasSource = stateOf(row, sourceLanguage) === 'filled';
  let source: ReadText | undefined;
  return languages.flatMap((language) => {
    if (!wanted.includes(language) || stateOf(row, language) !== 'filled') return [];
    const target = readText(row.texts[language].text, language, register);
    if (language !== sourceLanguage && hasSource) {
      source ??= readText(row.texts[sourceLanguage].text, sourceLanguage, register);
    }
    const findings = [
      ...(language === sourceLanguage || source === undefined
        ? checkAlone(target, null, [], register)
        : checkTranslation(source, target, row, register)),
    ];
    return findings.sort(byPlace).map((finding) => ({ language, finding }));
  });
}

interface ReadText {
  text: string;
  language: Language;
  named: Named;
}
const readText = (text: string, language: Language, register: NameRegister): ReadText => ({
  text,
  language,
  named: scanNames(text, register),
});

function checkTranslation(source: ReadText, target: ReadText, row: CheckedText, register: NameRegister): Finding[] {
  const names = compareNames({
    sourceText: source.text,
    source: source.named,
    target: target.named,
    targetText: target.text,
    targetLanguage: target.language,
    near: row.near,
    register,
  });
  const reported = names.flatMap(({ range }) => range ?? []);
  const quantities = compareQuantities(
    readQuantities(source.text, source.language, namesIn(source.named)),
    readQuantities(target.text, target.language, namesIn(target.named)),
    target.language,
  );
  // A title ends without a sign whatever its source does.
  const endings = row.kind.endsWith('_title')
    ? []
    : compareEndings(source.text, target.text, target.language, row.kind === 'entry');
  return [...quantities, ...names, ...endings, ...checkAlone(target, source, reported, register)];
}

/** Numbers inside names count nothing (张三, «Институт № 5» stands for itself). */
const namesIn = ({ people }: Named): Range[] => people.filter(({ script }) => script === 'han');

function checkAlone(
  { text, language, named }: ReadText,
  source: ReadText | null,
  reported: readonly Range[],
  register: NameRegister,
): Finding[] {
  return [
    ...checkScript({ text, language, source, borrowed: borrowedNames(named, language, register), reported }),
    ...checkDoubled(text),
    ...checkQuotes(text, language),
    ...checkSpaces(text, language),
  ];
}

const byPlace = (a: Finding, b: Finding): number => (a.range?.start ?? -1) - (b.range?.start ?? -1);
