import { X } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Action, Entry } from '#shared/contract/entries.ts';
import type { LookupItem } from '#shared/contract/lookup.ts';
import { languageTags } from '#shared/domain/language.ts';
import { useLive } from '../live/context.ts';
import { useOwnerNames } from '../live/owner-names.ts';
import { focusText } from '../live/targets.ts';
import { captureField, ensureCapture } from './capture.ts';
import { DueField } from './due-field.tsx';
import { PersonField } from './person-field.tsx';
import { focusRowPart } from './row-parts.ts';
import styles from './rows.module.css';
import { shownRows } from './row-keys.ts';

export interface RowActionProps {
  /** Names the row, e.g. «Action item 3.1». */
  name: string;
  /** null: the capture row before its first letter. */
  entry: Entry | null;
  isCapture?: boolean;
}

const ownerKinds = ['attendance', 'person', 'side', 'organization'] as const;
const noAction: Action = { owners: [], due: null, dueAtNextMeeting: false, status: 'open' };

/** A guest and a delegation stand in no register: nothing could be put down to them after the meeting. */
const canOwn = (item: LookupItem): boolean => item.kind !== 'attendance' || item.personId !== null;

/** Who does it and by when. Nobody and no date are allowed, and stay visibly open. */
export function RowAction({ entry, name, isCapture = false }: RowActionProps): ReactElement {
  const { t } = useTranslation('live');
  const live = useLive();
  const { session } = live;
  const entries = useMemo(() => (entry === null ? [] : [entry]), [entry]);
  const nameOf = useOwnerNames(entries);
  const action = entry?.action ?? noAction;
  const rowId = isCapture ? null : (entry?.id ?? null);

  const change = (patch: Partial<Action>) =>
    session.setAction(entry?.id ?? ensureCapture(live, captureField()?.value ?? ''), patch);
  const add = (item: LookupItem) => {
    const ownerId = item.kind === 'attendance' ? item.personId : item.id;
    const kind = item.kind === 'attendance' ? 'person' : item.kind;
    // Two names may have been typed before the first was found: this drawing does not know of the other.
    const id = entry?.id ?? ensureCapture(live, captureField()?.value ?? '');
    const owners = session.state.get().entries.get(id)?.action?.owners ?? [];
    if (ownerId === null || owners.some((owner) => owner.ownerId === ownerId)) return;
    session.setAction(id, { owners: [...owners, { id: newId(), kind, ownerId }] });
  };
  const goOn = () => {
    const rows = shownRows(live);
    focusText({ rowId: rowId === null ? null : (rows[rows.indexOf(rowId) + 1] ?? null) });
  };
  return (
    <div className={styles.action}>
      {action.owners.map((owner) => {
        const { text, language } = nameOf(owner.ownerId);
        return (
          <span key={owner.id} className={styles.owner}>
            <span {...(language && { lang: languageTags[language] })}>{text}</span>
            <button
              type="button"
              className={styles.removeOwner}
              tabIndex={-1}
              aria-label={t('rows.owner.remove', { name: text })}
              onClick={() => {
                change({ owners: action.owners.filter((other) => other !== owner) });
                focusRowPart(rowId, 'owner');
              }}
            >
              <X aria-hidden />
            </button>
          </span>
        );
      })}
      <PersonField
        part="owner"
        className={action.owners.length === 0 ? styles.ownerMissing : styles.ownerField}
        label={t('rows.owner.of', { name })}
        placeholder={action.owners.length === 0 ? t('rows.owner.unknown') : t('rows.owner.more')}
        kinds={ownerKinds}
        accepts={canOwn}
        onChoose={(item, by) => {
          add(item);
          if (by === 'pointer') focusRowPart(rowId, 'owner');
        }}
        onTakeBack={() => change({ owners: action.owners.slice(0, -1) })}
        onLeave={() => focusText({ rowId })}
      />
      <DueField name={name} rowId={rowId} action={action} onChange={change} onNext={goOn} />
    </div>
  );
}
