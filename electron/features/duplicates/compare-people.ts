import type { PersonName } from '#shared/contract/people.ts';
import { guessLanguage, type Script, scriptOfLanguage, scripts } from '#shared/domain/language.ts';
import type { NameMatch } from '#shared/domain/name-match.ts';
import { type AnalysedName, analyseName, blockingKeys, match } from '#shared/domain/names/index.ts';
import type { BlockKeys } from './blocks.ts';
import type { Facts } from './evidence.ts';

/** One spelling of a person, read once. `isMain`: the name of its script; else a display form or an alias. */
interface Form {
  name: AnalysedName;
  script: Script;
  isMain: boolean;
}

/** A person as the search for duplicates sees one. */
export interface PersonEntry {
  id: string;
  forms: readonly Form[];
  /** A Chinese name by its own spelling: its characters decide. Of a Russian one the Cyrillic does. */
  isChinese: boolean;
  keys: BlockKeys;
  facts: Facts;
}

export function readForms(
  names: Record<Script, Pick<PersonName, 'family' | 'given' | 'patronymic' | 'display'>>,
  aliases: readonly string[],
): Pick<PersonEntry, 'forms' | 'isChinese' | 'keys'> {
  const forms: Form[] = [];
  for (const script of scripts) {
    const { family, given, patronymic, display } = names[script];
    const hasParts = `${family}${given}${patronymic}`.trim() !== '';
    if (hasParts) forms.push({ name: analyseName({ family, given, patronymic }), script, isMain: true });
    if (display.trim() !== '') forms.push({ name: analyseName(display), script, isMain: !hasParts });
  }
  for (const alias of aliases) {
    if (alias.trim() !== '') {
      forms.push({ name: analyseName(alias), script: scriptOfLanguage[guessLanguage(alias)], isMain: false });
    }
  }
  const readable = forms.filter(({ script }) => script !== 'han');
  const isChinese = forms.length > 0 && (readable.length > 0 ? readable : forms).every(isChineseForm);
  return { forms, isChinese, keys: findKeys(forms, isChinese) };
}

/** 安德烈·鲁茨科伊 is written in characters and yet no Chinese name. */
const isChineseForm = ({ name }: Form): boolean => name.isChinese && name.transcription.length < 2;

/**
 * Two kinds of key serve names of one sort, yet stand under all: a Chinese surname with one initial, for names with
 * initials, and the consonants of a Chinese transcription. Such a key is looked up among the few of that sort, and by
 * those among all; two others that share nothing else are not compared.
 */
function findKeys(forms: readonly Form[], isChinese: boolean): BlockKeys {
  const own = new Set<string>();
  const sought = new Set<string>();
  for (const form of forms) {
    const isInitials = form.name.words.some(({ isInitial }) => isInitial);
    const isTranscription = form.script === 'han' && !isChinese;
    for (const key of blockingKeys(form.name)) {
      const isOneSided = key.startsWith('t:') || (key.startsWith('c:') && key.endsWith('.'));
      const isOfThatSort = key.startsWith('t:') ? isTranscription : isInitials;
      own.add(key);
      if (isOneSided && isOfThatSort) own.add(`${key}!`);
      sought.add(isOneSided && !isOfThatSort ? `${key}!` : key);
    }
  }
  return { own: [...own], sought: [...sought] };
}

/**
 * The match of the best pair of forms, unless the form that is the stronger evidence speaks against it: two Chinese
 * names of other characters are at most `possible`, however alike their pinyin; two Russian ones whose Cyrillic, or
 * whose patronymic in any script, differs are two people, unless one has the other's spelling as an alias. Undefined
 * when the names are different.
 */
export function comparePeople(a: PersonEntry, b: PersonEntry): NameMatch | undefined {
  const isChinese = a.isChinese && b.isChinese;
  const strongest: Script = isChinese ? 'han' : 'cyrillic';
  const main = bestMatch(
    a.forms.filter(({ script, isMain }) => isMain && script === strongest),
    b.forms.filter(({ script, isMain }) => isMain && script === strongest),
  );
  if (main === undefined) return unlessDifferent(bestMatch(a.forms, b.forms));
  if (main.verdict === 'same') return main;
  if (!isChinese && main.verdict === 'possible') return unlessDifferent(bestMatch(a.forms, b.forms));
  if (hasMore(a) || hasMore(b)) {
    const inScript = bestMatch(
      a.forms.filter(({ script }) => script === strongest),
      b.forms.filter(({ script }) => script === strongest),
    );
    if (inScript?.verdict === 'same') return inScript;
  }
  if (!isChinese) return undefined;
  const best = unlessDifferent(bestMatch(a.forms, b.forms));
  if (best?.verdict !== 'same') return best;
  return main.verdict === 'possible' ? main : { ...best, score: doubtfulScore, verdict: 'possible' };
}

const hasMore = ({ forms }: PersonEntry): boolean => forms.some(({ isMain }) => !isMain);

/** Pinyin agrees, characters do not even sound alike: one of the two was mistyped, or they are two people. */
const doubtfulScore = 0.6;
/** No other pair of forms is worth looking for. */
const sureScore = 0.99;

/** Two scripts are compared where one of the two records has no form in the other's script. */
function bestMatch(a: readonly Form[], b: readonly Form[]): NameMatch | undefined {
  let best: NameMatch | undefined;
  for (const left of a) {
    const isAlone = !b.some(({ script }) => script === left.script);
    for (const right of b) {
      if (left.script !== right.script && !isAlone && a.some(({ script }) => script === right.script)) continue;
      const found = match(left.name, right.name);
      if (left.isMain && right.isMain && found.reason.code === 'patronymic_differs') return found;
      if (best === undefined || found.score > best.score) best = found;
      if (best.score >= sureScore) return best;
    }
  }
  return best;
}

const unlessDifferent = (found: NameMatch | undefined): NameMatch | undefined =>
  found?.verdict === 'different' ? undefined : found;
