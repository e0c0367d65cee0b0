import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DecisionListItem, type DecisionState, decisionStates } from '#shared/contract/decisions.ts';
import { api } from '../../app/api.ts';
import { Select } from '../../ui/select.tsx';
import { RecordField, ReportDialog, sharedGroup, useStateWords } from '../follow-up/index.ts';

export interface StateDialogProps {
  /** At least one; they all become the same. */
  decisions: readonly DecisionListItem[];
  onClose: () => void;
  onDone?: () => void;
}

/** Says whether decisions hold, have been fulfilled, or have been superseded and by which, and who said so. */
export function StateDialog({ decisions, onClose, onDone }: StateDialogProps): ReactElement {
  const { t } = useTranslation('decisions');
  const word = useStateWords();
  const only = decisions.length === 1 ? decisions[0] : undefined;
  const [state, setState] = useState<DecisionState>(only?.state ?? 'fulfilled');
  const [replacedBy, setReplacedBy] = useState(only?.replacedBy ?? null);
  const ids = decisions.map(({ entryId }) => entryId);
  return (
    <ReportDialog
      title={only ? t('state.titleOne', { number: only.number }) : t('state.title', { count: decisions.length })}
      submitLabel={t('state.save')}
      groupId={sharedGroup(decisions)}
      onClose={onClose}
      onDone={onDone}
      onSubmit={async (report) => {
        // Of several, each keeps what it was superseded by where nothing is named for all.
        const named = only || replacedBy ? { replacedById: replacedBy?.id ?? null } : {};
        const { changed } = await api.decisions.setState({ entryIds: ids, state, ...named, ...report });
        return t('state.changed', { count: changed, state: word('decision', state) });
      }}
    >
      <Select
        label={t('state.label')}
        value={state}
        onChange={setState}
        options={decisionStates.map((id) => ({ id, label: word('decision', id) }))}
      />
      {state === 'superseded' && (
        <RecordField
          kind="decision"
          label={t('state.replacedBy')}
          hint={t('state.replacedByHint')}
          exclude={ids}
          value={replacedBy}
          onChange={setReplacedBy}
        />
      )}
    </ReportDialog>
  );
}
