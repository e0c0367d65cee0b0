import type { TextKind } from '../../contract/translations.ts';
import { languages, type Language } from '../language.ts';
import { stateOf, type Translated } from '../translations/state.ts';
import { borrowedNames, compareNames } from './compare-names.ts';
import { compareQuantities } from './compare-quantities.ts';
import type { Finding } from './finding.ts';
import { checkDoubled, compareEndings } from './punctuation.ts';
import { readQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { checkQuotes } from './quotes.ts';
import type { NameRegister } from './register.ts';
import { scanNames, type Named } from './scan-names.ts';
import { checkScript } from './script.ts';
import { checkSpaces } from './spaces.ts';
import { coverAddresses, type Range } from './text.ts';

/** A row or a heading with its texts. */
export interface CheckedText extends Translated {
  kind: TextKind;
  /** Who may be meant by a family name alone: who attends. */
  near: ReadonlySet<string>;
  /** Who is known to be named here, however short the name. */
  mentioned: readonly string[];
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
  /** Without addresses. */
  open: string;
  language: Language;
  named: Named;
  quantities: Quantity[] | undefined;
}

function readText(text: string, language: Language, register: NameRegister): ReadText {
  return { text, open: coverAddresses(text), language, named: scanNames(text, register), quantities: undefined };
}

/** Read when they are first asked for: the source stands against two translations, or against none. */
function quantitiesOf(read: ReadText): Quantity[] {
  // Numbers in Chinese names count nothing (张三).
  const names = read.named.people.filter(({ script, isSure }) => script === 'han' && isSure);
  read.quantities ??= readQuantities(read.text, read.open, read.language, names);
  return read.quantities;
}

function checkTranslation(source: ReadText, target: ReadText, row: CheckedText, register: NameRegister): Finding[] {
  const { language } = target;
  const names = compareNames({
    sourceText: source.text,
    source: source.named,
    target: target.named,
    targetText: target.text,
    targetLanguage: language,
    near: row.near,
    mentioned: row.mentioned,
    register,
  });
  const reported = names.flatMap(({ range }) => range ?? []);
  const quantities = compareQuantities(quantitiesOf(source), quantitiesOf(target), language);
  // A title ends without a sign whatever its source does.
  const isTitle = row.kind.endsWith('_title');
  const endings = isTitle ? [] : compareEndings(source.text, target.text, language, row.kind === 'entry');
  return [...quantities, ...names, ...endings, ...checkAlone(target, source, reported, register)];
}

function checkAlone(
  { text, open, language, named }: ReadText,
  source: ReadText | null,
  reported: readonly Range[],
  register: NameRegister,
): Finding[] {
  return [
    ...checkScript({ open, language, source, borrowed: borrowedNames(named, language, register), reported }),
    ...checkDoubled(text, open),
    ...checkQuotes(text, open, language),
    ...checkSpaces(text, open, language),
  ];
}

const byPlace = (a: Finding, b: Finding): number => (a.range?.start ?? -1) - (b.range?.start ?? -1);
