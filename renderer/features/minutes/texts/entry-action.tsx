import { Plus, X } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Action, ActionOwner, Entry } from '#shared/contract/entries.ts';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ChoiceMenu } from '../../../ui/choice-menu.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Picker, type PickerItem } from '../../../ui/picker.tsx';
import { usePersonItems } from '../../contacts/index.ts';
import { useOrganizationItems } from '../../organizations/index.ts';
import { actionStatusKeys } from '../entry-kinds.ts';
import { emptyAction } from '../model/session.ts';
import type { MinutesSession } from '../model/types.ts';
import styles from './minutes-tab.module.css';

export interface EntryActionProps {
  entry: Entry;
  /** Names the row, e.g. «Action 3.1». */
  name: string;
  session: MinutesSession;
  sides: readonly MeetingSide[];
}

/** Who does it and by when. An unnamed owner or date stays visibly open. */
export function EntryAction({ entry, name, session, sides }: EntryActionProps): ReactElement {
  const { t } = useTranslation('minutes');
  const action = entry.action ?? emptyAction;
  const update = (change: Partial<Action>) => session.setAction(entry.id, change);
  return (
    <div className={styles.action}>
      <Owners name={name} action={action} sides={sides} onChange={(owners) => update({ owners })} />
      <div className={styles.due}>
        <span className={action.due === null && !action.dueAtNextMeeting ? styles.unknown : styles.label} aria-hidden>
          {t('due')}
        </span>
        <DateField
          label={t('dueOf', { name })}
          isLabelHidden
          value={action.due}
          onChange={(due) =>
            session.setAction(entry.id, { due, ...(due !== null && { dueAtNextMeeting: false }) }, true)
          }
        />
        <Checkbox
          label={t('dueAtNextMeeting')}
          value={action.dueAtNextMeeting}
          onChange={(dueAtNextMeeting) => update({ dueAtNextMeeting, ...(dueAtNextMeeting && { due: null }) })}
        />
      </div>
    </div>
  );
}

/** How far an action is; stands in the head of its row. */
export function ActionStatus({ entry, session }: Pick<EntryActionProps, 'entry' | 'session'>): ReactElement {
  const { t } = useTranslation('minutes');
  const action = entry.action ?? emptyAction;
  return (
    <ChoiceMenu
      label={t('statusOf', { status: t(actionStatusKeys[action.status]) })}
      value={action.status}
      choices={statuses.map((status) => ({ id: status, label: t(actionStatusKeys[status]) }))}
      onChoose={(status) => session.setAction(entry.id, { status })}
    >
      {t(actionStatusKeys[action.status])}
    </ChoiceMenu>
  );
}

const statuses = Object.keys(actionStatusKeys) as Action['status'][];

interface OwnersProps {
  name: string;
  action: Action;
  sides: readonly MeetingSide[];
  onChange: (owners: ActionOwner[]) => void;
}

function Owners({ name, action, sides, onChange }: OwnersProps): ReactElement {
  const { t } = useTranslation(['minutes', 'common']);
  const [isAdding, setAdding] = useState(false);
  const [hasChosen, setChosen] = useState(false);
  const items = useOwnerItems(sides);
  const add = (id: string | null) => {
    const item = items.find((candidate) => candidate.id === id);
    if (!item) return;
    setAdding(false);
    setChosen(true);
    const isKnown = action.owners.some((owner) => owner.ownerId === item.id);
    if (!isKnown) onChange([...action.owners, { id: newId(), kind: item.kind, ownerId: item.id }]);
  };
  return (
    <div className={styles.owners}>
      <span className={action.owners.length === 0 ? styles.unknown : styles.label}>
        {action.owners.length === 0 ? t('minutes:owner.none') : t('minutes:owner.label')}
      </span>
      {action.owners.map((owner) => {
        const item = items.find((candidate) => candidate.id === owner.ownerId);
        const label = item?.label ?? t('common:unnamed');
        return (
          <span key={owner.id} className={styles.owner}>
            <span {...(item?.language && { lang: languageTags[item.language] })}>{label}</span>
            <IconButton
              label={t('minutes:owner.remove', { name: label })}
              icon={<X aria-hidden />}
              onPress={() => onChange(action.owners.filter((other) => other !== owner))}
            />
          </span>
        );
      })}
      {isAdding ? (
        <div className={styles.picker}>
          <Picker
            autoFocus
            label={t('minutes:owner.add', { name })}
            isLabelHidden
            placeholder={t('minutes:owner.placeholder')}
            items={items}
            value={null}
            onChange={add}
          />
        </div>
      ) : (
        <Button
          kind="quiet"
          autoFocus={hasChosen}
          aria-label={t('minutes:owner.add', { name })}
          onPress={() => setAdding(true)}
        >
          <Plus aria-hidden />
          {t('minutes:owner.addShort')}
        </Button>
      )}
    </div>
  );
}

type OwnerItem = PickerItem & { kind: ActionOwner['kind'] };

/** Sides first: they are few and named most often. */
function useOwnerItems(sides: readonly MeetingSide[]): OwnerItem[] {
  const language = useUiLanguage();
  const people = usePersonItems();
  const organizations = useOrganizationItems();
  return useMemo(
    () => [
      ...sides.map((side): OwnerItem => {
        const name = chooseText(side.name, language);
        return {
          id: side.id,
          kind: 'side',
          label: name.text,
          language: name.language,
          searchText: Object.values(side.name).join(' '),
        };
      }),
      ...people.map((item): OwnerItem => ({ ...item, kind: 'person' })),
      ...organizations.map((item): OwnerItem => ({ ...item, kind: 'organization' })),
    ],
    [sides, people, organizations, language],
  );
}
