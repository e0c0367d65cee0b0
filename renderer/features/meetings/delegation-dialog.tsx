import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import type { NewParticipant } from './new-participant.ts';
import { readNumber } from './read-number.ts';

const noSide = 'none';

export interface DelegationDialogProps {
  sides: readonly MeetingSide[];
  onClose: () => void;
  onAdd: (participant: NewParticipant) => Promise<boolean>;
}

/** An organisation that takes part with a number of people who are not named. */
export function DelegationDialog({ sides, onClose, onAdd }: DelegationDialogProps): ReactElement {
  const { t } = useTranslation('meetings');
  const language = useUiLanguage();
  const organizations = useOrganizationItems();
  const count = useRef<HTMLInputElement>(null);
  const [organizationId, setOrganizationId] = useState<string | null>(null);
  const [sideId, setSideId] = useState<string>(sides[0]?.id ?? noSide);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    const headCount = readNumber(count.current?.value ?? '');
    if (typeof headCount !== 'number' || headCount < 1) {
      setProblem(t('delegation.countNeeded'));
      count.current?.focus();
      return;
    }
    if (organizationId === null) {
      setProblem(t('delegation.organizationNeeded'));
      return;
    }
    if (await onAdd({ organizationId, headCount, sideId: sideId === noSide ? null : sideId })) onClose();
  };
  return (
    <FormDialog title={t('delegation.title')} onClose={onClose} onSubmit={submit}>
      <Picker
        label={t('delegation.organization')}
        items={organizations}
        value={organizationId}
        onChange={setOrganizationId}
      />
      <TextField ref={count} label={t('delegation.count')} inputMode="numeric" error={problem} />
      <Select
        label={t('participants.side')}
        value={sideId}
        onChange={setSideId}
        options={[
          { id: noSide, label: t('participants.noSide') },
          ...sides.map((side, index) => ({
            id: side.id,
            label: chooseText(side.name, language).text || t('sides.heading', { number: index + 1 }),
          })),
        ]}
      />
    </FormDialog>
  );
}
