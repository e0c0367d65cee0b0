import type { Language } from '../language.ts';
import type { Finding } from './finding.ts';
import { clip } from './text.ts';

interface Mark {
  sign: string;
  start: number;
}

const closingOf: Record<string, string> = {
  '«': '»',
  '„': '“',
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '(': ')',
  '（': '）',
  '[': ']',
  '【': '】',
};
/** Pairs of each language; brackets are everybody's. */
const ownPairs: Record<Language, string> = { en: '“‘', ru: '«„', zh: '“‘《〈' };
const brackets = '(（[【';
/** How a quotation is written instead. */
const wanted: Record<Language, [string, string]> = { en: ['“', '”'], ru: ['«', '»'], zh: ['“', '”'] };

const interesting = /["＂'’‘“”„‟«»《》〈〉「」『』()（）[\]【】]/u;
const ownScript: Record<Language, RegExp> = {
  en: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

/** Quotation marks of another language, and quotation marks and brackets without their other half. */
export function checkQuotes(text: string, open: string, language: Language): Finding[] {
  if (!interesting.test(text)) return [];
  const findings: Finding[] = [];
  let at = 0;
  // A quotation does not run over the end of a paragraph.
  for (const line of open.split('\n')) {
    checkLine(line, at, text, language, findings);
    at += line.length + 1;
  }
  return findings.sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0)).slice(0, mostFindings);
}

/** More than these in one text is a text of another kind, and no help. */
const mostFindings = 100;

function checkLine(line: string, offset: number, text: string, language: Language, findings: Finding[]): void {
  if (!interesting.test(line)) return;
  const stack: Mark[] = [];
  const report = (start: number, end: number): void => {
    const detail = clip(text.slice(offset + start, offset + end));
    findings.push({ code: 'quotes', detail, expected: null, range: { start: offset + start, end: offset + end } });
  };
  const settle = (first: Mark, end: number): void => {
    const inner = line.slice(first.start + 1, end - 1);
    const isBracket = brackets.includes(first.sign);
    if (isBracket || ownPairs[language].includes(first.sign) || isStraightAllowed(first.sign, language)) return;
    // A title in another script has the marks of that script; that it stands there is another finding.
    if (!ownScript[language].test(inner) && /\p{L}/u.test(inner)) return;
    const [left, right] = wanted[language];
    const at = offset + first.start;
    findings.push({
      code: 'quotes',
      detail: clip(text.slice(at, offset + end)),
      expected: clip(left + text.slice(at + 1, offset + end - 1) + right),
      range: { start: at, end: offset + end },
    });
  };
  for (let start = 0; start < line.length; start += 1) {
    const sign = line.charAt(start);
    if (!interesting.test(sign) || isApostrophe(line, start) || isEnumerator(line, start, stack)) continue;
    const top = stack.at(-1);
    if (sign === '"' || sign === '＂' || sign === "'") {
      if (sign === '"' && /\d/u.test(line.charAt(start - 1)) && top?.sign !== '"') continue; // inches
      if (top?.sign === sign) {
        stack.pop();
        settle(top, start + 1);
      } else stack.push({ sign, start });
      continue;
    }
    // “ closes „ in Russian and opens elsewhere.
    const closes = closings.includes(sign) ? findOpening(stack, sign) : -1;
    if (closes !== -1) {
      for (const lost of stack.splice(closes + 1)) if (isTold(lost.sign)) report(lost.start, lost.start + 1);
      const first = stack.pop();
      if (first !== undefined) settle(first, start + 1);
    } else if (closingOf[sign] !== undefined) stack.push({ sign, start });
    else if (isTold(sign)) report(start, start + 1);
  }
  for (const { sign, start } of stack) if (isTold(sign)) report(start, start + 1);
}

const closings = Object.values(closingOf).join('');
/** Deeper than anybody quotes. */
const deepest = 8;
function findOpening(stack: readonly Mark[], sign: string): number {
  for (let at = stack.length - 1; at >= Math.max(0, stack.length - deepest); at -= 1) {
    if (isClosing(stack[at]?.sign ?? '', sign)) return at;
  }
  return -1;
}

const isClosing = (opening: string, sign: string): boolean =>
  closingOf[opening] === sign ||
  (opening === '„' && sign === '”') ||
  (opening === '(' && sign === '）') ||
  (opening === '（' && sign === ')');

const isStraightAllowed = (sign: string, language: Language): boolean =>
  language === 'en' && (sign === '"' || sign === "'");
/** A single ’ may be an apostrophe at the end of a word (the institutes’). */
const isTold = (sign: string): boolean => sign !== '’' && sign !== "'" && sign !== '‘';

const isApostrophe = (line: string, at: number): boolean =>
  /['’‘]/u.test(line.charAt(at)) &&
  (/[\p{L}\p{N}]/u.test(line.charAt(at - 1))
    ? /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(line.charAt(at + 1))
    : false);

/** «1)», «а)» before an item of a list. */
const isEnumerator = (line: string, at: number, stack: readonly Mark[]): boolean =>
  /[)）]/u.test(line.charAt(at)) &&
  findOpening(stack, ')') === -1 &&
  /(?:^|[\s;,:，；：。、])(?:\d{1,2}|\p{L}|[一二三四五六七八九十]{1,2}|[ivx]{1,4})$/u.test(
    line.slice(Math.max(0, at - 5), at),
  );
