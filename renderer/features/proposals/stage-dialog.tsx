import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProposalListItem, type ProposalStage, proposalStages } from '#shared/contract/proposals.ts';
import { api } from '../../app/api.ts';
import { Select } from '../../ui/select.tsx';
import { RecordField, ReportDialog, sharedGroup, useStateWords } from '../follow-up/index.ts';

export interface StageDialogProps {
  /** At least one; they all become the same. */
  proposals: readonly ProposalListItem[];
  onClose: () => void;
  onDone?: () => void;
}

/** Says what became of proposals, as which decision they were adopted, and who said so. */
export function StageDialog({ proposals, onClose, onDone }: StageDialogProps): ReactElement {
  const { t } = useTranslation('proposals');
  const word = useStateWords();
  const only = proposals.length === 1 ? proposals[0] : undefined;
  const [stage, setStage] = useState<ProposalStage>(only?.stage ?? 'under_review');
  const [decision, setDecision] = useState(only?.decision ?? null);
  return (
    <ReportDialog
      title={only ? t('stage.titleOne', { number: only.number }) : t('stage.title', { count: proposals.length })}
      submitLabel={t('stage.save')}
      groupId={sharedGroup(proposals)}
      onClose={onClose}
      onDone={onDone}
      onSubmit={async (report) => {
        const entryIds = proposals.map(({ entryId }) => entryId);
        // Of several, each keeps the decision it was adopted as where none is named for all.
        const named = only || decision ? { decisionId: decision?.id ?? null } : {};
        const { changed } = await api.proposals.setStage({ entryIds, stage, ...named, ...report });
        return t('stage.changed', { count: changed, stage: word('proposal', stage) });
      }}
    >
      <Select
        label={t('stage.label')}
        value={stage}
        onChange={setStage}
        options={proposalStages.map((id) => ({ id, label: word('proposal', id) }))}
      />
      {stage === 'adopted' && (
        <RecordField
          kind="decision"
          label={t('stage.decision')}
          hint={t('stage.decisionHint')}
          value={decision}
          onChange={setDecision}
        />
      )}
    </ReportDialog>
  );
}
