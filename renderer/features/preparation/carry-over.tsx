import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { PreparationProposal } from '#shared/contract/preparation.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Section } from '../../ui/section.tsx';
import { useFocusAfterRemoval } from '../../ui/use-focus-after-removal.ts';
import { ActionWords, ItemWords } from '../meetings/index.ts';
import styles from './preparation.module.css';

/** What is open from earlier meetings of the group and not in this one yet. */
export function CarryOver({ meeting }: { meeting: Meeting }): ReactElement {
  const { t } = useTranslation('preparation');
  return (
    <Section title={t('carry.title')}>
      {meeting.groupId === null ? (
        <div className={styles.empty}>
          <p>{t('carry.noGroup')}</p>
          <ButtonLink href={`/meetings/${meeting.id}/overview?focus=group`}>{t('carry.chooseGroup')}</ButtonLink>
        </div>
      ) : (
        <Proposal meeting={meeting} groupId={meeting.groupId} />
      )}
    </Section>
  );
}

function Proposal({ meeting, groupId }: { meeting: Meeting; groupId: string }): ReactElement {
  const { data, error } = useQuery(
    query.preparation.propose.queryOptions({ input: { groupId, meetingId: meeting.id, date: meeting.date } }),
  );
  if (error) return <p role="alert">{describeError(error)}</p>;
  if (!data) return <></>;
  return <OpenItems meetingId={meeting.id} proposal={data} />;
}

interface OpenItemsProps {
  meetingId: string;
  proposal: PreparationProposal;
}

function OpenItems({ meetingId, proposal }: OpenItemsProps): ReactElement {
  const { t } = useTranslation(['preparation', 'meetings', 'common']);
  const language = useUiLanguage();
  const isBusy = useRef(false);
  const items = proposal.items.filter((item) => !item.isCarried);
  const actions = proposal.actions.filter((action) => !action.isReviewed);
  const carry = async (agendaItemIds: string[], actionIds: string[]) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await flushAll();
      const done = await api.preparation.carryOver({ meetingId, agendaItemIds, actionIds });
      const message = t('preparation:carry.done', {
        items: t('preparation:carry.items', { count: done.items }),
        actions: t('preparation:carry.actions', { count: done.actions }),
      });
      notify(message, { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
    isBusy.current = false;
  };
  const open = [...items.map((item) => item.agendaItemId), ...actions.map((action) => action.entryId)];
  const box = useFocusAfterRemoval<HTMLDivElement>('button', open.join());
  if (proposal.base === null && items.length === 0 && actions.length === 0) {
    return <p className={styles.muted}>{t('preparation:carry.first')}</p>;
  }
  return (
    <div {...box} className={styles.box}>
      {proposal.base && <Base base={proposal.base} />}
      {items.length === 0 && actions.length === 0 ? (
        <p>{t('preparation:carry.nothing')}</p>
      ) : (
        <div>
          <Button
            onPress={() =>
              void carry(
                items.map((item) => item.agendaItemId),
                actions.map((action) => action.entryId),
              )
            }
          >
            {t('preparation:carry.all')}
          </Button>
        </div>
      )}
      <Rows
        title={t('preparation:dialog.items')}
        rows={items.map((item) => ({
          id: item.agendaItemId,
          content: <ItemWords item={item} />,
          label: t('preparation:carry.item', {
            name: chooseText(item.title, language).text || t('meetings:untitled'),
          }),
          onCarry: () => void carry([item.agendaItemId], []),
        }))}
      />
      <Rows
        title={t('preparation:dialog.actions')}
        rows={actions.map((action) => ({
          id: action.entryId,
          content: <ActionWords action={action} />,
          label: t('preparation:carry.action', { number: action.number }),
          onCarry: () => void carry([], [action.entryId]),
        }))}
      />
    </div>
  );
}

function Base({ base }: { base: NonNullable<PreparationProposal['base']> }): ReactElement {
  const { t } = useTranslation(['preparation', 'meetings']);
  const format = useFormat();
  return (
    <p className={styles.muted}>
      {t('preparation:carry.base', { date: format.date(base.date) })}{' '}
      <Link href={`/meetings/${base.id}`}>
        <FallbackText value={base.title} empty={t('meetings:untitled')} />
      </Link>
    </p>
  );
}

interface RowsProps {
  title: string;
  rows: readonly { id: string; content: ReactNode; label: string; onCarry: () => void }[];
}

function Rows({ title, rows }: RowsProps): ReactElement | null {
  const { t } = useTranslation('preparation');
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.rows}>
        {rows.map(({ id, content, label, onCarry }) => (
          <li key={id} className={styles.row}>
            <span className={styles.words}>{content}</span>
            <Button aria-label={label} onPress={onCarry}>
              <Plus aria-hidden />
              {t('carry.one')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
