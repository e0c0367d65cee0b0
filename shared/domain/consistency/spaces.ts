import type { Language } from '../language.ts';
import type { Finding } from './finding.ts';
import { clip } from './text.ts';

interface Rule {
  pattern: RegExp;
  /** What stands there instead. */
  instead: (written: string) => string;
}

const blank = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
const rule = (source: string, instead: Rule['instead']): Rule => ({ pattern: new RegExp(source, 'gu'), instead });
const nothing = (): string => '';
const one = (): string => ' ';
const behind = (sign: string): string => `${sign} `;

const doubled = rule(`(?<=[^\\s])${blank}{2,1000}(?=\\S)`, one);
const lettered: Rule[] = [
  doubled,
  // Not before «.NET» and «…».
  rule(`(?<=[^\\s])${blank}(?=[,;:!?](?![)(DP])|\\.(?![\\p{L}\\d.]))(?!${blank}?\\.{3})`, nothing),
  rule(`(?<=[(\\[«])${blank}(?=\\S)`, nothing),
  rule(`(?<=[^\\s])${blank}(?=[)\\]»])`, nothing),
  rule('(?<=[\\p{L}\\d)»”"])[,;](?=\\p{L})', behind),
  rule('(?<=\\p{L}{2})[:!?](?=\\p{L}{2})', behind),
  rule('(?<=\\p{Ll}{2})\\.(?=\\p{Lu}\\p{Ll})', behind),
  rule('(?<=\\p{L})\\((?=\\p{L}{2})', (sign) => ` ${sign}`),
];
const russianDash = rule('(?<=\\p{Script=Cyrillic}{2})—(?=\\p{Script=Cyrillic}{3})', (sign) => ` ${sign} `);

const full: Record<string, string> = { ',': '，', '.': '。', ';': '；', ':': '：', '!': '！', '?': '？' };
const han = '\\p{Script=Han}';
const chinese: Rule[] = [
  rule(`(?<=${han})${blank}{1,1000}(?=${han})`, nothing),
  rule(`(?<=[，。；：！？、）】”》])${blank}{1,1000}(?=${han})`, nothing),
  rule(`(?<=${han})${blank}{1,1000}(?=[，。；：！？、（【）】”“》《])`, nothing),
  rule(`(?<=[^\\s])${blank}{2,1000}(?=\\S)`, one),
  rule(`(?<=[${han}”》）])[,;:!?](?=[${han}“《（\\d\\p{Script=Latin}]|$)`, (sign) => full[sign] ?? sign),
  rule(`(?<=[${han}\\d\\p{Script=Latin}”》）])[,;](?=${han})`, (sign) => full[sign] ?? sign),
  rule(`(?<=${han})\\.(?=${han})`, () => full['.'] ?? ''),
  rule(`(?<=${han})[,;:!?.]${blank}(?=[${han}“《（])`, (sign) => full[sign.charAt(0)] ?? sign),
];
/** Times and ratios: half-width colons between digits are no matter of these. */
const rules: Record<Language, Rule[]> = { en: lettered, ru: [...lettered, russianDash], zh: chinese };

/** What one of the rules may find: most texts are right at a glance. */
const suspiciousLetters = new RegExp(
  `${blank}[${blank.slice(1, -1)},;:!?.)\\]»]|[(\\[«]${blank}|[,;:!?.]\\p{L}|[^\\s(](?:\\(|—)\\p{L}`,
  'u',
);
const suspicious: Record<Language, RegExp> = {
  en: suspiciousLetters,
  ru: suspiciousLetters,
  zh: new RegExp(`${blank}${blank}|[^\\x00-\\x7f]${blank}[^\\x00-\\x7f]|[,;:!?.]`, 'u'),
};

/** More than these in one text is a text of another kind, and no help. */
const mostFindings = 100;
/** How much of the text around tells one place from another. */
const context = 8;

/** Spaces too many and too few, and in Chinese signs of half width, as the language has them. */
export function checkSpaces(text: string, open: string, language: Language): Finding[] {
  const findings: Finding[] = [];
  if (!suspicious[language].test(open)) return findings;
  for (const { pattern, instead } of rules[language]) {
    for (const match of open.matchAll(pattern)) {
      if (findings.length >= mostFindings) break;
      const start = match.index;
      const end = start + match[0].length;
      if (findings.some(({ range }) => range !== null && start < range.end && range.start < end)) continue;
      const left = /\S{0,8}$/u.exec(text.slice(Math.max(0, start - context), start))?.[0] ?? '';
      const right = /^\S{0,8}/u.exec(text.slice(end, end + context))?.[0] ?? '';
      findings.push({
        code: 'spaces',
        detail: clip(left + text.slice(start, end) + right),
        expected: clip(left + instead(match[0]) + right),
        range: { start, end },
      });
    }
  }
  return findings.sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
}
