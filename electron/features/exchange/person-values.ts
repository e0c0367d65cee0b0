import type { Affiliation, Person, PersonName } from '#shared/contract/people.ts';
import {
  emptyText,
  guessLanguage,
  type Language,
  languages,
  type LocalizedText,
  type Script,
  scriptOfLanguage,
  scripts,
} from '#shared/domain/language.ts';
import { splitName } from '#shared/domain/names/index.ts';
import { composeName } from '#shared/domain/person-name.ts';
import { type FieldValues, joinList, splitList } from '../../exchange/register-row.ts';

const fieldsOf = {
  latin: { full: 'full_latin', family: 'family_latin', given: 'given_latin', patronymic: 'patronymic_latin' },
  cyrillic: {
    full: 'full_cyrillic',
    family: 'family_cyrillic',
    given: 'given_cyrillic',
    patronymic: 'patronymic_cyrillic',
  },
  han: { full: 'full_han', family: 'family_han', given: 'given_han', patronymic: null },
} as const;
const lineFields = ['country', 'email', 'phone', 'messenger', 'languages', 'note'] as const;

/** A person as a row of a file. Of the affiliations the one that holds; forms that a machine made are left out. */
export function personToValues(person: Person, organizationName: (id: string) => LocalizedText): FieldValues {
  const current = person.affiliations.find(({ to }) => to === null) ?? person.affiliations[0];
  const organization = current === undefined ? emptyText() : organizationName(current.organizationId);
  const position = current?.position ?? emptyText();
  const values: FieldValues = { id: person.id };
  for (const script of scripts) {
    const name = person.names[script];
    if (name.source === 'generated') continue;
    const fields = fieldsOf[script];
    values[fields.full] = composeName(name, script);
    values[fields.family] = name.family;
    values[fields.given] = name.given;
    if (fields.patronymic !== null) values[fields.patronymic] = name.patronymic;
  }
  return {
    ...values,
    aliases: joinList(person.aliases.map(({ text }) => text)),
    gender: person.gender,
    title_en: person.title.en,
    title_ru: person.title.ru,
    title_zh: person.title.zh,
    country: person.country,
    email: person.email,
    phone: person.phone,
    messenger: person.messenger,
    languages: person.languages,
    note: person.note,
    organization_en: organization.en,
    organization_ru: organization.ru,
    organization_zh: organization.zh,
    position_en: position.en,
    position_ru: position.ru,
    position_zh: position.zh,
  };
}

export interface AppliedPerson {
  person: Person;
  /** Names of the fields that differ now. */
  changes: string[];
}

/** Fills a person from a row: what the row says replaces, what it leaves empty stays; lists only grow. */
export function applyPerson(
  stored: Person,
  values: FieldValues,
  organizationId: string | null,
  newId: () => string,
): AppliedPerson {
  const settled = settleAnyScript(values);
  const changes: string[] = [];
  const person: Person = {
    ...stored,
    names: { ...stored.names },
    title: { ...stored.title },
    aliases: [...stored.aliases],
    affiliations: stored.affiliations.map((one) => ({ ...one, position: { ...one.position } })),
  };
  for (const script of scripts) {
    const next = applyName(stored.names[script], settled, script);
    if (next === stored.names[script]) continue;
    person.names[script] = next;
    changes.push(fieldsOf[script].full);
  }
  const aliases = splitList(settled.aliases ?? '').filter(
    (text) => !stored.aliases.some((alias) => alias.text === text),
  );
  if (aliases.length > 0) {
    person.aliases.push(...aliases.map((text) => ({ id: newId(), text })));
    changes.push('aliases');
  }
  const gender = settled.gender;
  if ((gender === 'f' || gender === 'm') && gender !== stored.gender) {
    person.gender = gender;
    changes.push('gender');
  }
  for (const language of languages) {
    const title = settled[`title_${language}`] ?? '';
    if (title === '' || title === stored.title[language]) continue;
    person.title[language] = title;
    changes.push(`title_${language}`);
  }
  for (const field of lineFields) {
    const text = settled[field] ?? '';
    if (text === '' || text === stored[field]) continue;
    person[field] = text;
    changes.push(field);
  }
  changes.push(...applyAffiliation(person, settled, organizationId, newId));
  return { person, changes };
}

