import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Eraser, Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Person, person as personSchema } from '#shared/contract/people.ts';
import { scriptOfLanguage } from '#shared/domain/language.ts';
import { chooseName } from '#shared/domain/person-name.ts';
import { emptyPerson } from '#shared/domain/empty-records.ts';
import { api, query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { useNewRecord, useRecordForm } from '../../app/use-record.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Affiliations } from './affiliations.tsx';
import { PersonAliases } from './aliases.tsx';
import { PersonCandidates } from './candidates.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { NamesSection } from './names-section.tsx';
import { PersonSection } from './person-section.tsx';
import { RelatedSection } from './related-section.tsx';

const route = getRouteApi('/contacts/$personId');

export function PersonPage(): ReactElement {
  const { t } = useTranslation('contacts');
  const { personId }: { personId: string } = route.useParams();
  const { new: isAskedFor = false }: { new?: boolean } = route.useSearch();
  const { data, error } = useQuery({
    ...query.people.get.queryOptions({ input: { id: personId } }),
    enabled: !isAskedFor,
  });
  const empty = useMemo(() => emptyPerson(personId), [personId]);
  const { isNew, onCreated } = useNewRecord(`/contacts/${personId}`, isAskedFor);

  if (data) return <PersonForm key={personId} record={data} isStored />;
  if (error) throw error;
  if (isNew) return <PersonForm key={personId} record={empty} isStored={false} onCreated={onCreated} />;
  return <Page title={t('title')}>{null}</Page>;
}

interface PersonFormProps {
  record: Person;
  isStored: boolean;
  onCreated?: () => void;
}

function PersonForm({ record, isStored, onCreated }: PersonFormProps): ReactElement {
  const { t } = useTranslation('contacts');
  const language = useUiLanguage();
  const { form, remove } = useRecordForm<Person>({
    record,
    schema: personSchema,
    isStored,
    create: (all) => api.people.create(all),
    update: (patch) => api.people.update(patch),
    onCreated,
  });
  // Made here and now, also after its first saving: only then the register is asked who that may be.
  const [isMadeHere] = useState(!isStored);
  const [isErasing, setErasing] = useState(false);
  const names = useWatch({ control: form.control, name: 'names' });
  const name = chooseName(names, language);
  const isUnconfirmed = name.text !== '' && names[scriptOfLanguage[name.language]].source === 'generated';

  const removeHere = () =>
    remove({
      run: () => api.people.remove({ id: record.id }),
      done: t('removed'),
      list: '/contacts',
      page: `/contacts/${record.id}`,
    });

  return (
    <Page
      title={name.text || t('unnamed')}
      back={{ href: '/contacts', label: t('backToList') }}
      titleLanguage={name.text === '' ? undefined : name.language}
      actions={
        <>
          {isUnconfirmed && <Badge tone="warning">{t('names.unconfirmedHere')}</Badge>}
          {isStored && (
            <Button onPress={() => void form.flush().then(() => setErasing(true))}>
              <Eraser aria-hidden />
              {t('erase.open')}
            </Button>
          )}
          <Button kind="danger" onPress={() => void removeHere()}>
            <Trash2 aria-hidden />
            {t('remove')}
          </Button>
        </>
      }
    >
      <NamesSection form={form} />
      {isMadeHere && <PersonCandidates form={form} ownId={record.id} isStored={isStored} />}
      <PersonSection form={form} />
      <Affiliations form={form} />
      <PersonAliases form={form} />
      {isStored && <RelatedSection personId={record.id} />}
      {isErasing && (
        <EraseDialog personId={record.id} name={name.text || t('unnamed')} onClose={() => setErasing(false)} />
      )}
    </Page>
  );
}
