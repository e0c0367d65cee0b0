import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Organization, organization as organizationSchema } from '#shared/contract/organizations.ts';
import { chooseText } from '#shared/domain/language.ts';
import { emptyOrganization } from '#shared/domain/empty-records.ts';
import { api, query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notices, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { useNewRecord, useRecordForm } from '../../app/use-record.ts';
import { Button } from '../../ui/button.tsx';
import { LetterheadSection } from '../letterheads/index.ts';
import { OrganizationAliases } from './aliases.tsx';
import { NamesSection } from './names-section.tsx';
import { OrganizationCandidates } from './organization-candidates.tsx';
import { People } from './people.tsx';
import { RelatedSection } from './related-section.tsx';
import { Relations } from './relations.tsx';
import { useUsesSentence } from './use-uses-sentence.ts';

const route = getRouteApi('/organizations/$organizationId');

export function OrganizationPage(): ReactElement {
  const { t } = useTranslation('organizations');
  const { organizationId }: { organizationId: string } = route.useParams();
  const { new: isAskedFor = false }: { new?: boolean } = route.useSearch();
  const { data, error } = useQuery({
    ...query.organizations.get.queryOptions({ input: { id: organizationId } }),
    enabled: !isAskedFor,
  });
  const empty = useMemo(() => emptyOrganization(organizationId), [organizationId]);
  const { isNew, onCreated } = useNewRecord(`/organizations/${organizationId}`, isAskedFor);

  if (data) return <OrganizationForm key={organizationId} record={data} isStored />;
  if (error) throw error;
  if (isNew) return <OrganizationForm key={organizationId} record={empty} isStored={false} onCreated={onCreated} />;
  return <Page title={t('title')}>{null}</Page>;
}

interface OrganizationFormProps {
  record: Organization;
  isStored: boolean;
  /** Called when the first saving has made the record. */
  onCreated?: () => void;
}

function OrganizationForm({ record, isStored, onCreated }: OrganizationFormProps): ReactElement {
  const { t } = useTranslation('organizations');
  const language = useUiLanguage();
  const sayUses = useUsesSentence();
  const { form, remove } = useRecordForm<Organization>({
    record,
    schema: organizationSchema,
    isStored,
    create: (all) => api.organizations.create(all),
    update: (patch) => api.organizations.update(patch),
    onCreated,
  });
  // Made here and now, also after its first saving: only then the register is asked which one that may be.
  const [isMadeHere] = useState(!isStored);
  // An aid: while it cannot be read, the page does without it.
  const { data: related } = useQuery({
    ...query.organizations.related.queryOptions({ input: { id: record.id } }),
    enabled: isStored,
  });
  const name = chooseText(useWatch({ control: form.control, name: 'name' }), language);

  const removeHere = () =>
    remove({
      run: () => api.organizations.remove({ id: record.id }),
      done: t('removed'),
      list: '/organizations',
      page: `/organizations/${record.id}`,
      explain: (error) => {
        const sentence = sayUses(error);
        if (sentence === null) notifyError(error);
        else notices.add({ message: sentence, kind: 'problem' });
      },
    });

  return (
    <Page
      title={name.text || t('unnamed')}
      back={{ href: '/organizations', label: t('backToList') }}
      titleLanguage={name.text === '' ? undefined : name.language}
      actions={
        <Button kind="danger" onPress={() => void removeHere()}>
          <Trash2 aria-hidden />
          {t('remove')}
        </Button>
      }
    >
      <NamesSection form={form} />
      {isMadeHere && <OrganizationCandidates form={form} ownId={record.id} isStored={isStored} />}
      <OrganizationAliases form={form} />
      <Relations form={form} ownId={record.id} others={related?.relatedFrom ?? []} />
      {isStored && <LetterheadSection organizationId={record.id} />}
      {related && <People people={related.people} />}
      {related && <RelatedSection related={related} />}
    </Page>
  );
}
