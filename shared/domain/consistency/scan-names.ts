import type { Script } from '../language.ts';
import { isSameWord } from './inflect.ts';
import { headOf, type NameLevel, type NameRegister, type PersonForm, readWords, type Word } from './register.ts';
import { overlaps, type Range } from './text.ts';

/** Somebody or something of the register, as a text names it. */
export interface NamedPerson extends Range {
  /** More than one where namesakes may be meant. */
  ids: string[];
  script: Script;
  level: NameLevel;
  /** Not as registered, but as somebody has misspelt it before. */
  isAlias: boolean;
  /** It can be nobody else: not a short word that stands alone. */
  isSure: boolean;
}
export interface NamedOrganization extends Range {
  ids: string[];
  script: Script;
}
export interface Named {
  people: NamedPerson[];
  organizations: NamedOrganization[];
}

/** The people and organisations of the register that a text names, in any script; the longest name wins. */
export function scanNames(text: string, register: NameRegister): Named {
  const words = readWords(text);
  const inHan = scanHan(text, register);
  const organizations = keepLongest([...scanOrganizations(words, register), ...inHan.organizations]);
  const people = [...scanPeople(words, text, register), ...inHan.people].filter(
    (person) => !organizations.some((organization) => overlaps(person, organization)),
  );
  return { people: mergeSame(people), organizations };
}

function scanPeople(words: readonly Word[], text: string, register: NameRegister): NamedPerson[] {
  const found: NamedPerson[] = [];
  words.forEach((word, index) => {
    const forms = register.families.get(word.folded);
    if (forms === undefined || !/^\p{Lu}/u.test(word.written)) return;
    for (const form of forms) {
      const person = readPerson(words, index, form, text);
      if (person !== null) found.push(person);
    }
  });
  return found;
}

const courtesy =
  /^(?:mr|ms|mrs|dr|prof|professor|academician|comrade|г|господин[а-я]{0,2}|госпож[а-я]{1,2}|проф|профессор[а-я]{0,2}|академик[а-я]{0,2}|товарищ[а-я]{0,2}|тов|доктор[а-я]{0,2})$/u;

function readPerson(words: readonly Word[], index: number, form: PersonForm, text: string): NamedPerson | null {
  const first = words[index];
  if (first === undefined) return null;
  let last = index;
  for (const part of form.moreFamily) {
    const next = words[last + 1];
    if (next === undefined || !isSameWord(part, next.folded)) return null;
    last += 1;
  }
  const after = readGiven(words, last, 1, form, text);
  const before = readGiven(words, index, -1, form, text);
  const best = after.level === 'full' || before.level === 'surname' ? after : before;
  const start = Math.min(first.start, best.start);
  const previous = words[index - 1];
  const isSure =
    best.level !== 'surname' || !form.isShort || (previous !== undefined && courtesy.test(previous.folded));
  return {
    ids: [form.personId],
    script: form.script,
    level: best.level,
    isAlias: form.isAlias,
    isSure,
    start,
    end: Math.max(words[last]?.end ?? first.end, best.end),
  };
}

interface Given extends Range {
  level: NameLevel;
}

/** Given names or initials that stand before (`step` −1) or behind the family name. */
function readGiven(words: readonly Word[], at: number, step: 1 | -1, form: PersonForm, text: string): Given {
  const own = words[at];
  const given: Given = { level: 'surname', start: own?.start ?? 0, end: own?.end ?? 0 };
  const wanted = form.given.length;
  let previous = own;
  for (let count = 0, index = at + step; count < Math.max(wanted, 1); count += 1, index += step) {
    const word = words[index];
    if (word === undefined || previous === undefined) break;
    const [left, right] = step === 1 ? [previous, word] : [word, previous];
    if (!/^(?:[.,]?[ \u00a0\u202f]{0,2}|-)$/u.test(text.slice(left.end, right.start))) break;
    if (form.given.some((forms) => forms.has(word.folded))) given.level = 'full';
    else if (word.folded.length === 1 && form.initials.includes(word.folded)) {
      if (given.level === 'surname') given.level = 'initials';
    } else break;
    given.start = Math.min(given.start, word.start);
    given.end = Math.max(given.end, word.end);
    previous = word;
  }
  return given;
}

