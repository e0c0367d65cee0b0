import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Group, group as groupSchema } from '#shared/contract/groups.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { errorCode } from '../../app/errors.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notices, notify, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { AboutSection } from './about-section.tsx';
import { emptyGroup } from './empty-group.ts';
import { GroupMeetings } from './group-meetings.tsx';
import { Members } from './members.tsx';
import { Sides } from './sides.tsx';

const route = getRouteApi('/groups/$groupId');

export function GroupPage(): ReactElement {
  const { t } = useTranslation('groups');
  const { groupId }: { groupId: string } = route.useParams();
  const { new: isNew = false }: { new?: boolean } = route.useSearch();
  const [madeHere, setMadeHere] = useState<string | null>(null);
  const { data, error } = useQuery({
    ...query.groups.get.queryOptions({ input: { id: groupId } }),
    enabled: !isNew,
  });
  const empty = useMemo(() => emptyGroup(groupId), [groupId]);
  const navigate = useNavigate();
  const router = useRouter();

  if (data) return <GroupForm key={groupId} record={data} isStored />;
  if (error) throw error;
  if (isNew || madeHere === groupId) {
    const onCreated = () => {
      // Whoever has left meanwhile is not called back.
      if (router.latestLocation.pathname !== `/groups/${groupId}`) return;
      setMadeHere(groupId);
      // From now on the address leads to a stored record, also after a reload; the form stays mounted.
      void navigate({ to: '/groups/$groupId', params: { groupId }, search: {}, replace: true });
    };
    return <GroupForm key={groupId} record={empty} isStored={false} onCreated={onCreated} />;
  }
  return <Page title={t('title')}>{null}</Page>;
}

interface GroupFormProps {
  record: Group;
  isStored: boolean;
  /** Called when the first saving has made the record. */
  onCreated?: () => void;
}

function GroupForm({ record, isStored, onCreated }: GroupFormProps): ReactElement {
  const { t } = useTranslation(['groups', 'common']);
  const language = useUiLanguage();
  const navigate = useNavigate();
  const { data: meetings } = useQuery(query.meetings.list.queryOptions());
  // Known at once after the first saving, before the stored record has come back.
  const stored = useRef(isStored);
  const form = useAutosaveForm<Group>({
    record,
    schema: groupSchema,
    save: async (patch, all) => {
      if (stored.current) return api.groups.update({ ...patch, id: record.id });
      await api.groups.create(all);
      stored.current = true;
      onCreated?.();
    },
  });
  const name = chooseText(useWatch({ control: form.control, name: 'name' }), language);

  const remove = async () => {
    await form.flush();
    // Away first: the page would otherwise ask for a record that is just going.
    await navigate({ to: '/groups' });
    if (!stored.current) return;
    try {
      await api.groups.remove({ id: record.id });
      notify(t('groups:removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      if (errorCode(error) === 'IN_USE') {
        const count = meetings?.filter((meeting) => meeting.groupId === record.id).length ?? 0;
        notices.add({ message: t('groups:inUse', { count }), kind: 'problem' });
      } else {
        notifyError(error);
      }
      await navigate({ to: '/groups/$groupId', params: { groupId: record.id } });
    }
  };

  return (
    <Page
      title={name.text || t('groups:unnamed')}
      back={{ href: '/groups', label: t('groups:backToList') }}
      titleLanguage={name.text === '' ? undefined : name.language}
      actions={
        <Button kind="danger" onPress={() => void remove()}>
          <Trash2 aria-hidden />
          {t('groups:remove')}
        </Button>
      }
    >
      <AboutSection form={form} />
      <Sides form={form} />
      <Members form={form} />
      <GroupMeetings groupId={record.id} isStored={isStored} flush={form.flush} />
    </Page>
  );
}
