import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { actionGroupings, dueGroups } from '#shared/contract/actions.ts';
import { Picker } from '../../ui/picker.tsx';
import { FilterMenu, GroupFilter, GroupingMenu } from '../follow-up/index.ts';
import styles from './actions-page.module.css';
import { useOwnerItems } from './use-owner-items.ts';
import { type ActionsView, statusFilters } from './view.ts';
import { dueKeys, groupingKeys, statusFilterKeys } from './words.ts';

export interface ActionFiltersProps {
  view: ActionsView;
  update: (change: Partial<ActionsView>) => void;
}

/** By what the register is grouped, and which part of it is shown. */
export function ActionFilters({ view, update }: ActionFiltersProps): ReactElement {
  const { t } = useTranslation('registers');
  const { owners, sides } = useOwnerItems();
  const sideChoices = useMemo(() => sides.map(({ id, label, language }) => ({ id, label, language })), [sides]);
  return (
    <>
      <GroupingMenu
        choices={actionGroupings.map((id) => ({ id, label: t(groupingKeys[id]) }))}
        value={view.grouping}
        onChange={(grouping) => update({ grouping })}
      />
      <FilterMenu
        label={t('column.status')}
        choices={statusFilters.map((id) => ({ id, label: t(statusFilterKeys[id]) }))}
        value={view.status}
        onChange={(status) => update({ status })}
      />
      <FilterMenu
        label={t('column.due')}
        choices={dueGroups.map((id) => ({ id, label: t(dueKeys[id]) }))}
        value={view.due}
        onChange={(due) => update({ due })}
      />
      <div className={styles.owner}>
        <Picker
          label={t('filter.owner')}
          isLabelHidden
          placeholder={t('filter.owner')}
          items={owners}
          value={view.ownerKey}
          onChange={(ownerKey) => update({ ownerKey })}
        />
      </div>
      {sideChoices.length > 0 && (
        <FilterMenu
          label={t('filter.side')}
          choices={sideChoices}
          value={view.sideKey}
          onChange={(sideKey) => update({ sideKey })}
        />
      )}
      <GroupFilter value={view.groupId} onChange={(groupId) => update({ groupId })} />
    </>
  );
}
