import type { Attendance } from '#shared/contract/attendance.ts';
import { type ChosenText, chooseText, type Language } from '#shared/domain/language.ts';

/** Who takes part, as one line: the name, for a delegation the organisation. */
export function attendanceName(attendance: Attendance, language: Language): ChosenText {
  const name = chooseText(attendance.name, language);
  return name.text === '' ? chooseText(attendance.organization, language) : name;
}

const rankByRole: Partial<Record<Attendance['roles'][number], number>> = {
  chair: 0,
  co_chair: 0,
  head_of_delegation: 1,
};

/** Chairs stand before heads of delegation, these before everybody else, as in the minutes. */
export function protocolRank(attendance: Attendance): number {
  return Math.min(2, ...attendance.roles.map((role) => rankByRole[role] ?? 2));
}
