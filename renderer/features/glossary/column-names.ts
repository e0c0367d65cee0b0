import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Literal keys, so that the catalogue check sees each of them. */
const fieldKeys = {
  id: 'fields.id',
  preferred_en: 'fields.preferred_en',
  allowed_en: 'fields.allowed_en',
  forbidden_en: 'fields.forbidden_en',
  preferred_ru: 'fields.preferred_ru',
  allowed_ru: 'fields.allowed_ru',
  forbidden_ru: 'fields.forbidden_ru',
  preferred_zh: 'fields.preferred_zh',
  allowed_zh: 'fields.allowed_zh',
  forbidden_zh: 'fields.forbidden_zh',
  area_en: 'fields.area_en',
  area_ru: 'fields.area_ru',
  area_zh: 'fields.area_zh',
  definition_en: 'fields.definition_en',
  definition_ru: 'fields.definition_ru',
  definition_zh: 'fields.definition_zh',
  source: 'fields.source',
  note: 'fields.note',
} as const;

/** What a column of a glossary file is called: by its field where that is known, else as the file has it. */
export function useColumnNames(): (column: string) => string {
  const { t } = useTranslation('glossary');
  return useCallback(
    (column) => (Object.hasOwn(fieldKeys, column) ? t(fieldKeys[column as keyof typeof fieldKeys]) : column),
    [t],
  );
}
