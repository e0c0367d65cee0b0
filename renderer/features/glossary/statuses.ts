import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type TermStatus, termStatuses } from '#shared/contract/glossary.ts';

const statusKeys = {
  preferred: 'status.preferred',
  allowed: 'status.allowed',
  forbidden: 'status.forbidden',
} as const satisfies Record<TermStatus, string>;

/** The statuses of a term in the interface language, for a Select. */
export function useStatuses(): { id: TermStatus; label: string }[] {
  const { t } = useTranslation('glossary');
  return useMemo(() => termStatuses.map((id) => ({ id, label: t(statusKeys[id]) })), [t]);
}
