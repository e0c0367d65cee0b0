import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { proposalStages } from '#shared/contract/proposals.ts';
import { Picker } from '../../ui/picker.tsx';
import { AreaFilter, FilterMenu, GroupFilter, MeetingGroupingMenu, useStateWords } from '../follow-up/index.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './proposals.module.css';
import type { ProposalView } from './view.ts';

const otherGroupings = ['stage', 'area', 'partner'] as const satisfies ProposalView['grouping'][];

const groupingKeys = {
  stage: 'grouping.stage',
  area: 'grouping.area',
  partner: 'grouping.partner',
} as const satisfies Record<(typeof otherGroupings)[number], string>;

export interface ProposalFiltersProps {
  view: ProposalView;
  update: (change: Partial<ProposalView>) => void;
}

/** Beside the text filter of the register. */
export function ProposalFilters({ view, update }: ProposalFiltersProps): ReactElement {
  const { t } = useTranslation('proposals');
  const word = useStateWords();
  const organizations = useOrganizationItems();
  return (
    <>
      <MeetingGroupingMenu
        value={view}
        others={otherGroupings.map((id) => ({ id, label: t(groupingKeys[id]) }))}
        onChange={update}
      />
      <FilterMenu
        label={t('filter.stage')}
        choices={proposalStages.map((id) => ({ id, label: word('proposal', id) }))}
        value={view.stage}
        onChange={(stage) => update({ stage })}
      />
      <GroupFilter value={view.groupId} onChange={(groupId) => update({ groupId })} />
      <AreaFilter value={view.areaId} onChange={(areaId) => update({ areaId })} />
      <div className={styles.partnerFilter}>
        <Picker
          label={t('filter.partner')}
          placeholder={t('filter.partner')}
          isLabelHidden
          items={organizations}
          value={view.organizationId}
          onChange={(organizationId) => update({ organizationId })}
        />
      </div>
    </>
  );
}
