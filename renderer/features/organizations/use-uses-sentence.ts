import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';

/** The places that may refer to an organisation, as the back end names them. */
const useKeys = {
  affiliation: 'uses.affiliation',
  relation: 'uses.relation',
  group: 'uses.group',
  membership: 'uses.membership',
  meeting: 'uses.meeting',
  attendance: 'uses.attendance',
  action: 'uses.action',
  agreement: 'uses.agreement',
  proposal: 'uses.proposal',
} as const;

const isKnown = (kind: string): kind is keyof typeof useKeys => kind in useKeys;

interface Use {
  kind: string;
  count: number;
}

/** Says of a refused deletion where the organisation is used and how often; null for any other error. */
export function useUsesSentence(): (error: unknown) => string | null {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  return (error) => {
    if (!(error instanceof ORPCError) || error.code !== 'IN_USE') return null;
    const counts = new Map<string, number>();
    for (const { kind, count } of (error.data as { uses: Use[] }).uses)
      counts.set(kind, (counts.get(kind) ?? 0) + count);
    const places = [...counts].map(([kind, count]) => t(isKnown(kind) ? useKeys[kind] : 'uses.other', { count }));
    return t('inUse', { places: format.list(places) });
  };
}
