import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { PickerItem } from '../../ui/picker.tsx';

const allText = (...texts: LocalizedText[]): string => texts.flatMap((text) => Object.values(text)).join(' ');

export function useOrganizationItems(): PickerItem[] {
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery(query.organizations.list.queryOptions());
  return useMemo(
    () =>
      (data ?? [])
        .map((organization) => {
          const name = chooseText(organization.name, language);
          return {
            id: organization.id,
            label: name.text,
            language: name.language,
            detail: chooseText(organization.abbreviation, language).text,
            searchText: allText(organization.name, organization.abbreviation),
          };
        })
        .sort((a, b) => format.compare(a.label, b.label)),
    [data, language, format],
  );
}

export function usePersonItems(): PickerItem[] {
  const language = useUiLanguage();
  const format = useFormat();
  const { data } = useQuery(query.people.list.queryOptions());
  return useMemo(
    () =>
      (data ?? [])
        .map((person) => {
          const name = chooseText(person.name, language);
          return {
            id: person.id,
            label: name.text,
            language: name.language,
            detail: chooseText(person.organization, language).text,
            searchText: allText(person.name, person.organization),
          };
        })
        .sort((a, b) => format.compare(a.label, b.label)),
    [data, language, format],
  );
}

export function useGroupItems(): PickerItem[] {
  const language = useUiLanguage();
  const { data } = useQuery(query.groups.list.queryOptions());
  return useMemo(
    () =>
      (data ?? []).map((group) => {
        const name = chooseText(group.name, language);
        return { id: group.id, label: name.text, language: name.language, searchText: allText(group.name) };
      }),
    [data, language],
  );
}
