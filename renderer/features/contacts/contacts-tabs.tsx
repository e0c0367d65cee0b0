import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Badge, ReadOut } from '../../ui/badge.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';

const duplicatesPlace = '/contacts/duplicates';

export interface ContactsTabsProps {
  current: '/contacts' | '/organizations' | typeof duplicatesPlace;
  /** The number of duplicates is asked for after the list, which it would hold up. */
  isListRead?: boolean;
}

/** People and organisations are two lists of one place; what may be twice in them is the third. */
export function ContactsTabs({ current, isListRead = true }: ContactsTabsProps): ReactElement {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const { data } = useQuery({
    ...query.duplicates.list.queryOptions({ input: {} }),
    enabled: isListRead,
    // Beside a list the number is an aid: looking through the whole register once is enough, not after every change.
    staleTime: current === duplicatesPlace ? Infinity : 'static',
  });
  const count = data?.length ?? 0;
  return (
    <LinkTabs
      label={t('tabs')}
      current={current}
      tabs={[
        { href: '/contacts', label: t('people') },
        { href: '/organizations', label: t('organizations') },
        {
          href: duplicatesPlace,
          label: t('duplicates'),
          badge: count > 0 && (
            <Badge tone="warning">
              <span aria-hidden>{format.number(count)}</span>
              <ReadOut>{t('duplicateCount', { count })}</ReadOut>
            </Badge>
          ),
        },
      ]}
    />
  );
}
