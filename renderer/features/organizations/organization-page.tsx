import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Organization, organization as organizationSchema } from '#shared/contract/organizations.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notices, notify, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { OrganizationAliases } from './aliases.tsx';
import { emptyOrganization } from './empty-organization.ts';
import { NamesSection } from './names-section.tsx';
import { People } from './people.tsx';
import { Relations } from './relations.tsx';
import { useUsesSentence } from './use-uses-sentence.ts';

const route = getRouteApi('/organizations/$organizationId');

export function OrganizationPage(): ReactElement {
  const { t } = useTranslation('organizations');
  const { organizationId }: { organizationId: string } = route.useParams();
  const { new: isNew = false }: { new?: boolean } = route.useSearch();
  const [madeHere, setMadeHere] = useState<string | null>(null);
  const { data, error } = useQuery({
    ...query.organizations.get.queryOptions({ input: { id: organizationId } }),
    enabled: !isNew,
  });
  const empty = useMemo(() => emptyOrganization(organizationId), [organizationId]);
  const navigate = useNavigate();
  const router = useRouter();

  if (data) return <OrganizationForm key={organizationId} record={data} isStored />;
  if (error) throw error;
  if (isNew || madeHere === organizationId) {
    const onCreated = () => {
      // Whoever has left meanwhile is not called back.
      if (router.latestLocation.pathname !== `/organizations/${organizationId}`) return;
      setMadeHere(organizationId);
      // From now on the address leads to a stored record, also after a reload; the form stays mounted.
      void navigate({ to: '/organizations/$organizationId', params: { organizationId }, search: {}, replace: true });
    };
    return <OrganizationForm key={organizationId} record={empty} isStored={false} onCreated={onCreated} />;
  }
  return <Page title={t('title')}>{null}</Page>;
}

interface OrganizationFormProps {
  record: Organization;
  isStored: boolean;
  /** Called when the first saving has made the record. */
  onCreated?: () => void;
}

function OrganizationForm({ record, isStored, onCreated }: OrganizationFormProps): ReactElement {
  const { t } = useTranslation(['organizations', 'common']);
  const language = useUiLanguage();
  const navigate = useNavigate();
  const sayUses = useUsesSentence();
  // Known at once after the first saving, before the stored record has come back.
  const stored = useRef(isStored);
  const form = useAutosaveForm<Organization>({
    record,
    schema: organizationSchema,
    save: async (patch, all) => {
      if (stored.current) return api.organizations.update({ ...patch, id: record.id });
      await api.organizations.create(all);
      stored.current = true;
      onCreated?.();
    },
  });
  const name = chooseText(useWatch({ control: form.control, name: 'name' }), language);

  const remove = async () => {
    await form.flush();
    // Away first: the page would otherwise ask for a record that is just going.
    await navigate({ to: '/organizations' });
    if (!stored.current) return;
    try {
      await api.organizations.remove({ id: record.id });
      notify(t('organizations:removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      const sentence = sayUses(error);
      if (sentence === null) notifyError(error);
      else notices.add({ message: sentence, kind: 'problem' });
      await navigate({ to: '/organizations/$organizationId', params: { organizationId: record.id } });
    }
  };

  return (
    <Page
      title={name.text || t('organizations:unnamed')}
      back={{ href: '/organizations', label: t('organizations:backToList') }}
      titleLanguage={name.text === '' ? undefined : name.language}
      actions={
        <Button kind="danger" onPress={() => void remove()}>
          <Trash2 aria-hidden />
          {t('organizations:remove')}
        </Button>
      }
    >
      <NamesSection form={form} />
      <OrganizationAliases form={form} />
      <Relations form={form} ownId={record.id} />
      <People organizationId={record.id} />
    </Page>
  );
}
