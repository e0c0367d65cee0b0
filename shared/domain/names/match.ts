import type { NameMatch } from '../name-match.ts';
import { matchChinese } from './match-chinese.ts';
import { matchTranscription } from './match-transcription.ts';
import { matchWadeGiles } from './match-wade-giles.ts';
import { matchWestern } from './match-western.ts';
import { remember } from './memo.ts';
import { analyseName, AnalysedName, type NameInput } from './parse.ts';
import { type Agreement, better, toMatch } from './verdict.ts';

/** Names given as text are often compared again: one against all. */
const nameCount = 16_384;
const recall = remember(nameCount, analyseName);

const read = (name: NameInput | AnalysedName): AnalysedName =>
  name instanceof AnalysedName ? name : typeof name === 'string' ? recall(name) : analyseName(name);

/**
 * Whether two spellings may be one person's name, and by what rule (standards, B9). Symmetric in score, verdict and
 * code. A homonym is `same`: what is compared is the name, never the person.
 */
export function match(a: NameInput | AnalysedName, b: NameInput | AnalysedName): NameMatch {
  const [left, right] = [read(a), read(b)];
  // One order for both directions, so that ties between readings fall alike.
  if (right.text < left.text) {
    const { score, verdict, reason } = compare(right, left);
    return {
      score,
      verdict,
      reason: { code: reason.code, parts: { ...reason.parts, a: reason.parts.b ?? '', b: reason.parts.a ?? '' } },
    };
  }
  return compare(left, right);
}

const compare = (a: AnalysedName, b: AnalysedName): NameMatch => toMatch(a.text, b.text, agree(a, b));

function agree(a: AnalysedName, b: AnalysedName): Agreement {
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, code: 'not_comparable' };
  if (a.text === b.text) return { score: 1, code: 'identical' };
  if (a.folded === b.folded) return { score: 0.99, code: 'same_spelling' };
  if (a.isChinese && b.isChinese) return better(matchChinese(a, b), matchWadeGiles(a, b));
  let best = better(matchChinese(a, b), matchWestern(a, b));
  if (best.score < 0.9) best = better(best, better(matchTranscription(a, b), matchWadeGiles(a, b)));
  return best.score === 0 ? { score: 0, code: 'family_differs' } : best;
}
