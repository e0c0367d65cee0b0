import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { agreementStandings } from '#shared/contract/agreements.ts';
import { agreementKindKeys } from '../../app/record-words.ts';
import { AreaFilter, FilterMenu, GroupFilter, GroupingMenu, useStateWords } from '../follow-up/index.ts';
import { Picker } from '../../ui/picker.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './signed-documents.module.css';
import { type AgreementsView, spans } from './view.ts';
import { codesOf, groupingKeys } from './words.ts';

export interface FiltersProps {
  view: AgreementsView;
  onView: (change: Partial<AgreementsView>) => void;
}

/** By what the signed documents are grouped and chosen. */
export function Filters({ view, onView }: FiltersProps): ReactElement {
  const { t } = useTranslation(['signed-documents', 'meetings']);
  const word = useStateWords();
  const organizations = useOrganizationItems();
  return (
    <>
      <GroupingMenu
        choices={codesOf(groupingKeys).map((id) => ({ id, label: t(groupingKeys[id]) }))}
        value={view.grouping}
        onChange={(grouping) => onView({ grouping })}
      />
      <FilterMenu
        label={t('filter.standing')}
        choices={agreementStandings.map((id) => ({ id, label: word('agreement', id) }))}
        value={view.standing}
        onChange={(standing) => onView({ standing })}
      />
      <FilterMenu
        label={t('filter.expiring')}
        choices={spans.map((id) => ({ id, label: t('filter.withinDays', { count: Number(id) }) }))}
        value={view.expiring}
        onChange={(expiring) => onView({ expiring })}
      />
      <FilterMenu
        label={t('filter.kind')}
        choices={codesOf(agreementKindKeys).map((id) => ({ id, label: t(agreementKindKeys[id]) }))}
        value={view.kind}
        onChange={(kind) => onView({ kind })}
      />
      <GroupFilter value={view.groupId} onChange={(groupId) => onView({ groupId })} />
      <AreaFilter value={view.areaId} onChange={(areaId) => onView({ areaId })} />
      {organizations.length > 0 && (
        <div className={styles.filterPicker}>
          <Picker
            label={t('filter.organization')}
            isLabelHidden
            placeholder={t('filter.organization')}
            items={organizations}
            value={view.organizationId}
            onChange={(organizationId) => onView({ organizationId })}
          />
        </div>
      )}
    </>
  );
}
