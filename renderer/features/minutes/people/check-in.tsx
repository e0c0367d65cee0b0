import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookupItem, LookupKind } from '#shared/contract/lookup.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useChord } from '../../../app/commands.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { classes } from '../../../ui/classes.ts';
import fieldStyles from '../../../ui/field.module.css';
import { type ChosenBy, PersonField } from '../rows/person-field.tsx';
import styles from './people.module.css';
import type { Adding } from './use-adding.ts';

const kinds: readonly LookupKind[] = ['attendance', 'person'];

export interface CheckInProps {
  adding: Adding;
  onCheckedIn: (attendanceId: string) => void;
}

/**
 * Three letters and Enter: the best match is present from now on, and the field is empty for the next one. A contact
 * who is not on the list comes onto it; nobody found becomes a guest.
 */
export function CheckIn({ adding, onCheckedIn }: CheckInProps): ReactElement {
  const { t } = useTranslation('live');
  const language = useUiLanguage();
  const place = useRef<HTMLLabelElement>(null);
  const done = (id: string | null, by: ChosenBy) => {
    if (id !== null) onCheckedIn(id);
    // A click on a choice takes the focus out of the field; the next one is typed there.
    if (by === 'pointer') place.current?.querySelector('input')?.focus();
  };
  const choose = async (item: LookupItem, by: ChosenBy) => {
    const id =
      item.kind === 'attendance'
        ? adding.checkIn(item.id)
        : await adding.addPerson(item.id, chooseText(item.name, language).text);
    done(id, by);
  };
  const chord = useChord('minutes.checkIn');
  return (
    <label ref={place} className={classes(fieldStyles.field, styles.checkIn)} data-people-field="checkIn">
      <span className={styles.label}>
        <span>{t('people.checkIn.label')}</span>
        {chord !== '' && <kbd aria-hidden>{chord}</kbd>}
      </span>
      <PersonField
        label={t('people.checkIn.label')}
        className={styles.field}
        placeholder={t('people.checkIn.placeholder')}
        kinds={kinds}
        onChoose={(item, by) => void choose(item, by)}
        onGuest={(name, by) => done(adding.addGuest(name), by)}
      />
    </label>
  );
}
