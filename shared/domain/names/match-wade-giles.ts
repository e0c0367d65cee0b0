import type { AnalysedName } from './parse.ts';
import { type Agreement } from './verdict.ts';
import type { WadeGilesReading } from './parse-wade-giles.ts';

/** Wade-Giles against pinyin, Palladius or characters. Never more than possible: chu is zhu, chu, ju and qu (standards, B7). */
export function matchWadeGiles(a: AnalysedName, b: AnalysedName): Agreement {
  const found = findShared(a.wadeGiles, b) ?? findShared(b.wadeGiles, a);
  return found === undefined
    ? { score: 0, code: 'not_comparable' }
    : { score: 0.7, code: 'wade_giles', parts: { reading: found } };
}

function findShared(old: WadeGilesReading | undefined, other: AnalysedName): string | undefined {
  if (old === undefined) return undefined;
  for (const { family, given } of other.chinese.readings) {
    const familyKey = old.family.find((key) => family.exact.includes(key));
    const givenKey = old.given.find((key) => given.exact.includes(key));
    if (familyKey !== undefined && givenKey !== undefined) return `${familyKey} ${givenKey}`;
  }
  return undefined;
}
