import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { Choice } from '../../ui/choice-menu.tsx';

const nothing: { id: string; name: LocalizedText }[] = [];

function useNamed(items: readonly { id: string; name: LocalizedText }[], unnamed: string): Choice<string>[] {
  const language = useUiLanguage();
  const format = useFormat();
  return useMemo(
    () =>
      items
        .map(({ id, name }) => {
          const shown = chooseText(name, language);
          return shown.text === '' ? { id, label: unnamed } : { id, label: shown.text, language: shown.language };
        })
        .sort((a, b) => format.compare(a.label, b.label)),
    [items, language, format, unnamed],
  );
}

/** All areas, by name in the language of the interface. */
export function useAreaChoices(): Choice<string>[] {
  const { t } = useTranslation('follow-up');
  const { data } = useQuery(query.areas.list.queryOptions());
  return useNamed(data ?? nothing, t('areas.unnamed'));
}

/** All working groups, by name in the language of the interface. */
export function useGroupChoices(): Choice<string>[] {
  const { t } = useTranslation('follow-up');
  const { data } = useQuery(query.groups.list.queryOptions());
  return useNamed(data ?? nothing, t('filter.unnamedGroup'));
}
