import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { proposalStages } from '#shared/contract/proposals.ts';
import { Picker } from '../../ui/picker.tsx';
import { FilterMenu, GroupingMenu, useAreaChoices, useGroupChoices, useStateWords } from '../follow-up/index.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './proposals.module.css';
import type { ProposalView } from './view.ts';

/** Meetings can come in either order. */
const groupingKeys = {
  newest: 'grouping.newest',
  oldest: 'grouping.oldest',
  stage: 'grouping.stage',
  area: 'grouping.area',
  partner: 'grouping.partner',
} as const;

type Arrangement = keyof typeof groupingKeys;

const arrangements = ['newest', 'oldest', 'stage', 'area', 'partner'] as const satisfies Arrangement[];

function arrangementOf({ grouping, isDescending }: ProposalView): Arrangement {
  if (grouping !== 'meeting') return grouping;
  return isDescending ? 'newest' : 'oldest';
}

function arrange(wanted: Arrangement): Partial<ProposalView> {
  if (wanted === 'newest' || wanted === 'oldest') return { grouping: 'meeting', isDescending: wanted === 'newest' };
  return { grouping: wanted };
}

export interface ProposalFiltersProps {
  view: ProposalView;
  update: (change: Partial<ProposalView>) => void;
}

/** Beside the text filter of the register. */
export function ProposalFilters({ view, update }: ProposalFiltersProps): ReactElement {
  const { t } = useTranslation('proposals');
  const word = useStateWords();
  const groups = useGroupChoices();
  const areas = useAreaChoices();
  const organizations = useOrganizationItems();
  return (
    <>
      <GroupingMenu
        choices={arrangements.map((id) => ({ id, label: t(groupingKeys[id]) }))}
        value={arrangementOf(view)}
        onChange={(wanted) => update(arrange(wanted))}
      />
      <FilterMenu
        label={t('filter.stage')}
        choices={proposalStages.map((id) => ({ id, label: word('proposal', id) }))}
        value={view.stage}
        onChange={(stage) => update({ stage })}
      />
      {groups.length > 0 && (
        <FilterMenu
          label={t('filter.group')}
          choices={groups}
          value={view.groupId}
          onChange={(groupId) => update({ groupId })}
        />
      )}
      {areas.length > 0 && (
        <FilterMenu
          label={t('filter.area')}
          choices={areas}
          value={view.areaId}
          onChange={(areaId) => update({ areaId })}
        />
      )}
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
