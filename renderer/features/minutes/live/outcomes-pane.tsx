import { memo, type ReactElement, useCallback, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import { languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../../app/format.ts';
import { useStorePart } from '../../../app/store.ts';
import { useLive } from './context.ts';
import { listOutcomes, type OutcomeKind, outcomeKinds } from './outcomes.ts';
import styles from './outcomes-pane.module.css';
import { type OwnerName, useOwnerNames } from './owner-names.ts';

const headingKeys = {
  decision: 'outcomes.decisions',
  action: 'outcomes.actions',
  proposal: 'outcomes.proposals',
} as const satisfies Record<OutcomeKind, string>;

/** What the meeting has come to so far: decisions, action items and proposals by number, each with a way to its row. */
export function OutcomesPane({ onChosen }: { onChosen: (() => void) | undefined }): ReactElement {
  const { t } = useTranslation('live');
  const { session, goTo } = useLive();
  // A moment behind the rows: what is being typed goes first.
  const state = useDeferredValue(useStorePart(session.state, (value) => value));
  const { agenda, rows, entries } = state;
  const lists = useMemo(() => listOutcomes({ agenda, rows, entries }), [agenda, rows, entries]);
  const isEmpty = outcomeKinds.every((kind) => lists[kind].length === 0);
  const owners = useOwnerNames(lists.action);
  // Rows under the pane cannot take the focus: it goes first.
  const open = useCallback(
    (target: { rowId: string }) => {
      onChosen?.();
      goTo(target);
    },
    [onChosen, goTo],
  );
  if (isEmpty) return <p className={styles.none}>{t('outcomes.none')}</p>;
  return (
    <>
      {outcomeKinds.map(
        (kind) =>
          lists[kind].length > 0 && (
            <section key={kind} className={styles.group} aria-labelledby={`outcomes-${kind}`}>
              <h3 id={`outcomes-${kind}`} className={styles.heading} data-kind={kind}>
                {t(headingKeys[kind], { count: lists[kind].length })}
              </h3>
              <ul>
                {lists[kind].map((entry) => (
                  <Outcome
                    key={entry.id}
                    entry={entry}
                    number={state.numbers.get(entry.id) ?? ''}
                    nameOf={owners}
                    onOpen={open}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

interface OutcomeProps {
  entry: Entry;
  number: string;
  nameOf: (ownerId: string) => OwnerName;
  onOpen: (target: { rowId: string }) => void;
}

const Outcome = memo(function Outcome({ entry, number, nameOf, onOpen }: OutcomeProps): ReactElement {
  const { t } = useTranslation('live');
  const { text } = entry.texts[entry.sourceLanguage];
  return (
    <li>
      <button type="button" className={styles.outcome} onClick={() => onOpen({ rowId: entry.id })}>
        <span className={styles.number}>{number}</span>
        <span className={styles.text} lang={languageTags[entry.sourceLanguage]}>
          {text === '' ? t('outcomes.noText') : text}
        </span>
        {entry.kind === 'action' && <Duty action={entry.action} nameOf={nameOf} />}
      </button>
    </li>
  );
});

/** Who does it and by when; what the meeting has left open is said. */
function Duty({ action, nameOf }: { action: Entry['action']; nameOf: OutcomeProps['nameOf'] }): ReactElement {
  const { t } = useTranslation('live');
  const format = useFormat();
  const owners = action?.owners ?? [];
  const due = action?.due ?? null;
  const isAtNext = action?.dueAtNextMeeting === true;
  return (
    <span className={styles.duty}>
      {owners.length === 0 ? (
        <span className={styles.open}>{t('outcomes.nobody')}</span>
      ) : (
        owners.map((owner, index) => {
          const name = nameOf(owner.ownerId);
          return (
            <span key={owner.id}>
              <span {...(name.language && { lang: languageTags[name.language] })}>{name.text}</span>
              {index < owners.length - 1 && t('outcomes.separator')}
            </span>
          );
        })
      )}
      {' · '}
      {due !== null ? (
        t('outcomes.due', { date: format.shortDate(due) })
      ) : (
        <span className={isAtNext ? undefined : styles.open}>
          {isAtNext ? t('outcomes.dueNextMeeting') : t('outcomes.noDue')}
        </span>
      )}
    </span>
  );
}
