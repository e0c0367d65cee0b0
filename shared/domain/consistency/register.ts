import type { LocalizedText, Script } from '../language.ts';
import { composeName, type PersonNameParts, type PersonNames } from '../person-name.ts';
import { declineName } from './inflect.ts';
import { foldInPlace } from './text.ts';

export interface RegisteredPerson {
  id: string;
  names: PersonNames;
  aliases: readonly string[];
}
export interface RegisteredOrganization {
  id: string;
  name: LocalizedText;
  abbreviation: LocalizedText;
  aliases: readonly string[];
}

/** A name in letters, in one script. */
export interface PersonForm {
  personId: string;
  script: Script;
  /** Folded words behind the first of the family name (double names). */
  moreFamily: readonly string[];
  /** Per given name and patronymic: all its forms. */
  given: readonly ReadonlySet<string>[];
  initials: readonly string[];
  isAlias: boolean;
  /** Too short, or too usual a word, to be meant wherever it stands alone. */
  isShort: boolean;
}
/** A name in characters. */
export interface HanForm {
  kind: 'person' | 'organization';
  id: string;
  text: string;
  level: NameLevel;
  /** A family name of one or two characters means somebody only before a title. */
  needsTitle: boolean;
}
export interface OrganizationForm {
  organizationId: string;
  script: 'latin' | 'cyrillic';
  /** Folded; as written where `isExact`. */
  words: readonly string[];
  /** Abbreviations and names of one word: letters stand as they are registered. */
  isExact: boolean;
}

export const nameLevels = ['surname', 'initials', 'full'] as const;
export type NameLevel = (typeof nameLevels)[number];

