import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { PickerItem } from '../../ui/picker.tsx';

/** Meetings for a Picker, the newest first; of one working group, or all. */
export function useMeetingItems(groupId: string | null): PickerItem[] {
  const { t } = useTranslation('follow-up');
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery(query.meetings.list.queryOptions());
  return useMemo(
    () =>
      (data ?? [])
        .filter((meeting) => groupId === null || meeting.groupId === groupId)
        .sort((a, b) => (a.date < b.date ? 1 : -1))
        .map(({ id, title, date }) => {
          const shown = chooseText(title, language);
          return {
            id,
            label: shown.text === '' ? t('source.untitled') : shown.text,
            language: shown.text === '' ? undefined : shown.language,
            detail: format.shortDate(date),
            searchText: Object.values(title).join(' '),
          };
        }),
    [data, groupId, language, format, t],
  );
}
