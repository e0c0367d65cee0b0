import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { Controller, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Meeting } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { moveStep, useKeepFocus } from './order.ts';
import { RowButtons } from './row-buttons.tsx';
import styles from './rows.module.css';
import { useOptions, venueKindKeys } from './words.ts';

export function Venues({ form }: { form: AutosaveForm<Meeting> }): ReactElement {
  const { t } = useTranslation('meetings');
  const countries = useCountries();
  const kinds = useOptions(venueKindKeys);
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'venues', keyName: '_key' });
  const keepFocus = useKeepFocus(fields.map((venue) => venue.id).join());
  const moveVenue = (index: number, step: 1 | -1) => {
    if (index + step < 0 || index + step >= fields.length) return;
    keepFocus();
    move(index, index + step);
  };
  const add = () => {
    const kind = fields.some((venue) => venue.kind === 'main') ? 'remote' : 'main';
    append({ id: newId(), kind, city: emptyText(), place: emptyText(), country: '' });
  };
  return (
    <div data-focus="venues">
      <Section
        title={t('venues.title')}
        actions={
          <Button onPress={add}>
            <Plus aria-hidden />
            {t('venues.add')}
          </Button>
        }
      >
        {fields.length === 0 && <p className={styles.muted}>{t('venues.none')}</p>}
        {fields.map((venue, index) => {
          const name = t('venues.heading', { number: index + 1 });
          return (
            <div
              key={venue.id}
              className={styles.row}
              onKeyDownCapture={(event) => {
                const step = moveStep(event);
                if (step === null) return;
                event.preventDefault();
                moveVenue(index, step);
              }}
            >
              <div className={styles.head}>
                <h3 className={styles.name}>{name}</h3>
                <RowButtons
                  name={name}
                  isFirst={index === 0}
                  isLast={index === fields.length - 1}
                  onMove={(step) => moveVenue(index, step)}
                  onRemove={() => remove(index)}
                />
              </div>
              <LocalizedField
                label={t('venues.city')}
                register={(language) => form.register(`venues.${index}.city.${language}`)}
                error={(language) => form.issue(`venues.${index}.city.${language}`)}
              />
              <LocalizedField
                label={t('venues.place')}
                register={(language) => form.register(`venues.${index}.place.${language}`)}
                error={(language) => form.issue(`venues.${index}.place.${language}`)}
              />
              <FieldGrid>
                <Controller
                  control={form.control}
                  name={`venues.${index}.kind`}
                  render={({ field }) => (
                    <Select label={t('venues.kind')} value={field.value} onChange={field.onChange} options={kinds} />
                  )}
                />
                <Controller
                  control={form.control}
                  name={`venues.${index}.country`}
                  render={({ field }) => (
                    <Picker
                      label={t('venues.country')}
                      items={countries}
                      value={field.value === '' ? null : field.value}
                      onChange={(code) => field.onChange(code ?? '')}
                    />
                  )}
                />
              </FieldGrid>
            </div>
          );
        })}
      </Section>
    </div>
  );
}
