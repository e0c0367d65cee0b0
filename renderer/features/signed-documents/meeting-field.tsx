import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement, AgreementDetail } from '#shared/contract/agreements.ts';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import { api, query } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { keyAtEnd } from '../../app/order-keys.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Picker, type PickerItem } from '../../ui/picker.tsx';
import { useMeetingItems } from '../follow-up/index.ts';

/** Minutes that are agreed take no further document. */
const lockedStatuses: ReadonlySet<MeetingListItem['status']> = new Set(['agreed', 'amended']);

export interface MeetingFieldProps {
  form: AutosaveForm<Agreement>;
  detail: AgreementDetail;
}

/** At which meeting a document was signed, if at one that is kept here. */
export function MeetingField({ form, detail }: MeetingFieldProps): ReactElement {
  const { t } = useTranslation(['signed-documents', 'common']);
  const meetingId = detail.meeting?.id ?? null;
  const items = useOpenMeetings(meetingId);
  const move = async (next: string | null) => {
    if (next === meetingId) return;
    try {
      await form.flush();
      const others = next === null ? [] : (await api.meetings.get({ id: next })).agreements;
      // Who signed stays with name and office; the back end sees to it.
      await api.agreements.update({ id: detail.agreementId, meetingId: next, orderKey: keyAtEnd(others) });
      notify(next === null ? t('signed-documents:meeting.left') : t('signed-documents:meeting.joined'), {
        label: t('common:undo'),
        run: () => void undo(),
      });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Picker
      label={t('signed-documents:field.meeting')}
      {...(!detail.isLocked && { hint: t('signed-documents:meeting.hint') })}
      items={items}
      value={meetingId}
      onChange={(id) => void move(id)}
    />
  );
}

/** Agreed minutes only where the document belongs to them already. */
function useOpenMeetings(meetingId: string | null): PickerItem[] {
  const items = useMeetingItems(null);
  const { data } = useQuery(query.meetings.list.queryOptions());
  return useMemo(() => {
    const locked = new Set(data?.filter(({ status }) => lockedStatuses.has(status)).map(({ id }) => id));
    return items.filter(({ id }) => id === meetingId || !locked.has(id));
  }, [items, data, meetingId]);
}
