import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { Select } from '../../ui/select.tsx';
import { useSideName } from './standing.ts';

/** `null` cannot be the id of a choice. */
const unknown = 'none';

export interface SideSelectProps {
  detail: MeetingDetail;
  value: string | null;
  onChange: (sideId: string | null) => void;
}

/** Whose comment it is. */
export function SideSelect({ detail, value, onChange }: SideSelectProps): ReactElement {
  const { t } = useTranslation('agreement');
  const sideName = useSideName(detail);
  return (
    <Select
      label={t('comment.side')}
      value={value ?? unknown}
      onChange={(id) => onChange(id === unknown ? null : id)}
      options={[
        { id: unknown, label: t('comment.noSide') },
        ...detail.meeting.sides.map(({ id }) => ({ id, label: sideName(id).text })),
      ]}
    />
  );
}
