import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { type Concept, concept as conceptSchema, type ShownConcept } from '#shared/contract/glossary.ts';
import { chooseText, emptyText, languages } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { useNewRecord, useRecordForm } from '../../app/use-record.ts';
import { Button } from '../../ui/button.tsx';
import { LocalizedField, LocalizedSection } from '../../ui/localized.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { LinkedNames } from './linked-names.tsx';
import { TermsSection } from './terms-section.tsx';
import { nameOf, withOwnTerms } from './terms.ts';

const route = getRouteApi('/registers/glossary/$conceptId');

/** One concept with all its terms. */
export function ConceptPage(): ReactElement {
  const { t } = useTranslation('glossary');
  const { conceptId }: { conceptId: string } = route.useParams();
  const { new: isAskedFor = false }: { new?: boolean } = route.useSearch();
  const { data, error } = useQuery({
    ...query.glossary.get.queryOptions({ input: { id: conceptId } }),
    enabled: !isAskedFor,
  });
  const empty = useMemo(() => emptyConcept(conceptId), [conceptId]);
  const { isNew, onCreated } = useNewRecord(`/registers/glossary/${conceptId}`, isAskedFor);

  if (data) return <ConceptForm key={conceptId} shown={data} />;
  if (error) throw error;
  if (isNew) return <ConceptForm key={conceptId} shown={empty} onCreated={onCreated} />;
  return <Page title={t('concept.title')}>{null}</Page>;
}

/** One empty term for each language is there to type into. */
function emptyConcept(id: string): ShownConcept {
  return {
    id,
    link: null,
    area: emptyText(),
    definition: emptyText(),
    source: '',
    note: '',
    terms: languages.map((language) => ({ id: newId(), language, text: '', status: 'preferred' as const })),
    shownTerms: [],
    isStored: false,
  };
}

/** Terms that are still empty stay in the form. */
const save = (all: Concept) =>
  api.glossary.save({ ...all, terms: all.terms.filter((term) => term.text.trim() !== '') });

interface ConceptFormProps {
  shown: ShownConcept;
  /** Called when the first saving has made the record. */
  onCreated?: () => void;
}

function ConceptForm({ shown, onCreated }: ConceptFormProps): ReactElement {
  const { t } = useTranslation('glossary');
  const language = useUiLanguage();
  const { id, link, area, definition, source, note, terms } = shown;
  // Those that a new concept began with stay to be typed into, also after the first of them was saved.
  const [begun] = useState(() => (shown.isStored || link !== null ? [] : shown.terms));
  const record = useMemo((): Concept => {
    const own = begun.map((term) => terms.find((stored) => stored.id === term.id) ?? term);
    const later = terms.filter((term) => !begun.some((one) => one.id === term.id));
    return { id, link, area, definition, source, note, terms: [...own, ...later] };
  }, [id, link, area, definition, source, note, terms, begun]);
  const { form, remove } = useRecordForm<Concept>({
    record,
    schema: conceptSchema,
    isStored: shown.isStored,
    create: save,
    update: (_, all) => save(all),
    onCreated,
  });
  const typed = useWatch({ control: form.control, name: 'terms' });
  const name = chooseText(nameOf(withOwnTerms(shown, typed)), language);
  const isLinked = link !== null;

  return (
    <Page
      title={name.text || t('unnamed')}
      back={{ href: '/registers/glossary', label: t('concept.back') }}
      titleLanguage={name.text === '' ? undefined : name.language}
      actions={
        (!isLinked || shown.isStored) && (
          <Button
            kind="danger"
            onPress={() =>
              void remove({
                run: () => api.glossary.remove({ id }),
                done: isLinked ? t('linked.removed') : t('concept.removed'),
                list: '/registers/glossary',
                page: `/registers/glossary/${id}`,
              })
            }
          >
            <Trash2 aria-hidden />
            {isLinked ? t('linked.remove') : t('concept.remove')}
          </Button>
        )
      }
    >
      {link && <LinkedNames concept={shown} link={link} />}
      <TermsSection
        form={form}
        title={isLinked ? t('terms.added') : t('terms.title')}
        settled={languages.filter((code) =>
          shown.shownTerms.some((term) => term.isLinked && term.language === code && term.status === 'preferred'),
        )}
      />
      <Section title={t('concept.meaning')}>
        <LocalizedSection control={form.control} names={['area', 'definition']}>
          <LocalizedField
            label={t('field.area')}
            register={(code) => form.register(`area.${code}`)}
            error={(code) => form.issue(`area.${code}`)}
          />
          <LocalizedField
            label={t('field.definition')}
            register={(code) => form.register(`definition.${code}`)}
            error={(code) => form.issue(`definition.${code}`)}
            isMultiline
          />
        </LocalizedSection>
        <FieldGrid>
          <TextField
            label={t('field.source')}
            hint={t('field.sourceHint')}
            {...form.register('source')}
            error={form.issue('source')}
          />
        </FieldGrid>
        <TextArea label={t('field.note')} {...form.register('note')} error={form.issue('note')} />
      </Section>
    </Page>
  );
}
