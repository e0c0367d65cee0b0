import { guessCyrillic } from './cyrillic-guess.ts';
import type { NameWord } from './name-word.ts';
import type { AnalysedName } from './parse.ts';
import { looksFeminine } from './patronymics.ts';
import { transcriptionSimilarity } from './russian-han.ts';
import { type Agreement, better } from './verdict.ts';

const nothing: Agreement = { score: 0, code: 'not_comparable' };
const sureFrom = 0.8;
const possibleFrom = 0.55;

type Role = 'family' | 'given' | 'patronymic';

/** A Russian name against its Chinese transcription, or two transcriptions of one name (standards, B6). */
export function matchTranscription(a: AnalysedName, b: AnalysedName): Agreement {
  const [left, right] = [a.transcription, b.transcription];
  if (left.length > 0 && right.length > 0) return matchTwo(left, right);
  if (left.length > 0) return matchRussian(b, left);
  return right.length > 0 ? matchRussian(a, right) : nothing;
}

/** Chinese writes given·patronymic·family; registers also put the family name first: 鲁茨科伊·安德烈. */
function matchTwo(a: readonly string[], b: readonly string[]): Agreement {
  if (a.length !== b.length || a.length < 2) return nothing;
  return [...a].sort().join() === [...b].sort().join() ? { score: 0.95, code: 'other_order' } : nothing;
}

interface Part {
  word: NameWord;
  role: Role;
}

function matchRussian(name: AnalysedName, transcription: readonly string[]): Agreement {
  let best = nothing;
  for (const { family, given, patronymic } of name.western.readings) {
    if (family === undefined) continue;
    const parts: Part[] = [
      ...(given === undefined ? [] : [{ word: given, role: 'given' as const }]),
      ...(patronymic === undefined ? [] : [{ word: patronymic, role: 'patronymic' as const }]),
      { word: family, role: 'family' },
    ];
    const gender = genderOf(given, patronymic, family);
    for (const order of orders(transcription, parts))
      best = better(best, scoreOrder(order, gender, transcription.length, parts.length));
  }
  return best;
}

function genderOf(given: NameWord | undefined, patronymic: NameWord | undefined, family: NameWord): '' | 'f' | 'm' {
  if (patronymic !== undefined) return looksFeminine(patronymic.folded) ? 'f' : 'm';
  if (given?.given !== undefined) return given.given.gender;
  return /(?:ва|на|ая|va|na|aya|aia)$/u.test(family.folded) ? 'f' : '';
}

interface Pair {
  han: string;
  part: Part;
}

/** Which part of the Russian name each transcribed part may be. */
function orders(transcription: readonly string[], parts: readonly Part[]): Pair[][] {
  const family = parts.filter(({ role }) => role === 'family');
  const given = parts.filter(({ role }) => role === 'given');
  const patronymic = parts.filter(({ role }) => role === 'patronymic');
  const sequences: Record<number, Part[][]> = {
    1: [family],
    2: [
      [...given, ...family],
      [...family, ...given],
    ],
    3: [
      [...given, ...patronymic, ...family],
      [...family, ...given, ...patronymic],
    ],
  };
  return (sequences[transcription.length] ?? [])
    .filter((sequence) => sequence.length === transcription.length)
    .map((sequence) => sequence.map((part, index) => ({ part, han: transcription[index] ?? '' })));
}

function scoreOrder(pairs: readonly Pair[], gender: '' | 'f' | 'm', hanCount: number, partCount: number): Agreement {
  let lowest = 1;
  for (const { han, part } of pairs) {
    const similarity = transcriptionSimilarity(han, guessCyrillic(part.word), { role: part.role, gender });
    lowest = Math.min(lowest, similarity);
    if (lowest < possibleFrom) return { score: 0.2, code: part.role === 'family' ? 'family_differs' : 'given_differs' };
  }
  if (hanCount === 1)
    return partCount === 1 ? { score: 0.8, code: 'han_transcription' } : { score: 0.62, code: 'family_only' };
  return { score: lowest >= sureFrom ? 0.93 : 0.7, code: 'han_transcription' };
}
