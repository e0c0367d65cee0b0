import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { PreparationProposal } from '#shared/contract/preparation.ts';
import { api, query } from '../../app/api.ts';
import { isComposingKey } from '../../app/composing-key.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { notifyError } from '../../app/notify.ts';
import { queryClient } from '../../app/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CarriedActions, CarriedItems, ExpectedPeople } from './new-meeting-lists.tsx';
import styles from './new-meeting.module.css';

export interface NewMeetingDialogProps {
  groupId: string;
  /** Proposed, `YYYY-MM-DD`. */
  date: string;
  onClose: () => void;
}

/** A new meeting of a group that has met before: what comes along is chosen already, Enter makes it. */
export function NewMeetingDialog({ groupId, date: firstDate, onClose }: NewMeetingDialogProps): ReactElement {
  const { t } = useTranslation(['preparation', 'common', 'meetings']);
  const id = useId();
  const navigate = useNavigate();
  const [date, setDate] = useState<string | null>(firstDate);
  /** What shall not come along; everything else does, whatever the date brings. */
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [withLast, setWithLast] = useState(true);
  const number = useRef<HTMLInputElement>(null);
  const isNumberTyped = useRef(false);
  const isCreating = useRef(false);
  const options = query.preparation.propose.queryOptions({
    input: { groupId, meetingId: null, date: date ?? firstDate },
  });
  const { data, error } = useQuery({ ...options, placeholderData: keepPreviousData });

  useEffect(() => {
    if (data && number.current && !isNumberTyped.current) number.current.value = data.number;
  }, [data]);

  const create = async () => {
    if (date === null || isCreating.current) return;
    isCreating.current = true;
    try {
      // The lists on screen may still be those of another date.
      const proposal: PreparationProposal = await queryClient.query({ ...options, staleTime: 'static' });
      const meetingId = newId();
      await api.preparation.create({
        id: meetingId,
        groupId,
        date,
        number: isNumberTyped.current ? (number.current?.value.trim() ?? '') : proposal.number,
        baseMeetingId: proposal.base?.id ?? null,
        agendaItemIds: proposal.items.map((item) => item.agendaItemId).filter((item) => !leftOut.has(item)),
        actionIds: proposal.actions.map((action) => action.entryId).filter((action) => !leftOut.has(action)),
        withLastParticipants: withLast,
      });
      onClose();
      await navigate({ to: '/meetings/$meetingId/preparation', params: { meetingId } });
    } catch (failure) {
      isCreating.current = false;
      notifyError(failure);
    }
  };
  const lists = { leftOut, onChange: setLeftOut };
  return (
    <Dialog
      title={t('preparation:dialog.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id} isDisabled={date === null}>
            {t('preparation:dialog.create')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
        onKeyDownCapture={(event) => {
          if (!createsMeeting(event)) return;
          event.preventDefault();
          void create();
        }}
      >
        {data && <Base proposal={data} />}
        <FieldGrid>
          <DateField autoFocus label={t('preparation:dialog.date')} value={date} onChange={setDate} />
          <TextField
            ref={number}
            label={t('meetings:overview.number')}
            maxLength={100}
            onInput={() => (isNumberTyped.current = true)}
          />
        </FieldGrid>
        {error && <p role="alert">{describeError(error)}</p>}
        {data && <CarriedItems items={data.items} {...lists} />}
        {data && <CarriedActions actions={data.actions} {...lists} />}
        {data && <ExpectedPeople people={data.people} withLast={withLast} onWithLast={setWithLast} />}
      </form>
    </Dialog>
  );
}

/** Neither the segments of a date nor check boxes submit a form on Enter; here it means «create» in all of them. */
function createsMeeting(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || isComposingKey(event)) return false;
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.role === 'spinbutton' || (target instanceof HTMLInputElement && target.type === 'checkbox'))
  );
}

function Base({ proposal: { base } }: { proposal: PreparationProposal }): ReactElement {
  const { t } = useTranslation(['preparation', 'meetings']);
  const format = useFormat();
  if (base === null) return <p className={styles.muted}>{t('preparation:dialog.noBase')}</p>;
  return (
    <p>
      {t('preparation:dialog.base', { date: format.date(base.date) })}{' '}
      <FallbackText value={base.title} empty={t('meetings:untitled')} />
    </p>
  );
}
