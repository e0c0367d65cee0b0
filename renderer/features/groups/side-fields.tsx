import type { ReactElement, ReactNode } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { GroupSide } from '#shared/contract/groups.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { useCountries } from '../../ui/countries.ts';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker, type PickerItem } from '../../ui/picker.tsx';
import { FieldGrid } from '../../ui/section.tsx';
import { useOrganizationItems } from '../organizations/index.ts';

interface WithSides {
  sides: Pick<GroupSide, 'id' | 'country' | 'name' | 'zone' | 'leadOrganizationId'>[];
}

export interface SideFieldsProps<T extends WithSides> {
  form: AutosaveForm<T>;
  /** The place of the side in `sides`. */
  index: number;
  zones: readonly PickerItem[];
  /** Fields that only this kind of side has. */
  children?: ReactNode;
}

/** What a side is, of a group as of a meeting. */
export function SideFields<T extends WithSides>(props: SideFieldsProps<T>): ReactElement {
  const { index, zones, children } = props;
  // The paths of a generic record are beyond the form's types; these it has, whatever else is in it.
  const form = props.form as unknown as AutosaveForm<WithSides>;
  const { t } = useTranslation('groups');
  const countries = useCountries();
  const organizations = useOrganizationItems();
  return (
    <>
      <LocalizedField
        label={t('sides.name')}
        register={(language) => form.register(`sides.${index}.name.${language}`)}
        error={(language) => form.issue(`sides.${index}.name.${language}`)}
      />
      <FieldGrid>
        <Controller
          control={form.control}
          name={`sides.${index}.country`}
          render={({ field }) => (
            <Picker
              label={t('sides.country')}
              items={countries}
              value={field.value === '' ? null : field.value}
              onChange={(code) => field.onChange(code ?? '')}
            />
          )}
        />
        <Controller
          control={form.control}
          name={`sides.${index}.zone`}
          render={({ field }) => (
            <Picker
              label={t('sides.zone')}
              items={zones}
              value={field.value}
              isClearable={false}
              onChange={(zone) => zone !== null && field.onChange(zone)}
            />
          )}
        />
        <Controller
          control={form.control}
          name={`sides.${index}.leadOrganizationId`}
          render={({ field }) => (
            <Picker label={t('sides.lead')} items={organizations} value={field.value} onChange={field.onChange} />
          )}
        />
        {children}
      </FieldGrid>
    </>
  );
}