function scanOrganizations(words: readonly Word[], register: NameRegister): NamedOrganization[] {
  const found: NamedOrganization[] = [];
  words.forEach((word, index) => {
    for (const head of headsOf(word)) {
      for (const form of register.heads.get(head) ?? []) {
        const last = words[index + form.words.length - 1];
        if (last === undefined) continue;
        const fits = form.words.every((part, at) => {
          const candidate = words[index + at];
          if (candidate === undefined) return false;
          return form.isExact
            ? isSameName(part, candidate.written)
            : isSameInScript(part, candidate.folded, form.script);
        });
        if (fits) {
          found.push({ ids: [form.organizationId], script: form.script, start: word.start, end: last.end });
        }
      }
    }
  });
  return found;
}

function headsOf({ folded, written }: Word): string[] {
  const head = headOf(folded);
  const heads = head === folded ? [folded] : [folded, head];
  return /^\p{Lu}{2,}\p{Ll}{1,2}$/u.test(written) ? [...heads, folded.replace(/[аеоуюя]м?$/u, '')] : heads;
}

/** «ВНИИГ» and «ВНИИГа»; «РусГидро» as it is, «Роснано» with its endings. */
function isSameName(registered: string, written: string): boolean {
  if (registered === written) return true;
  if (/^\p{Script=Latin}/u.test(registered)) return false;
  const rest = written.startsWith(registered) ? written.slice(registered.length) : null;
  if (rest !== null) return /^(?:[ауеы]|ом|ов|ам|ами|ах)$/u.test(rest);
  return (
    registered.charAt(0) === written.charAt(0) &&
    /\p{Ll}$/u.test(registered) &&
    isSameWord(registered.toLowerCase(), written.toLowerCase())
  );
}

const isSameInScript = (part: string, word: string, script: Script): boolean =>
  script === 'cyrillic' ? isSameWord(part, word) : part === word;

/** A title behind a Chinese family name. */
const hanTitle =
  /^(?:先生|女士|同志|教授|博士|院士|研究员|主任|所长|院长|校长|书记|主席|部长|局长|处长|厅长|司长|市长|省长|州长|科长|总领事|领事|大使|董事长|总经理|经理|总裁|秘书|团长|代表|组长|总)/u;

const firstHan = 0x3400;

function scanHan(text: string, register: NameRegister): Named {
  const named: Named = { people: [], organizations: [] };
  if (!/\p{Script=Han}/u.test(text)) return named;
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) < firstHan) continue;
    const pair = text.slice(index, index + 2);
    for (const form of register.han.get(pair) ?? []) addHan(named, form, text, index);
    for (const form of register.han.get(pair.slice(0, 1)) ?? []) addHan(named, form, text, index);
  }
  return named;
}

function addHan(
  named: Named,
  form: { kind: 'person' | 'organization'; id: string; text: string; level: NameLevel; needsTitle: boolean },
  text: string,
  start: number,
): void {
  // Transcribed names are written with other dots, too.
  const end = start + form.text.length;
  const written = text.slice(start, end).replace(/[•・‧．]/gu, '·');
  if (written !== form.text) return;
  const base = { ids: [form.id], script: 'han' as const, start, end };
  if (form.kind === 'organization') named.organizations.push(base);
  else {
    const isSure = !form.needsTitle || hanTitle.test(text.slice(end, end + 3));
    named.people.push({ ...base, level: form.level, isAlias: false, isSure });
  }
}

/** Names inside longer ones are not meant by themselves; namesakes share a place. */
function keepLongest(found: NamedOrganization[]): NamedOrganization[] {
  const kept: NamedOrganization[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const same = kept.find(({ start, end }) => start === one.start && end === one.end);
    if (same !== undefined) same.ids = [...new Set([...same.ids, ...one.ids])];
    else if (!kept.some((other) => overlaps(other, one))) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const rank: Record<NameLevel, number> = { surname: 0, initials: 1, full: 2 };

/** One per place: the fullest reading, with all who may be meant by it. */
function mergeSame(found: NamedPerson[]): NamedPerson[] {
  const kept: NamedPerson[] = [];
  const order = [...found].sort(
    (a, b) =>
      rank[b.level] - rank[a.level] || Number(a.isAlias) - Number(b.isAlias) || b.end - b.start - (a.end - a.start),
  );
  for (const one of order) {
    const same = kept.find((other) => overlaps(other, one));
    if (same === undefined) kept.push({ ...one });
    else if (same.start === one.start && same.end === one.end && same.level === one.level) {
      same.ids = [...new Set([...same.ids, ...one.ids])];
      if (!one.isAlias) same.isAlias = false;
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
