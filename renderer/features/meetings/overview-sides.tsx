import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Meeting, MeetingDetail } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import { notify } from '../../app/notify.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SideFields } from '../groups/index.ts';
import { moveStep, useKeepFocus } from './order.ts';
import { readNumber } from './read-number.ts';
import { RowButtons } from './row-buttons.tsx';
import styles from './rows.module.css';
import { useZones } from './zones.ts';

export interface SidesProps {
  form: AutosaveForm<Meeting>;
  detail: MeetingDetail;
}

export function Sides({ form, detail }: SidesProps): ReactElement {
  const { t } = useTranslation('meetings');
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'sides', keyName: '_key' });
  const keepFocus = useKeepFocus(fields.map((side) => side.id).join());
  const zone = useWatch({ control: form.control, name: 'zone' });

  const removeSide = (index: number, id: string) => {
    // The back end would refuse the whole saving; the reason is better told at once.
    const people = detail.attendance.filter((attendance) => attendance.sideId === id).length;
    const actions = detail.entries.filter((entry) => entry.action?.owners.some((owner) => owner.ownerId === id)).length;
    if (people + actions > 0) notify(t('sides.inUse', { count: people + actions }));
    else remove(index);
  };
  const moveSide = (index: number, step: 1 | -1) => {
    if (index + step < 0 || index + step >= fields.length) return;
    keepFocus();
    move(index, index + step);
  };

  return (
    <Section
      title={t('sides.title')}
      actions={
        <Button onPress={() => append({ id: newId(), country: '', name: emptyText(), zone, leadOrganizationId: null })}>
          <Plus aria-hidden />
          {t('sides.add')}
        </Button>
      }
    >
      {fields.length === 0 && <p className={styles.muted}>{t('sides.none')}</p>}
      {fields.map((side, index) => {
        const name = t('sides.heading', { number: index + 1 });
        return (
          <div
            key={side.id}
            className={styles.row}
            data-focus={side.id}
            onKeyDownCapture={(event) => {
              const step = moveStep(event);
              if (step === null) return;
              event.preventDefault();
              moveSide(index, step);
            }}
          >
            <div className={styles.head}>
              <h3 className={styles.name}>{name}</h3>
              <RowButtons
                name={name}
                isFirst={index === 0}
                isLast={index === fields.length - 1}
                onMove={(step) => moveSide(index, step)}
                onRemove={() => removeSide(index, side.id)}
              />
            </div>
            <MeetingSideFields form={form} index={index} />
          </div>
        );
      })}
    </Section>
  );
}

function MeetingSideFields({ form, index }: { form: AutosaveForm<Meeting>; index: number }): ReactElement {
  const { t } = useTranslation('meetings');
  const [date, zone] = useWatch({ control: form.control, name: ['date', `sides.${index}.zone`] });
  return (
    <SideFields form={form} index={index} zones={useZones(date, zone)}>
      <TextField
        label={t('sides.quorum')}
        hint={t('sides.quorumHint')}
        inputMode="numeric"
        // No quorum is an absent field, not an empty one.
        {...form.register(`sides.${index}.quorum`, { setValueAs: (value: unknown) => readNumber(value) ?? undefined })}
        error={form.issue(`sides.${index}.quorum`)}
      />
    </SideFields>
  );
}
