import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { todayHere } from '../../app/today.ts';
import { LinkList } from '../../ui/item.tsx';
import { Section } from '../../ui/section.tsx';

/** What the group has decided, undertaken, proposed and signed, each in its register. An aid: what cannot be read is left out. */
export function FollowUpSection({ groupId }: { groupId: string }): ReactElement {
  const { t } = useTranslation('groups');
  const input = { groupId, today: todayHere(), limit: 1 };
  const decisions = useQuery(query.decisions.list.queryOptions({ input }));
  const actions = useQuery(query.actions.list.queryOptions({ input }));
  const open = useQuery(query.actions.list.queryOptions({ input: { ...input, statuses: ['open', 'in_progress'] } }));
  const proposals = useQuery(query.proposals.list.queryOptions({ input }));
  const agreements = useQuery(query.agreements.list.queryOptions({ input }));
  const group = encodeURIComponent(groupId);
  const registers = [
    { id: 'decisions', name: t('followUp.decisions'), aside: count(decisions.data) },
    { id: 'actions', name: t('followUp.actions'), aside: count(actions.data, open.data?.shown) },
    { id: 'proposals', name: t('followUp.proposals'), aside: count(proposals.data) },
    { id: 'agreements', name: t('followUp.agreements'), aside: count(agreements.data) },
  ];
  return (
    <Section title={t('followUp.title')}>
      <LinkList
        links={registers.map(({ id, name, aside }) => ({
          id,
          link: <Link href={`/registers/${id}?group=${group}`}>{name}</Link>,
          aside,
        }))}
      />
    </Section>
  );

  function count(page: { shown: number } | undefined, openOnes?: number): string {
    if (page === undefined) return '';
    const all = t('followUp.count', { count: page.shown });
    return openOnes === undefined ? all : `${all}, ${t('followUp.open', { count: openOnes })}`;
  }
}
