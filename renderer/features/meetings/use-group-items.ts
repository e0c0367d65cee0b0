import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { PickerItem } from '../../ui/picker.tsx';

export function useGroupItems(): PickerItem[] {
  const language = useUiLanguage();
  const { data } = useQuery(query.groups.list.queryOptions());
  return useMemo(
    () =>
      (data ?? []).map((group) => {
        const name = chooseText(group.name, language);
        return {
          id: group.id,
          label: name.text,
          language: name.language,
          searchText: Object.values(group.name).join(' '),
        };
      }),
    [data, language],
  );
}
