import { useMemo } from 'react';
import type { Attendance } from '#shared/contract/attendance.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { Choice } from '../../ui/choice-menu.tsx';
import { attendanceName, protocolRank } from './record-texts.ts';

/** Everybody who takes part, as choices for a speaker, in the order of the protocol. */
export function useSpeakers(attendance: readonly Attendance[]): Choice<string>[] {
  const language = useUiLanguage();
  return useMemo(
    () =>
      attendance
        .toSorted((a, b) => protocolRank(a) - protocolRank(b) || compareByOrderKey(a, b))
        .map((row) => {
          const name = attendanceName(row, language);
          const organization = chooseText(row.organization, language).text;
          return {
            id: row.id,
            label: name.text,
            language: name.language,
            detail: organization === name.text ? '' : organization,
          };
        }),
    [attendance, language],
  );
}
