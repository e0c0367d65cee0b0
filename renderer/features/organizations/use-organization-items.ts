import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { PickerItem } from '../../ui/picker.tsx';

/** All organisations for a Picker, found by name or abbreviation in any language. Those without a name stay out. */
export function useOrganizationItems(): PickerItem[] {
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery(query.organizations.list.queryOptions());
  return useMemo(
    () =>
      (data ?? [])
        .map(({ id, name, abbreviation }) => {
          const shown = chooseText(name, language);
          return {
            id,
            label: shown.text,
            language: shown.language,
            detail: chooseText(abbreviation, language).text,
            searchText: [...Object.values(name), ...Object.values(abbreviation)].join(' '),
          };
        })
        .filter(({ label }) => label !== '')
        .sort((a, b) => format.compare(a.label, b.label)),
    [data, language, format],
  );
}
