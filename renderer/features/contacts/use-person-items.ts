import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { PickerItem } from '../../ui/picker.tsx';
import { personSortText } from './person-order.ts';

/**
 * All contacts for a Picker, in the order in which a reader of the interface language looks them up; found by name or
 * organisation in any language. Those without a name stay out.
 */
export function usePersonItems(): PickerItem[] {
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery(query.people.list.queryOptions());
  return useMemo(
    () =>
      (data ?? [])
        .map(({ id, name, organization, sortKey, keys }) => {
          const shown = chooseText(name, language);
          return {
            id,
            label: shown.text,
            language: shown.language,
            detail: chooseText(organization, language).text,
            searchText: [...Object.values(name), ...Object.values(organization), keys].join(' '),
            sortText: personSortText({ name, sortKey }, language),
          };
        })
        .filter(({ label }) => label !== '')
        .sort((a, b) => format.compare(a.sortText, b.sortText)),
    [data, language, format],
  );
}
