import type { Organization } from '#shared/contract/organizations.ts';
import { guessLanguage, languages } from '#shared/domain/language.ts';
import { type FieldValues, joinList, splitList } from '../../exchange/register-row.ts';

const localizedFields = ['name', 'abbreviation', 'city'] as const;

/** An organisation as a row of a file; relations have no column. */
export function organizationToValues(organization: Organization): FieldValues {
  return {
    id: organization.id,
    name_en: organization.name.en,
    name_ru: organization.name.ru,
    name_zh: organization.name.zh,
    abbreviation_en: organization.abbreviation.en,
    abbreviation_ru: organization.abbreviation.ru,
    abbreviation_zh: organization.abbreviation.zh,
    aliases: joinList(organization.aliases.map(({ text }) => text)),
    organization_kind: organization.kind,
    country: organization.country,
    city_en: organization.city.en,
    city_ru: organization.city.ru,
    city_zh: organization.city.zh,
    note: organization.note,
  };
}

/** As {@link applyPerson}. */
export function applyOrganization(
  stored: Organization,
  values: FieldValues,
  newId: () => string,
): { organization: Organization; changes: string[] } {
  const organization: Organization = {
    ...stored,
    name: { ...stored.name },
    abbreviation: { ...stored.abbreviation },
    city: { ...stored.city },
    aliases: [...stored.aliases],
  };
  const changes: string[] = [];
  for (const name of localizedFields) {
    const texts = { en: values[`${name}_en`] ?? '', ru: values[`${name}_ru`] ?? '', zh: values[`${name}_zh`] ?? '' };
    const text = values[name] ?? '';
    if (text !== '') texts[guessLanguage(text)] ||= text;
    for (const language of languages) {
      if (texts[language] === '' || texts[language] === stored[name][language]) continue;
      organization[name][language] = texts[language];
      changes.push(`${name}_${language}`);
    }
  }
  const aliases = splitList(values.aliases ?? '').filter(
    (text) => !stored.aliases.some((alias) => alias.text === text),
  );
  if (aliases.length > 0) {
    organization.aliases.push(...aliases.map((text) => ({ id: newId(), text })));
    changes.push('aliases');
  }
  // The row was checked: the text is one of the kinds.
  const kind = (values.organization_kind ?? '') as Organization['kind'] | '';
  if (kind !== '' && kind !== stored.kind) {
    organization.kind = kind;
    changes.push('organization_kind');
  }
  for (const field of ['country', 'note'] as const) {
    const text = values[field] ?? '';
    if (text === '' || text === stored[field]) continue;
    organization[field] = text;
    changes.push(field);
  }
  return { organization, changes };
}

export const isNamed = ({ name, abbreviation }: Organization): boolean =>
  languages.some((language) => name[language] !== '' || abbreviation[language] !== '');
