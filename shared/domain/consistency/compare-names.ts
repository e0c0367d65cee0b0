import { chooseText, type Language, scriptOfLanguage } from '../language.ts';
import { isOneEditApart } from '../names/edit-distance.ts';
import { composeName } from '../person-name.ts';
import type { Finding } from './finding.ts';
import { type NameLevel, type NameRegister, readWords } from './register.ts';
import type { Named, NamedPerson } from './scan-names.ts';
import { clip, foldInPlace, type Range } from './text.ts';

export interface NameQuestion {
  sourceText: string;
  source: Named;
  target: Named;
  targetText: string;
  targetLanguage: Language;
  /** Who may be meant by a family name alone: who attends. */
  near: ReadonlySet<string>;
  /** Who is known to be named in the source, however short or misspelt the name. */
  mentioned: readonly string[];
  register: NameRegister;
}

/** Who and what the source names and the translation does not, as the register has it. */
export function compareNames(question: NameQuestion): Finding[] {
  return [...comparePeople(question), ...compareOrganizations(question)];
}

const rank: Record<NameLevel, number> = { surname: 0, initials: 1, full: 2 };

function comparePeople(question: NameQuestion): Finding[] {
  const { sourceText, target, targetText, targetLanguage, near, mentioned, register } = question;
  const script = scriptOfLanguage[targetLanguage];
  const findings: Finding[] = [];
  const settled = new Set<string>();
  for (const person of [...question.source.people, ...findMisspelt(question)].sort(
    (a, b) => rank[b.level] - rank[a.level] || a.start - b.start,
  )) {
    const ids =
      person.level === 'full' ? person.ids : person.ids.filter((id) => near.has(id) || mentioned.includes(id));
    if (ids.length === 0 || ids.some((id) => settled.has(id))) continue;
    if (!person.isSure && !ids.some((id) => mentioned.includes(id))) continue;
    for (const id of ids) settled.add(id);
    const forms = ids.map((id) => registeredName(id, targetLanguage, register));
    const [form] = forms;
    if (form === undefined || forms.includes('')) continue;
    const inTarget = target.people.filter((other) => other.ids.some((id) => ids.includes(id)));
    const isNamed = inTarget.some(
      (other) => other.script === script && !other.isAlias && (person.level !== 'full' || other.level !== 'surname'),
    );
    if (isNamed) continue;
    const family = familyOf(ids[0] ?? '', targetLanguage, register);
    const [instead] = inTarget;
    findings.push({
      code: 'person-missing',
      detail: clip(sourceText.slice(person.start, person.end)),
      expected: person.level === 'full' ? form : family,
      range: instead === undefined ? findSimilar(targetText, family) : { start: instead.start, end: instead.end },
    });
  }
  return findings;
}

/** Who is mentioned in the row, and stands in its source with a letter wrong. */
function findMisspelt({ sourceText, source, mentioned, register }: NameQuestion): NamedPerson[] {
  return mentioned.flatMap((id) => {
    const names = register.people.get(id)?.names;
    if (names === undefined || source.people.some(({ ids }) => ids.includes(id))) return [];
    return (['latin', 'cyrillic'] as const).flatMap((script) => {
      const range = findSimilar(sourceText, names[script].family);
      return range === null ? [] : [{ ...range, ids: [id], script, level: 'surname', isAlias: true, isSure: true }];
    });
  });
}

/** Where the name stands with a letter wrong, to lead there. */
function findSimilar(text: string, family: string): Range | null {
  const wanted = foldInPlace(family);
  if (wanted.length < 4 || /\p{Script=Han}/u.test(wanted)) return null;
  const found = readWords(text).find(({ folded, written }) => {
    if (!/^\p{Lu}/u.test(written) || folded === wanted) return false;
    const begins = folded.slice(0, wanted.length);
    return [folded, begins, begins.slice(0, -1)].some((each) => isOneEditApart(each, wanted));
  });
  return found === undefined ? null : { start: found.start, end: found.end };
}

/** '' where nobody has entered one in that script. */
function registeredName(id: string, language: Language, register: NameRegister): string {
  const script = scriptOfLanguage[language];
  const parts = register.people.get(id)?.names[script];
  return parts === undefined || parts.source === 'generated' ? '' : composeName(parts, script);
}

function familyOf(id: string, language: Language, register: NameRegister): string {
  const family = register.people.get(id)?.names[scriptOfLanguage[language]].family.trim() ?? '';
  return family === '' ? registeredName(id, language, register) : family;
}

function compareOrganizations({
  sourceText,
  source,
  target,
  targetText,
  targetLanguage,
  register,
}: NameQuestion): Finding[] {
  const findings: Finding[] = [];
  const settled = new Set<string>();
  for (const { ids, start, end } of source.organizations) {
    if (ids.some((id) => settled.has(id))) continue;
    for (const id of ids) settled.add(id);
    const records = ids.flatMap((id) => register.organizations.get(id) ?? []);
    const forms = records.map(({ name, abbreviation }) => [name[targetLanguage], abbreviation[targetLanguage]]);
    if (forms.some(([name = '', short = '']) => name.trim() === '' && short.trim() === '')) continue;
    const script = scriptOfLanguage[targetLanguage];
    const isNamed =
      target.organizations.some(
        (other) => other.ids.some((id) => ids.includes(id)) && (other.script === script || other.script === 'latin'),
      ) || forms.some((each) => each.some((form) => form.trim() !== '' && targetText.includes(form.trim())));
    if (isNamed) continue;
    const [instead] = target.organizations.filter((other) => other.ids.some((id) => ids.includes(id)));
    const [record] = records;
    findings.push({
      code: 'organization-missing',
      detail: clip(sourceText.slice(start, end)),
      expected: record === undefined ? null : chooseText(record.name, targetLanguage).text,
      range: instead === undefined ? null : { start: instead.start, end: instead.end },
    });
  }
  return findings;
}

/** Where a text names somebody or something of the register that has no name in its language's own script. */
export function borrowedNames(named: Named, language: Language, register: NameRegister): Range[] {
  const script = scriptOfLanguage[language];
  return [
    ...named.people.filter((person) => isBorrowed(person, language, register)),
    ...named.organizations.filter(
      ({ ids, script: written }) =>
        written !== script &&
        // Abbreviations in Latin letters stand in Russian and Chinese texts as they are.
        (written === 'latin' || ids.some((id) => register.organizations.get(id)?.name[language].trim() === '')),
    ),
  ].map(({ start, end }) => ({ start, end }));
}

const isBorrowed = (person: NamedPerson, language: Language, register: NameRegister): boolean =>
  person.script !== scriptOfLanguage[language] &&
  person.ids.some((id) => registeredName(id, language, register) === '');
