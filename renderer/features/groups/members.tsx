import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { type Group, type Membership, membershipRoles } from '#shared/contract/groups.ts';
import { languageTags } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { AddItem } from '../../ui/item.tsx';
import type { PickerItem } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { usePersonItems } from '../contacts/index.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import { newMember } from './empty-group.ts';
import { membershipRoleKeys } from './membership-roles.ts';
import styles from './members.module.css';
import { useSideName } from './use-side-name.ts';

/** People and organisations of the group. A membership begins with one of them, so that no half-made row exists. */
export function Members({ form }: { form: AutosaveForm<Group> }): ReactElement {
  const { t } = useTranslation('groups');
  const people = usePersonItems();
  const organizations = useOrganizationItems();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'members', keyName: '_key' });
  return (
    <Section title={t('members.title')}>
      <div className={styles.members}>
        {fields.map((member, index) => (
          <div key={member.id} className={styles.member}>
            <h3 className={styles.name}>
              <MemberName member={member} people={people} organizations={organizations} />
            </h3>
            <MemberFields form={form} index={index} />
            <IconButton
              label={t('members.remove', { number: index + 1 })}
              icon={<X aria-hidden />}
              onPress={() => remove(index)}
            />
          </div>
        ))}
      </div>
      <AddItem>
        <AddPicker
          label={t('members.addPerson')}
          items={people}
          onAdd={(personId) => append(newMember(newId(), { personId, organizationId: null }))}
        />
        <AddPicker
          label={t('members.addOrganization')}
          items={organizations}
          onAdd={(organizationId) => append(newMember(newId(), { personId: null, organizationId }))}
        />
      </AddItem>
    </Section>
  );
}

interface MemberNameProps {
  member: Membership;
  people: PickerItem[];
  organizations: PickerItem[];
}

function MemberName({ member, people, organizations }: MemberNameProps): ReactElement {
  const { t } = useTranslation('groups');
  const { personId, organizationId } = member;
  const found =
    personId === null
      ? organizations.find(({ id }) => id === organizationId)
      : people.find(({ id }) => id === personId);
  const href = personId === null ? `/organizations/${organizationId ?? ''}` : `/contacts/${personId}`;
  return (
    <Link href={href} {...(found?.language && { lang: languageTags[found.language] })}>
      {found?.label ?? t('members.unnamed')}
    </Link>
  );
}

/** `''` cannot be the id of an option. */
const noSide = 'none';

function MemberFields({ form, index }: { form: AutosaveForm<Group>; index: number }): ReactElement {
  const { t } = useTranslation('groups');
  const sideName = useSideName();
  const sides = useWatch({ control: form.control, name: 'sides' });
  return (
    <div className={styles.fields}>
      <Controller
        control={form.control}
        name={`members.${index}.sideId`}
        render={({ field }) => (
          <Select
            label={t('members.side')}
            value={field.value ?? noSide}
            onChange={(id) => field.onChange(id === noSide ? null : id)}
            options={[
              { id: noSide, label: t('members.noSide') },
              ...sides.map((side, position) => ({ id: side.id, label: sideName(side, position).text })),
            ]}
          />
        )}
      />
      <Controller
        control={form.control}
        name={`members.${index}.role`}
        render={({ field }) => (
          <Select
            label={t('members.role')}
            value={field.value}
            onChange={field.onChange}
            options={membershipRoles.map((role) => ({ id: role, label: t(membershipRoleKeys[role]) }))}
          />
        )}
      />
      <Controller
        control={form.control}
        name={`members.${index}.from`}
        render={({ field }) => <DateField label={t('members.from')} value={field.value} onChange={field.onChange} />}
      />
      <Controller
        control={form.control}
        name={`members.${index}.to`}
        render={({ field }) => <DateField label={t('members.to')} value={field.value} onChange={field.onChange} />}
      />
    </div>
  );
}
