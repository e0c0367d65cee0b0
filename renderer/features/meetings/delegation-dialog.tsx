import { type ReactElement, type SyntheticEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { NewParticipant } from './new-participant.ts';
import { readNumber } from './read-number.ts';
import styles from './rows.module.css';

const noSide = 'none';

export interface DelegationDialogProps {
  sides: readonly MeetingSide[];
  onClose: () => void;
  onAdd: (participant: NewParticipant) => Promise<boolean>;
}

/** An organisation that takes part with a number of people who are not named. */
export function DelegationDialog({ sides, onClose, onAdd }: DelegationDialogProps): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const id = useId();
  const language = useUiLanguage();
  const organizations = useOrganizationItems();
  const count = useRef<HTMLInputElement>(null);
  const [organizationId, setOrganizationId] = useState<string | null>(null);
  const [sideId, setSideId] = useState<string>(sides[0]?.id ?? noSide);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const headCount = readNumber(count.current?.value ?? '');
    if (typeof headCount !== 'number' || headCount < 1) {
      setProblem(t('meetings:delegation.countNeeded'));
      count.current?.focus();
      return;
    }
    if (organizationId === null) {
      setProblem(t('meetings:delegation.organizationNeeded'));
      return;
    }
    if (await onAdd({ organizationId, headCount, sideId: sideId === noSide ? null : sideId })) onClose();
  };
  return (
    <Dialog
      title={t('meetings:delegation.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {t('common:add')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.row} onSubmit={(event) => void submit(event)}>
        <Picker
          label={t('meetings:delegation.organization')}
          items={organizations}
          value={organizationId}
          onChange={setOrganizationId}
        />
        <TextField ref={count} label={t('meetings:delegation.count')} inputMode="numeric" error={problem} />
        <Select
          label={t('meetings:participants.side')}
          value={sideId}
          onChange={setSideId}
          options={[
            { id: noSide, label: t('meetings:participants.noSide') },
            ...sides.map((side, index) => ({
              id: side.id,
              label: chooseText(side.name, language).text || t('meetings:sides.heading', { number: index + 1 }),
            })),
          ]}
        />
      </form>
    </Dialog>
  );
}
