import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../ui/choice-menu.tsx';
import { GroupingMenu } from './filter-menu.tsx';

interface MeetingGrouping<Code extends string> {
  grouping: Code | 'meeting';
  isDescending: boolean;
}

export interface MeetingGroupingMenuProps<Code extends string> {
  value: MeetingGrouping<Code>;
  /** By what else the rows can stand together. */
  others: readonly Choice<Code>[];
  onChange: (change: Partial<MeetingGrouping<Code>>) => void;
}

/** By what the rows of a register stand together; its meetings can come in either order. */
export function MeetingGroupingMenu<Code extends string>(props: MeetingGroupingMenuProps<Code>): ReactElement {
  const { value, others, onChange } = props;
  const { t } = useTranslation('follow-up');
  const order = value.isDescending ? 'newest' : 'oldest';
  return (
    <GroupingMenu<Code | 'newest' | 'oldest'>
      choices={[{ id: 'newest', label: t('filter.newest') }, { id: 'oldest', label: t('filter.oldest') }, ...others]}
      value={value.grouping === 'meeting' ? order : value.grouping}
      onChange={(wanted) =>
        onChange(
          wanted === 'newest' || wanted === 'oldest'
            ? { grouping: 'meeting', isDescending: wanted === 'newest' }
            : { grouping: wanted },
        )
      }
    />
  );
}
