import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterMenu } from './filter-menu.tsx';
import { useAreaChoices, useGroupChoices } from './use-filter-choices.ts';

export interface RecordFilterProps {
  /** id; null: all. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** Leaves the records of one working group in a register; nothing where there are no groups. */
export function GroupFilter(props: RecordFilterProps): ReactElement | null {
  const { t } = useTranslation('follow-up');
  const groups = useGroupChoices();
  return groups.length === 0 ? null : <FilterMenu label={t('filter.group')} choices={groups} {...props} />;
}

/** Leaves the records of one area of cooperation in a register; nothing where there are no areas. */
export function AreaFilter(props: RecordFilterProps): ReactElement | null {
  const { t } = useTranslation('follow-up');
  const areas = useAreaChoices();
  return areas.length === 0 ? null : <FilterMenu label={t('filter.area')} choices={areas} {...props} />;
}
