import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Group } from '#shared/contract/groups.ts';
import { languageTags } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { AddItem, Item } from '../../ui/item.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { useZones } from '../../ui/zones.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import { newSide } from './empty-group.ts';
import { SideFields } from './side-fields.tsx';
import { useSideName } from './use-side-name.ts';

/** The sides in the order in which documents name them. */
export function Sides({ form }: { form: AutosaveForm<Group> }): ReactElement {
  const { t } = useTranslation('groups');
  const countries = useCountries();
  const sideName = useSideName();
  const list = useRef<HTMLDivElement>(null);
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'sides', keyName: '_key' });
  const sides = useWatch({ control: form.control, name: 'sides' });

  const removeSide = (index: number) => {
    const sideId = fields[index]?.id;
    form.getValues('members').forEach((member, position) => {
      if (member.sideId === sideId) form.setValue(`members.${position}.sideId`, null);
    });
    remove(index);
  };
  /** The focus goes along with the side, so that one can press again. */
  const moveSide = (from: number, to: number) => {
    const id = fields[from]?.id ?? '';
    move(from, to);
    requestAnimationFrame(() => {
      const found = list.current?.querySelectorAll<HTMLButtonElement>(`[data-side="${id}"] button[data-move]`);
      const buttons = [...(found ?? [])].filter((button) => !button.disabled);
      const again = buttons.find((button) => button.dataset.move === (to < from ? 'up' : 'down'));
      (again ?? buttons[0])?.focus();
    });
  };

  return (
    <Section title={t('sides.title')}>
      <div ref={list} style={{ display: 'contents' }}>
        {fields.map((side, index) => {
          const name = sideName(sides[index] ?? side, index);
          return (
            <div key={side.id} data-side={side.id}>
              <Item
                title={<span {...(name.language && { lang: languageTags[name.language] })}>{name.text}</span>}
                tools={
                  <>
                    <IconButton
                      label={t('sides.moveUp', { number: index + 1 })}
                      icon={<ArrowUp aria-hidden />}
                      isDisabled={index === 0}
                      data-move="up"
                      onPress={() => moveSide(index, index - 1)}
                    />
                    <IconButton
                      label={t('sides.moveDown', { number: index + 1 })}
                      icon={<ArrowDown aria-hidden />}
                      isDisabled={index === fields.length - 1}
                      data-move="down"
                      onPress={() => moveSide(index, index + 1)}
                    />
                    <IconButton
                      label={t('sides.remove', { number: index + 1 })}
                      icon={<X aria-hidden />}
                      onPress={() => removeSide(index)}
                    />
                  </>
                }
              >
                <GroupSideFields form={form} index={index} />
              </Item>
            </div>
          );
        })}
      </div>
      <AddItem>
        <AddPicker
          label={t('sides.add')}
          hint={t('sides.addHint')}
          items={countries}
          onAdd={(country) => append(newSide(newId(), country))}
        />
      </AddItem>
    </Section>
  );
}

function GroupSideFields({ form, index }: { form: AutosaveForm<Group>; index: number }): ReactElement {
  const { t } = useTranslation('groups');
  const organizations = useOrganizationItems();
  const zones = useZones(useWatch({ control: form.control, name: `sides.${index}.zone` }));
  return (
    <SideFields form={form} index={index} zones={zones}>
      <Controller
        control={form.control}
        name={`sides.${index}.coordinatingOrganizationId`}
        render={({ field }) => (
          <Picker label={t('sides.coordinating')} items={organizations} value={field.value} onChange={field.onChange} />
        )}
      />
    </SideFields>
  );
}