/** `full_name`, `position`: the script of the text tells the field. */
function settleAnyScript(values: FieldValues): FieldValues {
  const settled = { ...values };
  const name = values.full_name ?? '';
  if (name !== '') {
    const { full, family } = fieldsOf[scriptOfLanguage[guessLanguage(name)]];
    if (!settled[family]) settled[full] ??= name;
  }
  const position = values.position ?? '';
  if (position !== '') settled[`position_${guessLanguage(position)}`] ??= position;
  return settled;
}

function applyName(stored: PersonName, values: FieldValues, script: Script): PersonName {
  const fields = fieldsOf[script];
  const whole = values[fields.full] ?? '';
  const cells = {
    family: values[fields.family] ?? '',
    given: values[fields.given] ?? '',
    patronymic: fields.patronymic === null ? '' : (values[fields.patronymic] ?? ''),
  };
  const hasParts = Object.values(cells).some((text) => text !== '');
  if (!hasParts && (whole === '' || whole === composeName(stored, script))) return stored;
  const next = hasParts
    ? {
        family: cells.family || stored.family,
        given: cells.given || stored.given,
        patronymic: cells.patronymic || stored.patronymic,
        display: '',
      }
    : splitWhole(whole);
  if (hasParts && whole !== '' && composeName(next, script) !== whole) next.display = whole;
  const isSame = next.family === stored.family && next.given === stored.given && next.patronymic === stored.patronymic;
  if (isSame && (whole === '' || next.display === stored.display)) return stored;
  if (isSame) return { ...stored, display: next.display };
  return { ...next, source: 'entered', sortKey: stored.sortKey };
}

/** Where the order of the parts is a guess, the name is shown as it was written. */
function splitWhole(whole: string): Pick<PersonName, 'family' | 'given' | 'patronymic' | 'display'> {
  const { family, given, patronymic, script, isCertain } = splitName(whole);
  const parts = { family, given, patronymic, display: '' };
  return isCertain || composeName(parts, script) === whole ? parts : { ...parts, display: whole };
}

function applyAffiliation(
  person: Person,
  values: FieldValues,
  organizationId: string | null,
  newId: () => string,
): string[] {
  const changes: string[] = [];
  const isHeld = ({ to }: Affiliation): boolean => to === null;
  const ofOrganization = person.affiliations.filter((affiliation) => affiliation.organizationId === organizationId);
  let target =
    organizationId === null
      ? (person.affiliations.find(isHeld) ?? person.affiliations[0])
      : (ofOrganization.find(isHeld) ?? ofOrganization[0]);
  if (target === undefined && organizationId !== null) {
    target = { id: newId(), organizationId, position: emptyText(), from: null, to: null };
    person.affiliations.unshift(target);
    changes.push('organization');
  }
  for (const language of languages) {
    const position = values[`position_${language}`] ?? '';
    if (position === '' || target?.position[language] === position) continue;
    if (target !== undefined) target.position[language] = position;
    // A position stands with an organisation; one without is kept where it can be read.
    else if (!person.note.split('\n').includes(position))
      person.note = [person.note, position].filter(Boolean).join('\n');
    else continue;
    changes.push(`position_${language}`);
  }
  return changes;
}

/** The names under which a row's organisation is looked for. */
export function organizationOf(values: FieldValues): LocalizedText {
  const found: LocalizedText = {
    en: values.organization_en ?? '',
    ru: values.organization_ru ?? '',
    zh: values.organization_zh ?? '',
  };
  const text = values.organization ?? '';
  const language: Language = guessLanguage(text);
  if (text !== '' && found[language] === '') found[language] = text;
  return found;
}

export const hasName = (person: Person): boolean =>
  scripts.some((script) => composeName(person.names[script], script) !== '');
