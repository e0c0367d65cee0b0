import { ListChecks } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { type Choice, ChoiceMenu } from '../../ui/choice-menu.tsx';
import { Select } from '../../ui/select.tsx';
import { roleKeys } from '../meetings/index.ts';
import styles from './letters.module.css';
import {
  countAddresses,
  isNotAnswered,
  isNotInvited,
  type PlannedKind,
  type RecipientFilter,
  type RecipientRow,
  rolesOf,
} from './recipient-rows.ts';

export interface RecipientsBarProps {
  kind: PlannedKind;
  rows: readonly RecipientRow[];
  /** Those that the filter leaves. */
  shown: readonly RecipientRow[];
  selected: readonly RecipientRow[];
  sides: readonly MeetingSide[];
  filter: RecipientFilter;
  onFilter: (filter: RecipientFilter) => void;
  onSelect: (rows: readonly RecipientRow[]) => void;
}

/** Narrows the list by side and role, says how it stands, and chooses whole sets of people at one stroke. */
export function RecipientsBar(props: RecipientsBarProps): ReactElement {
  const { kind, rows, shown, selected, onSelect } = props;
  const { t } = useTranslation('letters');
  const format = useFormat();
  const sets = [
    { id: 'all', label: t('select.all'), rows },
    { id: 'none', label: t('select.none'), rows: [] },
    { id: 'notInvited', label: t('select.notInvited'), rows: rows.filter(isNotInvited) },
    { id: 'notAnswered', label: t('select.notAnswered'), rows: rows.filter(isNotAnswered) },
  ];
  const choices = sets.map((set): Choice<string> => ({ ...set, detail: format.number(set.rows.length) }));
  const isSelected = new Set(selected.map(({ id }) => id));
  const added = shown.filter(({ id }) => !isSelected.has(id));
  const hidden = selected.length - (shown.length - added.length);
  const { withAddress, without } = countAddresses(selected);
  const facts = [
    t('select.count', { count: selected.length, all: rows.length }),
    ...(selected.length === 0
      ? []
      : [t('select.withAddress', { count: withAddress }), t('select.withoutAddress', { count: without })]),
    ...(hidden === 0 ? [] : [t('select.hidden', { count: hidden })]),
  ];
  return (
    <>
      <Filters {...props} />
      <div className={styles.bar}>
        <div className={styles.facts}>
          {kind !== 'documents' && <Answers rows={rows} />}
          <p role="status" className={styles.muted}>
            {facts.join(' · ')}
          </p>
        </div>
        <Button isDisabled={added.length === 0} onPress={() => onSelect([...selected, ...added])}>
          {t('select.shown', { count: shown.length })}
        </Button>
        <ChoiceMenu
          kind="normal"
          label={t('select.label')}
          choices={choices}
          onChoose={(id) => onSelect(sets.find((set) => set.id === id)?.rows ?? [])}
        >
          <ListChecks aria-hidden />
          {t('select.button')}
        </ChoiceMenu>
      </div>
    </>
  );
}

function Filters({ rows, sides, filter, onFilter }: RecipientsBarProps): ReactElement | null {
  const { t } = useTranslation(['letters', 'meetings']);
  const language = useUiLanguage();
  const roles = rolesOf(rows);
  const isSided = ({ recipient }: RecipientRow) => sides.some(({ id }) => id === recipient.sideId);
  if (sides.length === 0 && roles.length < 2) return null;
  return (
    <div className={styles.filters}>
      {sides.length > 0 && (
        <Select
          label={t('letters:filter.side')}
          value={filter.side}
          onChange={(side) => onFilter({ ...filter, side })}
          options={[
            { id: 'all', label: t('letters:filter.allSides') },
            ...sides.map(({ id, name }) => ({
              id,
              label: chooseText(name, language).text || t('letters:recipients.sideUnnamed'),
            })),
            ...(rows.every(isSided) ? [] : [{ id: 'neither', label: t('letters:recipients.noSide') }]),
          ]}
        />
      )}
      {roles.length > 1 && (
        <Select
          label={t('letters:filter.role')}
          value={filter.role}
          onChange={(role) => onFilter({ ...filter, role })}
          options={[
            { id: 'all', label: t('letters:filter.allRoles') },
            ...roles.map((id) => ({ id, label: t(roleKeys[id], { ns: 'meetings' }) })),
          ]}
        />
      )}
    </div>
  );
}

function Answers({ rows }: { rows: readonly RecipientRow[] }): ReactElement {
  const { t } = useTranslation('letters');
  const count = (response: RecipientRow['recipient']['response']) =>
    rows.filter(({ recipient }) => recipient.response === response).length;
  const facts = [
    t('count.confirmed', { count: count('confirmed') }),
    t('count.declined', { count: count('declined') }),
    t('count.notAnswered', { count: count('invited') }),
    t('count.notInvited', { count: count('none') }),
  ];
  return <p className={styles.muted}>{facts.join(' · ')}</p>;
}
