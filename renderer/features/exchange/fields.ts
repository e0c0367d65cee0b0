import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExchangeField, type ExchangeKind, organizationFields, personFields } from '#shared/contract/exchange.ts';

/** Literal keys, so that the catalogue check sees each of them. */
const fieldKeys = {
  id: 'fields.id',
  full_latin: 'fields.full_latin',
  family_latin: 'fields.family_latin',
  given_latin: 'fields.given_latin',
  patronymic_latin: 'fields.patronymic_latin',
  full_cyrillic: 'fields.full_cyrillic',
  family_cyrillic: 'fields.family_cyrillic',
  given_cyrillic: 'fields.given_cyrillic',
  patronymic_cyrillic: 'fields.patronymic_cyrillic',
  full_han: 'fields.full_han',
  family_han: 'fields.family_han',
  given_han: 'fields.given_han',
  full_name: 'fields.full_name',
  aliases: 'fields.aliases',
  gender: 'fields.gender',
  title_en: 'fields.title_en',
  title_ru: 'fields.title_ru',
  title_zh: 'fields.title_zh',
  country: 'fields.country',
  email: 'fields.email',
  phone: 'fields.phone',
  messenger: 'fields.messenger',
  languages: 'fields.languages',
  note: 'fields.note',
  organization: 'fields.organization',
  organization_en: 'fields.organization_en',
  organization_ru: 'fields.organization_ru',
  organization_zh: 'fields.organization_zh',
  position: 'fields.position',
  position_en: 'fields.position_en',
  position_ru: 'fields.position_ru',
  position_zh: 'fields.position_zh',
  name: 'fields.name',
  name_en: 'fields.name_en',
  name_ru: 'fields.name_ru',
  name_zh: 'fields.name_zh',
  abbreviation: 'fields.abbreviation',
  abbreviation_en: 'fields.abbreviation_en',
  abbreviation_ru: 'fields.abbreviation_ru',
  abbreviation_zh: 'fields.abbreviation_zh',
  organization_kind: 'fields.organization_kind',
  city: 'fields.city',
  city_en: 'fields.city_en',
  city_ru: 'fields.city_ru',
  city_zh: 'fields.city_zh',
} as const satisfies Record<ExchangeField, string>;

/** One entry per column of the file; null leaves the column out. */
export type Mapping = (ExchangeField | null)[];

export const fieldsOf: Record<ExchangeKind, readonly ExchangeField[]> = {
  people: personFields,
  organizations: organizationFields,
};

const nameField = /^(full|family|given|name|abbreviation)(_|$)/u;

/** Whether the mapping says where the names are: a record without any cannot be found again. */
export function hasName(mapping: Mapping): boolean {
  return mapping.some((field) => field !== null && nameField.test(field));
}

/** The fields that more than one column would go into. */
export function findTwice<Field extends string>(mapping: readonly (Field | null)[]): Field[] {
  const used = mapping.filter((field) => field !== null);
  return [...new Set(used.filter((field, index) => used.indexOf(field) !== index))];
}

/** Names of the fields in the interface language; a name that is not among them stays as it is. */
export function useFieldNames(): (field: string) => string {
  const { t } = useTranslation('exchange');
  return useMemo(
    () => (field) => (Object.hasOwn(fieldKeys, field) ? t(fieldKeys[field as ExchangeField]) : field),
    [t],
  );
}
