import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordReference } from '#shared/contract/follow-up.ts';
import type { ProposalDetail as Proposal } from '#shared/contract/proposals.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import {
  AreaField,
  attempt,
  DetailPart,
  DetailParts,
  HistoryList,
  LinkedRecords,
  RecordLink,
  RecordPicker,
  RecordSource,
  RecordState,
  RecordTexts,
  useStateWords,
} from '../follow-up/index.ts';
import { ProposalForm } from './proposal-form.tsx';
import styles from './proposals.module.css';
import { StageDialog } from './stage-dialog.tsx';

/** One proposal: who made it where, what is known of it beyond the minutes, what became of it. */
export function ProposalDetail({ entryId }: { entryId: string }): ReactElement {
  const { t } = useTranslation('common');
  const { data, error } = useQuery(query.proposals.get.queryOptions({ input: { entryId } }));
  if (error) return <p role="alert">{describeError(error)}</p>;
  return data === undefined ? <p>{t('loading')}</p> : <Shown proposal={data} />;
}

function Shown({ proposal }: { proposal: Proposal }): ReactElement {
  const { t } = useTranslation('proposals');
  const word = useStateWords();
  return (
    <DetailParts>
      <DetailPart title={t('detail.text')}>
        <RecordTexts text={proposal.text} />
        <RecordSource {...proposal} />
      </DetailPart>
      <DetailPart title={t('detail.proposer')}>
        <Proposer proposer={proposal.proposer} />
      </DetailPart>
      <StagePart proposal={proposal} />
      <DetailPart title={t('detail.areas')}>
        <AreaField kind="entry" id={proposal.entryId} />
      </DetailPart>
      <ProposalForm key={proposal.entryId} proposal={proposal} />
      <LinksPart proposal={proposal} />
      <DetailPart title={t('detail.history')}>
        <HistoryList lines={proposal.history} stateWord={(state) => word('proposal', state)} />
      </DetailPart>
    </DetailParts>
  );
}

/** With office and organisation as they were at the meeting. */
function Proposer({ proposer }: { proposer: Proposal['proposer'] }): ReactElement {
  const { t } = useTranslation('proposals');
  if (proposer === null) return <p className={styles.muted}>{t('detail.nobody')}</p>;
  const { personId, name, position, organization } = proposer;
  return (
    <div>
      {personId === null ? (
        <FallbackText value={name} empty={t('unnamedProposer')} />
      ) : (
        <TextLink href={`/contacts/${personId}`} text={name} empty={t('unnamedProposer')} />
      )}
      <p className={styles.muted}>
        <FallbackText value={position} />
      </p>
      <p className={styles.muted}>
        <FallbackText value={organization} />
      </p>
    </div>
  );
}

function StagePart({ proposal }: { proposal: Proposal }): ReactElement {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { stage, stageOn, decision } = proposal;
  return (
    <DetailPart title={t('detail.stage')} action={<Button onPress={() => setOpen(true)}>{t('stage.change')}</Button>}>
      <span className={styles.state}>
        <RecordState kind="proposal" state={stage} />
        {stageOn !== null && <span className={styles.muted}>{format.date(stageOn)}</span>}
      </span>
      {decision && (
        <p>
          <span className={styles.muted}>{t('detail.decision')}</span> <RecordLink reference={decision} />
        </p>
      )}
      {isOpen && <StageDialog proposals={[proposal]} onClose={() => setOpen(false)} />}
    </DetailPart>
  );
}

function LinksPart({ proposal: { entryId, linked } }: { proposal: Proposal }): ReactElement {
  const { t } = useTranslation('proposals');
  const linkOf = ({ id }: RecordReference) => ({ kind: 'proposal-agreement' as const, fromId: entryId, toId: id });
  return (
    <DetailPart title={t('detail.links')}>
      <LinkedRecords
        records={linked}
        label={t('detail.links')}
        onRemove={(record) => void attempt(() => api.links.remove(linkOf(record)))}
      />
      <RecordPicker
        kind="agreement"
        label={t('detail.linkAgreement')}
        exclude={linked.map(({ id }) => id)}
        onPick={(record) => void attempt(() => api.links.add(linkOf(record)))}
      />
    </DetailPart>
  );
}