/** The names of the register as they are looked for in a text. */
export interface NameRegister {
  people: ReadonlyMap<string, RegisteredPerson>;
  organizations: ReadonlyMap<string, RegisteredOrganization>;
  /** By the first word of the family name in any case. */
  families: ReadonlyMap<string, readonly PersonForm[]>;
  /** By {@link headOf} of the first word. */
  heads: ReadonlyMap<string, readonly OrganizationForm[]>;
  /** By the first two characters. */
  han: ReadonlyMap<string, readonly HanForm[]>;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const articles = new Set(['the', 'a', 'an']);

export interface Word {
  start: number;
  end: number;
  written: string;
  folded: string;
}

/** Words in letters, without articles: names are written with and without. */
export function readWords(text: string): Word[] {
  const folded = foldInPlace(text);
  const words: Word[] = [];
  for (const match of folded.matchAll(/[[\p{L}\p{M}\p{N}]--[\p{Script=Han}]]+/gv)) {
    const { index: start } = match;
    if (articles.has(match[0])) continue;
    const end = start + match[0].length;
    words.push({ start, end, written: text.slice(start, end), folded: match[0] });
  }
  return words;
}

const split = (text: string): string[] =>
  (foldInPlace(text).match(wordPattern) ?? []).filter((word) => !articles.has(word));
const headLength = 4;
/** What all forms of a Russian word begin with; other words stand for themselves. */
export const headOf = (word: string): string => (/^[а-я]/u.test(word) ? word.slice(0, headLength) : word);

export function buildNameRegister(
  people: readonly RegisteredPerson[],
  organizations: readonly RegisteredOrganization[],
): NameRegister {
  const families = new Map<string, PersonForm[]>();
  const heads = new Map<string, OrganizationForm[]>();
  const han = new Map<string, HanForm[]>();
  for (const person of people) {
    for (const script of ['latin', 'cyrillic'] as const) {
      const parts = person.names[script];
      const known = parts.family.trim() === '' ? splitDisplay(parts) : parts;
      if (known !== null) addPersonForm(families, person.id, script, known, false);
    }
    for (const alias of person.aliases) {
      const script = /\p{Script=Cyrillic}/u.test(alias) ? 'cyrillic' : /\p{Script=Latin}/u.test(alias) ? 'latin' : null;
      const [family = '', given = '', ...more] = alias.split(/\s+/u);
      if (script !== null && given !== '') {
        addPersonForm(families, person.id, script, { family, given, patronymic: more.join(' ') }, true);
      }
    }
    addHanPerson(han, person);
  }
  const shortened = readShortened(organizations);
  for (const organization of organizations) addOrganization(heads, han, organization, shortened);
  return {
    people: new Map(people.map((person) => [person.id, person])),
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    families,
    heads,
    han,
  };
}

type Parts = Pick<PersonNameParts, 'family' | 'given' | 'patronymic'>;

/** A name that is kept as one text, family name first as everywhere in the register. */
function splitDisplay({ display }: PersonNameParts): Parts | null {
  const [family = '', given = '', ...more] = display.trim().split(/\s+/u);
  return family === '' || given === '' ? null : { family, given, patronymic: more.join(' ') };
}

function addPersonForm(
  families: Map<string, PersonForm[]>,
  personId: string,
  script: 'latin' | 'cyrillic',
  { family, given, patronymic }: Parts,
  isAlias: boolean,
): void {
  const [first = '', ...moreFamily] = split(family);
  if (first === '') return;
  const decline = script === 'cyrillic' ? declineName : (name: string) => [name];
  const others = split(`${given} ${patronymic}`);
  const form: PersonForm = {
    personId,
    script,
    moreFamily,
    given: others.map((name) => new Set(decline(name))),
    initials: others.map((name) => name.charAt(0)),
    isAlias,
    isShort: first.length < 4,
  };
  // Only the last part of a double name is sure to be declined.
  for (const written of decline(first)) push(families, written, form);
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function addHanPerson(han: Map<string, HanForm[]>, { id, names }: RegisteredPerson): void {
  const { family, given, patronymic } = names.han;
  const add = (text: string, level: NameLevel, needsTitle = false): void => {
    const clean = text.replace(/\s/gu, '');
    if (clean === '' || (clean.length < 2 && !needsTitle)) return;
    push(han, clean.slice(0, 2).length < 2 ? clean : clean.slice(0, 2), {
      kind: 'person',
      id,
      text: clean,
      level,
      needsTitle,
    });
  };
  const forms = new Set([
    composeName(names.han, 'han'),
    family + given,
    ...(given === '' ? [] : [`${given}·${family}`, ...(patronymic === '' ? [] : [`${given}·${patronymic}·${family}`])]),
  ]);
  for (const form of forms) if (given !== '' || form.length > 2) add(form, 'full');
  const surname = family !== '' ? family : (/·([^·]+)$/u.exec(names.han.display)?.[1] ?? '');
  if (surname !== '') add(surname, 'surname', surname.length < 3);
}

/** Legal forms: a name is meant without them, too. */
const legalForms =
  /(?:,? (?:jsc|ltd|llc|inc|co\.?,? ltd|corp|plc)\.?)$|^(?:ао|оао|пао|зао|ооо|нпо|фгуп|фгбун|фгбоу во|фгаоу во|гк) |(?:股份有限公司|有限责任公司|有限公司)$/iu;

/** Full names by abbreviation and abbreviations by full name, as words in whatever case: РАН, Российская академия наук. */
type Shortened = ReadonlyMap<string, readonly string[]>;
const wordsKey = (words: readonly string[]): string => words.map(headOf).join(' ');
const longestPart = 8;

function readShortened(organizations: readonly RegisteredOrganization[]): Shortened {
  const shortened = new Map<string, string[]>();
  for (const { name, abbreviation } of organizations) {
    for (const language of ['en', 'ru'] as const) {
      const [long, short] = [split(name[language]), split(abbreviation[language])];
      if (long.length < 2 || long.length > longestPart || short.length !== 1) continue;
      shortened.set(wordsKey(long), short);
      shortened.set(wordsKey(short), long);
    }
  }
  return shortened;
}

/** «Siberian Branch of RAS» for «Siberian Branch of the Russian Academy of Sciences», and the other way round. */
function exchangeParts(words: readonly string[], shortened: Shortened): string[][] {
  const found: string[][] = [];
  for (let start = 1; start < words.length; start += 1) {
    for (let end = start + 1; end <= Math.min(words.length, start + longestPart); end += 1) {
      const other = shortened.get(wordsKey(words.slice(start, end)));
      if (other !== undefined) found.push([...words.slice(0, start), ...other, ...words.slice(end)]);
    }
  }
  return found;
}

function addOrganization(
  heads: Map<string, OrganizationForm[]>,
  han: Map<string, HanForm[]>,
  { id, name, abbreviation, aliases }: RegisteredOrganization,
  shortened: Shortened,
): void {
  const abbreviations = Object.values(abbreviation);
  const names = [...Object.values(name), ...aliases];
  const all = [...names, ...names.map((text) => text.trim().replace(legalForms, '')), ...abbreviations];
  for (const text of new Set(all.map((each) => each.trim()))) {
    if (text === '') continue;
    if (/\p{Script=Han}/u.test(text)) {
      const clean = text.replace(/\s/gu, '');
      if (clean.length > 1) {
        push(han, clean.slice(0, 2), { kind: 'organization', id, text: clean, level: 'full', needsTitle: false });
      }
      continue;
    }
    const words = split(text);
    const [first] = words;
    if (first === undefined || text.length < 2) continue;
    const isExact = words.length === 1 || abbreviations.some((each) => each.trim() === text);
    if (isExact && words.length === 1 && !/\p{Lu}/u.test(text)) continue;
    const script = /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin';
    if (isExact) {
      push(heads, first, { organizationId: id, script, words: text.match(wordPattern) ?? [], isExact });
    } else {
      for (const each of [words, ...exchangeParts(words, shortened)]) {
        push(heads, headOf(first), { organizationId: id, script, words: each, isExact });
      }
    }
  }
}
