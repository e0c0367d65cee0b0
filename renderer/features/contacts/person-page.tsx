import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person, person as personSchema } from '#shared/contract/people.ts';
import { chooseName } from '#shared/domain/person-name.ts';
import { api, query } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { Affiliations } from './affiliations.tsx';
import { PersonAliases } from './aliases.tsx';
import { emptyPerson } from './empty-person.ts';
import { NamesSection } from './names-section.tsx';
import { PersonSection } from './person-section.tsx';

const route = getRouteApi('/contacts/$personId');

export function PersonPage(): ReactElement {
  const { t } = useTranslation('contacts');
  const { personId }: { personId: string } = route.useParams();
  const { new: isNew = false }: { new?: boolean } = route.useSearch();
  const [madeHere, setMadeHere] = useState<string | null>(null);
  const { data, error } = useQuery({ ...query.people.get.queryOptions({ input: { id: personId } }), enabled: !isNew });
  const empty = useMemo(() => emptyPerson(personId), [personId]);
  const navigate = useNavigate();

  if (data) return <PersonForm key={personId} record={data} isStored />;
  if (error) throw error;
  if (isNew || madeHere === personId) {
    const onCreated = () => {
      setMadeHere(personId);
      // From now on the address leads to a stored person, also after a reload; the form stays mounted.
      void navigate({ to: '/contacts/$personId', params: { personId }, search: {}, replace: true });
    };
    return <PersonForm key={personId} record={empty} isStored={false} onCreated={onCreated} />;
  }
  return <Page title={t('title')}>{null}</Page>;
}

interface PersonFormProps {
  record: Person;
  isStored: boolean;
  onCreated?: () => void;
}

function PersonForm({ record, isStored, onCreated }: PersonFormProps): ReactElement {
  const { t } = useTranslation(['contacts', 'common']);
  const language = useUiLanguage();
  const navigate = useNavigate();
  // Known at once after the first saving, before the stored record has come back.
  const stored = useRef(isStored);
  const form = useAutosaveForm<Person>({
    record,
    schema: personSchema,
    save: async (patch, all) => {
      if (stored.current) return api.people.update({ ...patch, id: record.id });
      await api.people.create(all);
      stored.current = true;
      onCreated?.();
    },
  });
  const name = chooseName(record.names, language);

  const remove = async () => {
    await form.flush();
    // Away first: the page would otherwise ask for a record that is just going.
    await navigate({ to: '/contacts' });
    if (!stored.current) return;
    try {
      await api.people.remove({ id: record.id });
      notify(t('contacts:removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
      await navigate({ to: '/contacts/$personId', params: { personId: record.id } });
    }
  };

  return (
    <Page
      title={name.text || t('contacts:unnamed')}
      back={{ href: '/contacts', label: t('contacts:backToList') }}
      titleLanguage={name.text === '' ? undefined : name.language}
      actions={
        <Button kind="danger" onPress={() => void remove()}>
          <Trash2 aria-hidden />
          {t('contacts:remove')}
        </Button>
      }
    >
      <NamesSection form={form} />
      <PersonSection form={form} />
      <Affiliations form={form} />
      <PersonAliases form={form} />
    </Page>
  );
}
