import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { PickerItem } from '../../ui/picker.tsx';

interface Known {
  key: string;
  name: LocalizedText;
  open: number;
}

const nothing: Known[] = [];

/** Everybody who has or had an action to do, and all sides, by name in the language of the interface; `id` is their key. */
export function useOwnerItems(): { owners: PickerItem[]; sides: PickerItem[] } {
  const { data } = useQuery(query.actions.owners.queryOptions());
  const owners = useItems(data?.owners ?? nothing);
  const sides = useItems(data?.sides ?? nothing);
  return { owners, sides };
}

function useItems(known: readonly Known[]): PickerItem[] {
  const { t } = useTranslation('registers');
  const language = useUiLanguage();
  const format = useFormat();
  return useMemo(
    () =>
      known
        .map(({ key, name, open }) => {
          const shown = chooseText(name, language);
          return {
            id: key,
            label: shown.text === '' ? t('noName') : shown.text,
            language: shown.text === '' ? undefined : shown.language,
            detail: t('openCount', { count: open, formatted: format.number(open) }),
            searchText: Object.values(name).join(' '),
          };
        })
        .sort((a, b) => format.compare(a.label, b.label)),
    [known, language, format, t],
  );
}
