import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { type Organization, type OrganizationRelated, relationKinds } from '#shared/contract/organizations.ts';
import { languageTags } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import fieldStyles from '../../ui/field.module.css';
import { AddItem, Item } from '../../ui/item.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FoldedList } from '../../ui/folded-list.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { fromRelationKeys, relationKeys } from './kinds.ts';
import { useOrganizationItems } from './use-organization-items.ts';

export interface RelationsProps {
  form: AutosaveForm<Organization>;
  ownId: string;
  /** Relations that others have to this one; they are changed there. */
  others: OrganizationRelated['relatedFrom'];
}

/** How this organisation stands to others. A relation begins with the other one, so that no half-made row exists. */
export function Relations({ form, ownId, others: fromOthers }: RelationsProps): ReactElement {
  const { t } = useTranslation('organizations');
  const others = useOrganizationItems().filter(({ id }) => id !== ownId);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'relations', keyName: '_key' });
  const relations = useWatch({ control: form.control, name: 'relations' });
  return (
    <Section title={t('relations.title')}>
      {fields.map((relation, index) => {
        const other = others.find(({ id }) => id === relations[index]?.organizationId);
        return (
          <Item
            key={relation.id}
            title={
              other ? (
                <Link
                  href={`/organizations/${other.id}`}
                  {...(other.language && { lang: languageTags[other.language] })}
                >
                  {other.label}
                </Link>
              ) : (
                t('unnamed')
              )
            }
            tools={
              <IconButton
                label={t('relations.remove', { number: index + 1 })}
                icon={<X aria-hidden />}
                onPress={() => remove(index)}
              />
            }
          >
            <FieldGrid>
              <Controller
                control={form.control}
                name={`relations.${index}.kind`}
                render={({ field }) => (
                  <Select
                    label={t('relations.kind')}
                    value={field.value}
                    onChange={field.onChange}
                    options={relationKinds.map((kind) => ({ id: kind, label: t(relationKeys[kind]) }))}
                  />
                )}
              />
              <Controller
                control={form.control}
                name={`relations.${index}.organizationId`}
                render={({ field }) => (
                  <Picker
                    label={t('relations.organization')}
                    items={others}
                    value={field.value}
                    isClearable={false}
                    onChange={(id) => id !== null && field.onChange(id)}
                  />
                )}
              />
            </FieldGrid>
          </Item>
        );
      })}
      {others.length === 0 ? (
        <p className={fieldStyles.hint}>{t('relations.noOthers')}</p>
      ) : (
        <AddItem>
          <AddPicker
            label={t('relations.add')}
            hint={t('relations.addHint')}
            items={others}
            onAdd={(organizationId) => append({ id: newId(), organizationId, kind: 'part_of' })}
          />
        </AddItem>
      )}
      <FoldedList
        title={t('relations.fromOthers')}
        links={fromOthers.map(({ organizationId, name, kind }) => ({
          id: `${organizationId}/${kind}`,
          link: <TextLink href={`/organizations/${organizationId}`} text={name} empty={t('unnamed')} />,
          aside: t(fromRelationKeys[kind]),
        }))}
      />
    </Section>
  );
}
