import type { Language } from '../language.ts';
import { findMixedWords } from '../mixed-scripts.ts';
import type { Finding } from './finding.ts';
import { clip, cover, type Range } from './text.ts';

export interface ScriptQuestion {
  /** Without addresses. */
  open: string;
  language: Language;
  /** Null of the source itself. */
  source: { text: string; language: Language } | null;
  /** Names of the register that stand in another script by right. */
  borrowed: readonly Range[];
  /** Names that are reported as missing in the form of the register already. */
  reported: readonly Range[];
}

/** Words of another script with the signs between them: what was left over is one finding, not ten. */
const runs: Record<'cyrillic' | 'han' | 'latin', RegExp> = {
  cyrillic:
    /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}]*(?:[ \u00a0,-]{1,2}\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}]*)*/gu,
  han: /\p{Script=Han}+(?:[、，·]?\p{Script=Han}+)*/gu,
  latin:
    /[\p{Script=Latin}\p{M}\d][\p{Script=Latin}\p{M}\d'’.&/+-]*(?:,? [\p{Script=Latin}\p{M}\d&][\p{Script=Latin}\p{M}\d'’.&/+-]*)*/gu,
};

/** More than these in one text is a text in another language, and no help. */
const mostFindings = 100;

/** Words that were left in the script of another language, and words with letters of two scripts. */
export function checkScript({ open: text, language, source, borrowed, reported }: ScriptQuestion): Finding[] {
  const open = cover(text, [...borrowed, ...reported]);
  const findings: Finding[] = findMixed(open);
  const rest = cover(
    open,
    findings.flatMap(({ range }) => range ?? []),
  );
  for (const script of foreign[language]) {
    if (script === 'latin' && source === null) continue;
    for (const match of rest.matchAll(runs[script])) {
      if (findings.length >= mostFindings) break;
      const part = script === 'latin' ? leftoverLatin(match[0], language, source) : match[0];
      if (part === null || part.replace(/[^\p{L}]/gu, '').length < (script === 'han' ? 1 : 2)) continue;
      const start = match.index + match[0].indexOf(part);
      findings.push({
        code: 'foreign-script',
        detail: clip(part),
        expected: null,
        range: { start, end: start + part.length },
      });
    }
  }
  return findings;
}

const foreign: Record<Language, ('cyrillic' | 'han' | 'latin')[]> = {
  en: ['cyrillic', 'han'],
  ru: ['han', 'latin'],
  zh: ['cyrillic', 'latin'],
};

/** A Latin «c» in a Russian word looks right and is never found. Chinese has no spaces: there only letters may be mixed. */
function findMixed(text: string): Finding[] {
  if (!/\p{Script=Latin}/u.test(text) || !/\p{Script=Cyrillic}/u.test(text)) return [];
  const spaced = text.replace(/\p{Script=Han}/gu, (character) => ' '.repeat(character.length));
  return findMixedWords(spaced).map(({ word, offset }) => {
    const start = Math.max(0, spaced.lastIndexOf(word, offset));
    return { code: 'foreign-script', detail: clip(word), expected: null, range: { start, end: start + word.length } };
  });
}

/** Signs for measures as Chinese texts write them. */
const measures =
  /^(?:k?m[23]?|[cmnμ]m|kg|mg|[mk]?[lL]|[kMGT]?W[h]?|[kMGT]?Hz|[kMGT]?B|kV|V|mA|A|Pa|[kM]Pa|°?C|K|pH|t|ha|h|min|s|ppm|dB|eV|mol|vs|v)$/u;
const mailWords = /^(?:e-?mail|online|offline|web|wi-?fi|vs|et|al|de|la|von|van|der|di)\.?$/iu;
const legalForm = /^(?:Co|Ltd|Inc|LLC|JSC|Corp|GmbH|AG|SA|PLC|Plc|SE|BV|AB|Oy)[.,]*$/u;
/** Words that a name may consist of and that are translated all the same. */
const translated = new Set(
  'academy agreement association belt branch business center centre chair chairman china chinese city commission committee company conference consul consulate cooperation council decision department development director draft economic education energy engineering environment federation foreign foundation fund general government group industry innovation institute international joint laboratory management materials meeting memorandum minister ministry minutes moscow national office park party president professor programme program project protocol province region republic research road russia russian school science sciences secretary side society state strategy summit support technical technology the training union university working workshop year years beijing shanghai and for from with this that new'.split(
    ' ',
  ),
);

/** What of a run of Latin words was left over; null when all of it may stand there. */
function leftoverLatin(run: string, language: Language, source: ScriptQuestion['source']): string | null {
  const words = run.split(/[\s,/]+/u).filter((word) => /\p{L}/u.test(word));
  if (words.every((word) => isUsual(word, language))) return null;
  // Taken over from a source in a third language, where it stands in Latin letters as well.
  if (source !== null && source.language !== 'en' && source.text.includes(run.replace(/[.,]+$/u, ''))) return null;
  const names = words.filter((word) => !isUsual(word, language));
  const isTranslated = (word: string): boolean =>
    /^\p{Ll}/u.test(word) || translated.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''));
  if (!names.some(isTranslated)) return null;
  return run.replace(/[\s.,&/+-]+$/u, '');
}

/** Abbreviations, brands with capitals inside, what has digits in it, single letters. */
function isUsual(word: string, language: Language): boolean {
  const bare = word.replace(/^[('’&-]+|[)'’.,&-]+$/gu, '');
  return (
    bare.replace(/[^\p{L}]/gu, '').length < 2 ||
    /\d/u.test(bare) ||
    /^[\p{Lu}&.-]+s?$/u.test(bare) ||
    /\p{Ll}\p{Lu}/u.test(bare) ||
    /^\p{Lu}{2,}/u.test(bare) ||
    legalForm.test(bare) ||
    mailWords.test(bare) ||
    (language === 'zh' && measures.test(bare))
  );
}
