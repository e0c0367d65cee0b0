import { foldWord, scriptOfWord } from './spelling.ts';
import { foldCyrillic, foldLatin } from './russian-fold.ts';
import { givenNameRows } from './data/given-name-rows.ts';

interface GivenName {
  /** The form in Russian passports. */
  name: string;
  gender: 'f' | 'm';
}

let byKey: Map<string, GivenName> | undefined;
let bySpelling: Map<string, GivenName> | undefined;

function fill(): { byKey: Map<string, GivenName>; bySpelling: Map<string, GivenName> } {
  const keys = new Map<string, GivenName>();
  const spellings = new Map<string, GivenName>();
  for (const [gender, table] of Object.entries(givenNameRows) as ['f' | 'm', string][]) {
    for (const row of table.trim().split(/\s*\n\s*/u)) {
      const forms = row.split(' ');
      const name: GivenName = { name: forms[0] ?? '', gender };
      for (const form of forms) {
        if (!spellings.has(foldWord(form))) spellings.set(foldWord(form), name);
        const key = scriptOfWord(form) === 'cyrillic' ? foldCyrillic(form) : (foldLatin(form, [])[0] ?? '');
        if (!keys.has(key)) keys.set(key, name);
      }
    }
  }
  byKey = keys;
  bySpelling = spellings;
  return { byKey: keys, bySpelling: spellings };
}

/**
 * The Russian given name that a spelling stands for, with its equivalents in other languages: Andre, Andrei, Andrew,
 * Андрей. Found by spelling first, then by sound key.
 */
export function findGivenName(folded: string, keys: readonly string[]): GivenName | undefined {
  const maps = byKey !== undefined && bySpelling !== undefined ? { byKey, bySpelling } : fill();
  const spelled = maps.bySpelling.get(folded);
  if (spelled !== undefined) return spelled;
  for (const key of keys) {
    const found = maps.byKey.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
