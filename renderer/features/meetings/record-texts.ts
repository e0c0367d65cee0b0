import type { Attendance } from '#shared/contract/attendance.ts';
import { type ChosenText, chooseText, type Language } from '#shared/domain/language.ts';

/** Who takes part, as one line: the name, for a delegation the organisation. */
export function attendanceName(attendance: Attendance, language: Language): ChosenText {
  const name = chooseText(attendance.name, language);
  return name.text === '' ? chooseText(attendance.organization, language) : name;
}
