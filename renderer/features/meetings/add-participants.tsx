import { ListPlus, UserRoundPlus, UsersRound } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { api, query } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { PickerItem } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { usePersonItems } from '../contacts/index.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import { DelegationDialog } from './delegation-dialog.tsx';
import { GuestDialog } from './guest-dialog.tsx';
import { makeParticipant, type NewParticipant } from './new-participant.ts';
import { NewPersonDialog } from './new-person-dialog.tsx';
import styles from './rows.module.css';

type OpenDialog = 'person' | 'guest' | 'delegation' | null;

/** Four ways in: somebody of the register, a new contact, a guest by name, a delegation by its number of heads. */
export function AddParticipants({ detail }: { detail: MeetingDetail }): ReactElement {
  const { t } = useTranslation('meetings');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const add = useAddParticipant(detail);
  const items = useRegisterItems(detail);
  const { data: people } = useQuery(query.people.list.queryOptions());
  const { data: organizations } = useQuery(query.organizations.list.queryOptions());

  const addFromRegister = (id: string) => {
    const person = people?.find((candidate) => candidate.id === id);
    if (person) return add({ personId: id, country: person.country });
    const organization = organizations?.find((candidate) => candidate.id === id);
    if (organization) return add({ organizationId: id, country: organization.country });
    return Promise.resolve(false);
  };
  const close = () => setDialog(null);
  return (
    <Section title={t('participants.addTitle')}>
      <div className={styles.add} data-focus="add">
        <div className={styles.wide}>
          <AddPicker label={t('participants.fromRegister')} items={items} onAdd={(id) => void addFromRegister(id)} />
        </div>
        <Button onPress={() => setDialog('person')}>
          <UserRoundPlus aria-hidden />
          {t('participants.newPerson')}
        </Button>
        <Button onPress={() => setDialog('guest')}>{t('participants.guest')}</Button>
        <Button onPress={() => setDialog('delegation')}>
          <UsersRound aria-hidden />
          {t('participants.delegation')}
        </Button>
        <ButtonLink href={`/meetings/${detail.meeting.id}/attendance-import`}>
          <ListPlus aria-hidden />
          {t('participants.importList')}
        </ButtonLink>
      </div>
      {dialog === 'person' && (
        <NewPersonDialog onClose={close} onCreated={(personId, country) => add({ personId, country })} />
      )}
      {dialog === 'guest' && <GuestDialog onClose={close} onAdd={add} />}
      {dialog === 'delegation' && <DelegationDialog sides={detail.meeting.sides} onClose={close} onAdd={add} />}
    </Section>
  );
}

/** Answers whether it worked; a failure has been told. */
function useAddParticipant({ meeting, attendance }: MeetingDetail): (participant: NewParticipant) => Promise<boolean> {
  return async (participant) => {
    try {
      await api.attendance.add(makeParticipant(meeting, attendance, participant));
      return true;
    } catch (error) {
      notifyError(error);
      return false;
    }
  };
}

/** People who are not on the list yet, then organisations. */
function useRegisterItems(detail: MeetingDetail): PickerItem[] {
  const people = usePersonItems();
  const organizations = useOrganizationItems();
  return useMemo(() => {
    const here = new Set(detail.attendance.map((row) => row.personId));
    return [...people.filter((person) => !here.has(person.id)), ...organizations];
  }, [people, organizations, detail.attendance]);
}
