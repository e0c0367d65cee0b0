import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionDetail as Decision } from '#shared/contract/decisions.ts';
import type { LinkKind, RecordReference } from '#shared/contract/follow-up.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
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
import styles from './decisions.module.css';
import { StateDialog } from './state-dialog.tsx';

/** One decision: what was decided where, what holds of it, what it is linked to. */
export function DecisionDetail({ entryId }: { entryId: string }): ReactElement {
  const { t } = useTranslation('common');
  const { data, error } = useQuery(query.decisions.get.queryOptions({ input: { entryId } }));
  if (error) return <p role="alert">{describeError(error)}</p>;
  return data === undefined ? <p>{t('loading')}</p> : <Shown decision={data} />;
}

function Shown({ decision }: { decision: Decision }): ReactElement {
  const { t } = useTranslation('decisions');
  const word = useStateWords();
  return (
    <DetailParts>
      <DetailPart title={t('detail.text')}>
        <RecordTexts text={decision.text} />
        <RecordSource {...decision} />
      </DetailPart>
      <StatePart decision={decision} />
      {decision.replaces.length > 0 && (
        <DetailPart title={t('detail.replaces')}>
          <LinkedRecords records={decision.replaces} label={t('detail.replaces')} />
        </DetailPart>
      )}
      {decision.adopted.length > 0 && (
        <DetailPart title={t('detail.adopted')}>
          <LinkedRecords records={decision.adopted} label={t('detail.adopted')} />
        </DetailPart>
      )}
      <LinksPart decision={decision} />
      <DetailPart title={t('detail.areas')}>
        <AreaField kind="entry" id={decision.entryId} />
      </DetailPart>
      <DetailPart title={t('detail.history')}>
        <HistoryList lines={decision.history} stateWord={(state) => word('decision', state)} />
      </DetailPart>
    </DetailParts>
  );
}

function StatePart({ decision }: { decision: Decision }): ReactElement {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { state, stateOn, replacedBy } = decision;
  return (
    <DetailPart title={t('detail.state')} action={<Button onPress={() => setOpen(true)}>{t('state.change')}</Button>}>
      <span className={styles.state}>
        <RecordState kind="decision" state={state} />
        {stateOn !== null && <span className={styles.muted}>{format.date(stateOn)}</span>}
      </span>
      {replacedBy && (
        <p>
          <span className={styles.muted}>{t('detail.replacedBy')}</span> <RecordLink reference={replacedBy} />
        </p>
      )}
      {isOpen && <StateDialog decisions={[decision]} onClose={() => setOpen(false)} />}
    </DetailPart>
  );
}

const linkKindOf = (record: RecordReference): LinkKind =>
  record.kind === 'agreement' ? 'decision-agreement' : 'decision-action';

function LinksPart({ decision: { entryId, linked } }: { decision: Decision }): ReactElement {
  const { t } = useTranslation('decisions');
  const linkOf = (record: RecordReference) => ({ kind: linkKindOf(record), fromId: entryId, toId: record.id });
  const exclude = linked.map(({ id }) => id);
  const add = (record: RecordReference) => void attempt(() => api.links.add(linkOf(record)));
  return (
    <DetailPart title={t('detail.links')}>
      <LinkedRecords
        records={linked}
        label={t('detail.links')}
        onRemove={(record) => void attempt(() => api.links.remove(linkOf(record)))}
      />
      <RecordPicker kind="action" label={t('detail.linkAction')} exclude={exclude} onPick={add} />
      <RecordPicker kind="agreement" label={t('detail.linkAgreement')} exclude={exclude} onPick={add} />
    </DetailPart>
  );
}
