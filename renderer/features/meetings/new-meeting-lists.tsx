import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarriedItem, OpenAction, PreparationProposal } from '#shared/contract/preparation.ts';
import { useFormat } from '../../app/format.ts';
import { todayHere } from '../../app/today.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Due } from '../registers/index.ts';
import { reasonKeys } from './carry-words.ts';
import styles from './new-meeting.module.css';

interface Choosing {
  leftOut: ReadonlySet<string>;
  onChange: (leftOut: ReadonlySet<string>) => void;
}

/** Items of earlier meetings with the reason why they are proposed. */
export function CarriedItems({ items, ...choosing }: { items: readonly CarriedItem[] } & Choosing): ReactElement {
  const { t } = useTranslation('preparation');
  return (
    <CheckList
      title={t('dialog.items')}
      none={t('dialog.noItems')}
      rows={items.map((item) => ({ id: item.agendaItemId, content: <ItemWords item={item} /> }))}
      {...choosing}
    />
  );
}

/** An agenda item and why it comes along. */
export function ItemWords({ item }: { item: CarriedItem }): ReactElement {
  const { t } = useTranslation(['preparation', 'meetings']);
  const format = useFormat();
  const reasons = item.reasons.map((reason) => t(reasonKeys[reason], { ns: 'preparation' }));
  return (
    <>
      <FallbackText value={item.title} empty={t('meetings:untitled')} />{' '}
      <span className={styles.muted}>{t('preparation:dialog.because', { reasons: format.list(reasons) })}</span>
    </>
  );
}

export function CarriedActions({ actions, ...choosing }: { actions: readonly OpenAction[] } & Choosing): ReactElement {
  const { t } = useTranslation('preparation');
  return (
    <CheckList
      title={t('dialog.actions')}
      none={t('dialog.noActions')}
      rows={actions.map((action) => ({ id: action.entryId, content: <ActionWords action={action} /> }))}
      {...choosing}
    />
  );
}

/** An open action in one line: number, text, who, by when. */
export function ActionWords({ action }: { action: OpenAction }): ReactElement {
  const { t } = useTranslation(['preparation', 'registers']);
  const format = useFormat();
  return (
    <>
      {t('preparation:action.number', { number: action.number, date: format.shortDate(action.meetingDate) })}{' '}
      <FallbackText value={action.text} empty={t('registers:noText')} />{' '}
      <span className={styles.facts}>
        {action.owners.length === 0 ? t('registers:nobody') : <Owners owners={action.owners} />}{' '}
        <Due action={action} today={todayHere()} />
      </span>
    </>
  );
}

function Owners({ owners }: { owners: OpenAction['owners'] }): ReactElement {
  const { t } = useTranslation('registers');
  return (
    <span>
      {owners.map((owner, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <FallbackText value={owner} empty={t('noName')} />
        </span>
      ))}
    </span>
  );
}

interface CheckListProps extends Choosing {
  title: string;
  /** Said where there is nothing to choose. */
  none: string;
  rows: readonly { id: string; content: ReactNode }[];
}

function CheckList({ title, none, rows, leftOut, onChange }: CheckListProps): ReactElement {
  const { t } = useTranslation('preparation');
  const chosen = rows.filter(({ id }) => !leftOut.has(id)).length;
  const ids = rows.map(({ id }) => id);
  const others = [...leftOut].filter((id) => !ids.includes(id));
  const isAll = chosen === rows.length;
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{title}</legend>
      {rows.length === 0 ? (
        <p className={styles.muted}>{none}</p>
      ) : (
        <>
          <div className={styles.head}>
            <span className={styles.muted}>{t('dialog.chosen', { chosen, all: rows.length })}</span>
            <Button kind="quiet" onPress={() => onChange(new Set(isAll ? [...others, ...ids] : others))}>
              {isAll ? t('dialog.chooseNone') : t('dialog.chooseAll')}
            </Button>
          </div>
          <ul className={styles.rows}>
            {rows.map(({ id, content }) => (
              <li key={id}>
                <Checkbox
                  label={<span>{content}</span>}
                  value={!leftOut.has(id)}
                  onChange={(isWanted) => {
                    const next = new Set(leftOut);
                    if (isWanted) next.delete(id);
                    else next.add(id);
                    onChange(next);
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

export interface ExpectedPeopleProps {
  people: PreparationProposal['people'];
  withLast: boolean;
  onWithLast: (withLast: boolean) => void;
}

export function ExpectedPeople({ people, withLast, onWithLast }: ExpectedPeopleProps): ReactElement {
  const { t } = useTranslation(['preparation', 'common']);
  const fromLast = people.filter(({ from }) => from === 'last_time');
  const expected = withLast ? people : people.filter(({ from }) => from === 'member');
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{t('preparation:dialog.people')}</legend>
      {expected.length === 0 ? (
        <p className={styles.muted}>{t('preparation:dialog.nobody')}</p>
      ) : (
        <details>
          <summary className={styles.summary}>{t('preparation:dialog.expected', { count: expected.length })}</summary>
          <ul className={styles.names}>
            {expected.map((person, index) => (
              <li key={person.personId ?? person.organizationId ?? index}>
                <FallbackText value={person.name} empty={t('common:unnamed')} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {fromLast.length > 0 && (
        <Checkbox
          label={t('preparation:dialog.withLast', { count: fromLast.length })}
          value={withLast}
          onChange={onWithLast}
        />
      )}
    </fieldset>
  );
}
