import { useMemo } from 'react';
import type { Attendance } from '#shared/contract/attendance.ts';
import { compareByProtocol } from '#shared/domain/minutes/protocol-order.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { Choice } from '../../ui/choice-menu.tsx';
import { attendanceName } from './record-texts.ts';

/** Everybody who takes part, as choices for a speaker, in the order of the protocol. */
export function useSpeakers(attendance: readonly Attendance[]): Choice<string>[] {
  const language = useUiLanguage();
  return useMemo(
    () =>
      attendance.toSorted(compareByProtocol).map((row) => {
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
