import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceFates, type AttendanceField, type AttendanceRow } from '#shared/contract/attendance-import.ts';
import { fateWords, type FateWords, useFieldNames } from '../../../exchange/index.ts';
import type { Decision } from './decisions.ts';

type Fate = AttendanceRow['fate'];

/** Literal keys, so that the catalogue check sees each of them. */
const fateKeys = {
  known: 'fate.known',
  suspected: 'fate.suspected',
  guest: 'fate.guest',
  delegation: 'fate.delegation',
  attending: 'fate.attending',
  empty: 'fate.empty',
} as const satisfies Record<Fate, string>;

const fateTones = {
  known: 'good',
  suspected: 'warning',
  guest: 'info',
  delegation: 'info',
  attending: 'neutral',
  empty: 'neutral',
} as const satisfies Record<Fate, FateWords['tone']>;

const decisionKeys = {
  known: 'decide.known',
  guest: 'decide.guest',
  register: 'decide.register',
  delegation: 'decide.delegation',
  skip: 'decide.skip',
} as const satisfies Record<Decision, string>;

export interface AttendanceWords {
  fates: Record<Fate, FateWords>;
  decision: (decision: Decision) => string;
  field: (field: AttendanceField) => string;
}

export function useAttendanceWords(): AttendanceWords {
  const { t } = useTranslation('attendance-import');
  const nameOf = useFieldNames();
  return useMemo(
    () => ({
      fates: fateWords(attendanceFates, (fate) => t(fateKeys[fate]), fateTones),
      decision: (decision) => t(decisionKeys[decision]),
      field: (field) =>
        field === 'head_count' ? t('field.headCount') : field === 'role' ? t('field.role') : nameOf(field),
    }),
    [t, nameOf],
  );
}
