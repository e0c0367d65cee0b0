import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileText, Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Group, group as groupSchema } from '#shared/contract/groups.ts';
import { chooseText, emptyText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notices, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { todayHere } from '../../app/today.ts';
import { useNewRecord, useRecordForm } from '../../app/use-record.ts';
import { Button } from '../../ui/button.tsx';
import { DossierDialog } from '../dossiers/index.ts';
import { AboutSection } from './about-section.tsx';
import { emptyGroup } from './empty-group.ts';
import { FollowUpSection } from './follow-up-section.tsx';
import { FoundingSection } from './founding-section.tsx';
import { GroupMeetings } from './group-meetings.tsx';
import { Members } from './members.tsx';
import { MembersOnDay } from './members-on-day.tsx';
import { Sides } from './sides.tsx';

const route = getRouteApi('/groups/$groupId');

export function GroupPage(): ReactElement {
  const { t } = useTranslation('groups');
  const { groupId }: { groupId: string } = route.useParams();
  const { new: isAskedFor = false }: { new?: boolean } = route.useSearch();
  const { data, error } = useQuery({
    ...query.groups.get.queryOptions({ input: { id: groupId } }),
    enabled: !isAskedFor,
  });
  const empty = useMemo(() => emptyGroup(groupId), [groupId]);
  const { isNew, onCreated } = useNewRecord(`/groups/${groupId}`, isAskedFor);

  if (data) return <GroupForm key={groupId} record={data} isStored />;
  if (error) throw error;
  if (isNew) return <GroupForm key={groupId} record={empty} isStored={false} onCreated={onCreated} />;
  return <Page title={t('title')}>{null}</Page>;
}

interface GroupFormProps {
  record: Group;
  isStored: boolean;
  /** Called when the first saving has made the record. */
  onCreated?: () => void;
}

function GroupForm({ record, isStored, onCreated }: GroupFormProps): ReactElement {
  const { t } = useTranslation('groups');
  const language = useUiLanguage();
  const [day, setDay] = useState(todayHere);
  const [hasDossier, setHasDossier] = useState(false);
  const { data: meetings } = useQuery(query.meetings.list.queryOptions());
  // In the form the mandate is always there; in the record it is absent while nothing is written.
  const shown = useMemo(() => ({ ...record, mandate: record.mandate ?? emptyText() }), [record]);
  const { form, remove } = useRecordForm<Group>({
    record: shown,
    schema: groupSchema,
    isStored,
    create: (all) => api.groups.create(all),
    update: (patch) => api.groups.update(patch),
    onCreated,
  });
  const name = chooseText(useWatch({ control: form.control, name: 'name' }), language);

  const removeHere = () =>
    remove({
      run: () => api.groups.remove({ id: record.id }),
      done: t('removed'),
      list: '/groups',
      page: `/groups/${record.id}`,
      explain: (error) => {
        if (errorCode(error) !== 'IN_USE') {
          notifyError(error);
          return;
        }
        const count = meetings?.filter((meeting) => meeting.groupId === record.id).length ?? 0;
        notices.add({ message: t('inUse', { count }), kind: 'problem' });
      },
    });

  return (
    <Page
      title={name.text || t('unnamed')}
      back={{ href: '/groups', label: t('backToList') }}
      titleLanguage={name.text === '' ? undefined : name.language}
      actions={
        <>
          {isStored && (
            <Button onPress={() => void form.flush().then(() => setHasDossier(true))}>
              <FileText aria-hidden />
              {t('dossier')}
            </Button>
          )}
          <Button kind="danger" onPress={() => void removeHere()}>
            <Trash2 aria-hidden />
            {t('remove')}
          </Button>
        </>
      }
    >
      <AboutSection form={form} />
      <FoundingSection form={form} groupId={record.id} isStored={isStored} />
      <Sides form={form} />
      <Members form={form} />
      {isStored && <MembersOnDay form={form} groupId={record.id} day={day} onDay={setDay} />}
      <GroupMeetings groupId={record.id} isStored={isStored} flush={form.flush} />
      {isStored && <FollowUpSection groupId={record.id} />}
      {hasDossier && (
        <DossierDialog
          subject={{ kind: 'group_dossier', groupId: record.id, asOf: day }}
          onClose={() => setHasDossier(false)}
        />
      )}
    </Page>
  );
}
