import i18next from 'i18next';
import type { ExchangeField } from '#shared/contract/exchange.ts';
import type { Language } from '#shared/domain/language.ts';
import en from '#resources/locales/en/exchange.json' with { type: 'json' };
import ru from '#resources/locales/ru/exchange.json' with { type: 'json' };
import zh from '#resources/locales/zh/exchange.json' with { type: 'json' };

/** As documents have: the language of a file is not that of the screen. */
const catalogue = i18next.createInstance();
void catalogue.init({
  resources: { en: { exchange: en }, ru: { exchange: ru }, zh: { exchange: zh } },
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The heads of columns in one language. */
export function readFieldLabels(language: Language): Record<ExchangeField, string> {
  const t = catalogue.getFixedT(language);
  return {
    id: t('exchange:fields.id'),
    full_latin: t('exchange:fields.full_latin'),
    family_latin: t('exchange:fields.family_latin'),
    given_latin: t('exchange:fields.given_latin'),
    patronymic_latin: t('exchange:fields.patronymic_latin'),
    full_cyrillic: t('exchange:fields.full_cyrillic'),
    family_cyrillic: t('exchange:fields.family_cyrillic'),
    given_cyrillic: t('exchange:fields.given_cyrillic'),
    patronymic_cyrillic: t('exchange:fields.patronymic_cyrillic'),
    full_han: t('exchange:fields.full_han'),
    family_han: t('exchange:fields.family_han'),
    given_han: t('exchange:fields.given_han'),
    full_name: t('exchange:fields.full_name'),
    aliases: t('exchange:fields.aliases'),
    gender: t('exchange:fields.gender'),
    title_en: t('exchange:fields.title_en'),
    title_ru: t('exchange:fields.title_ru'),
    title_zh: t('exchange:fields.title_zh'),
    country: t('exchange:fields.country'),
    email: t('exchange:fields.email'),
    phone: t('exchange:fields.phone'),
    messenger: t('exchange:fields.messenger'),
    languages: t('exchange:fields.languages'),
    note: t('exchange:fields.note'),
    organization: t('exchange:fields.organization'),
    organization_en: t('exchange:fields.organization_en'),
    organization_ru: t('exchange:fields.organization_ru'),
    organization_zh: t('exchange:fields.organization_zh'),
    position: t('exchange:fields.position'),
    position_en: t('exchange:fields.position_en'),
    position_ru: t('exchange:fields.position_ru'),
    position_zh: t('exchange:fields.position_zh'),
    name: t('exchange:fields.name'),
    name_en: t('exchange:fields.name_en'),
    name_ru: t('exchange:fields.name_ru'),
    name_zh: t('exchange:fields.name_zh'),
    abbreviation: t('exchange:fields.abbreviation'),
    abbreviation_en: t('exchange:fields.abbreviation_en'),
    abbreviation_ru: t('exchange:fields.abbreviation_ru'),
    abbreviation_zh: t('exchange:fields.abbreviation_zh'),
    organization_kind: t('exchange:fields.organization_kind'),
    city: t('exchange:fields.city'),
    city_en: t('exchange:fields.city_en'),
    city_ru: t('exchange:fields.city_ru'),
    city_zh: t('exchange:fields.city_zh'),
  };
}
