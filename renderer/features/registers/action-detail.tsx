import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDetail as Detail } from '#shared/contract/actions.ts';
import type { RecordReference } from '#shared/contract/follow-up.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Facts } from '../../ui/section.tsx';
import {
  attempt,
  DetailPart,
  DetailParts,
  HistoryList,
  LinkedRecords,
  MeetingLink,
  RecordPicker,
  RecordSource,
  RecordTexts,
  useStateWords,
} from '../follow-up/index.ts';
import { ActionCommands } from './action-commands.tsx';
import styles from './actions-page.module.css';
import { Due, dueWords } from './due.tsx';
import { Owners } from './owners.tsx';
import { StatusSelect } from './status-select.tsx';

export interface ActionDetailProps {
  entryId: string;
  /** `YYYY-MM-DD` */
  today: string;
  /** Called with the entries that are about to be changed. */
  onChange: (entryIds: readonly string[]) => void;
}

/** An action item beside the register: what was agreed, who has it, what came of it. */
export function ActionDetail({ entryId, today, onChange }: ActionDetailProps): ReactElement {
  const { t } = useTranslation(['registers', 'common']);
  const { data, error } = useQuery(query.actions.get.queryOptions({ input: { entryId, today } }));
  const stateWord = useStateWords();
  if (error) return <p role="alert">{describeError(error)}</p>;
  if (!data) return <p>{t('common:loading')}</p>;
  return (
    <DetailParts>
      <DetailPart title={t('registers:detail.standing')}>
        <Facts
          facts={[
            {
              term: t('registers:column.status'),
              value: (
                <div className={styles.status}>
                  <StatusSelect
                    entryId={entryId}
                    number={data.number}
                    status={data.status}
                    onChange={(id) => onChange([id])}
                  />
                </div>
              ),
            },
            { term: t('registers:column.owners'), value: <Owners owners={data.owners} isLinked /> },
            { term: t('registers:column.due'), value: <Due action={data} today={today} /> },
          ]}
        />
        <div className={styles.commands}>
          <ActionCommands actions={[data]} onChange={onChange} />
        </div>
        {data.agreed && <Agreed agreed={data.agreed} />}
      </DetailPart>
      <DetailPart title={t('registers:detail.text')}>
        <RecordTexts text={data.text} />
      </DetailPart>
      <DetailPart title={t('registers:detail.source')}>
        <RecordSource entryId={entryId} number={data.number} agendaItem={data.agendaItem} meeting={data.meeting} />
      </DetailPart>
      <DetailPart title={t('registers:detail.reviews')}>
        {data.reviews.length === 0 ? (
          <p className={styles.muted}>{t('registers:detail.noReviews')}</p>
        ) : (
          <ul className={styles.plain}>
            {data.reviews.map((meeting) => (
              <li key={meeting.id}>
                <MeetingLink meeting={meeting} />
              </li>
            ))}
          </ul>
        )}
      </DetailPart>
      <DetailPart title={t('registers:detail.links')}>
        <Links entryId={entryId} links={data.links} />
      </DetailPart>
      <DetailPart title={t('registers:detail.history')}>
        <HistoryList lines={data.history} stateWord={(state) => stateWord('action', state)} />
      </DetailPart>
    </DetailParts>
  );
}

/** What the minutes keep, where owner or date have been changed since. */
function Agreed({ agreed }: { agreed: NonNullable<Detail['agreed']> }): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  return (
    <div className={styles.agreed}>
      <h4 className={styles.agreedTitle}>{t('detail.agreed')}</h4>
      <Facts
        facts={[
          { term: t('column.owners'), value: <Owners owners={agreed.owners} isLinked /> },
          { term: t('column.due'), value: dueWords(agreed, format, t('due.nextMeeting'), t('notNamed')) },
        ]}
      />
    </div>
  );
}

function Links({ entryId, links }: { entryId: string; links: readonly RecordReference[] }): ReactElement {
  const { t } = useTranslation('registers');
  const linkOf = (decisionId: string) => ({ kind: 'decision-action', fromId: decisionId, toId: entryId }) as const;
  return (
    <>
      <LinkedRecords
        records={links}
        label={t('detail.links')}
        onRemove={({ id }) => void attempt(() => api.links.remove(linkOf(id)))}
      />
      <RecordPicker
        kind="decision"
        label={t('detail.addLink')}
        exclude={links.map(({ id }) => id)}
        onPick={({ id }) => void attempt(() => api.links.add(linkOf(id)))}
      />
    </>
  );
}
