import { skipToken, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import type { ActionOwner } from '#shared/contract/entries.ts';
import { chooseText, languageTags } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import type { PickerItem } from '../../ui/picker.tsx';
import { usePersonItems } from '../contacts/index.ts';
import { ReportDialog, sharedGroup } from '../follow-up/index.ts';
import { useOrganizationItems } from '../organizations/index.ts';
import styles from './actions-page.module.css';
import { OwnerIcon } from './owners.tsx';
import { sharedMeeting } from './shared.ts';
import type { ActionDialogProps } from './status-dialog.tsx';
import { useAssign } from './use-assign.ts';

type Owner = Omit<ActionOwner, 'id'>;
type OwnerItem = PickerItem & { kind: ActionOwner['kind'] };

/** Gives actions to somebody else. */
export function OwnerDialog({ actions, onChange, ...dialog }: ActionDialogProps): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  const meetingId = sharedMeeting(actions);
  const items = useCandidates(meetingId);
  const [owners, setOwners] = useState(() => startOf(actions));
  const assign = useAssign({ actions, onChange });
  const chosen = new Set(owners.map(({ ownerId }) => ownerId));
  return (
    <ReportDialog
      {...dialog}
      title={t('assign.owners', { count: actions.length, formatted: format.number(actions.length) })}
      submitLabel={t('assign.run')}
      groupId={sharedGroup(actions)}
      onSubmit={(report) => assign({ owners, ...report })}
    >
      {owners.length === 0 ? (
        <p className={styles.muted}>{t('assign.nobody')}</p>
      ) : (
        <ul className={styles.chosenOwners} aria-label={t('column.owners')}>
          {owners.map((owner) => {
            const item = items.find(({ id, kind }) => id === owner.ownerId && kind === owner.kind);
            const label = item?.label ?? t('noName');
            return (
              <li key={owner.ownerId}>
                <OwnerIcon kind={owner.kind} />
                <span {...(item?.language && { lang: languageTags[item.language] })}>{label}</span>
                <IconButton
                  label={t('assign.removeOwner', { name: label })}
                  icon={<X aria-hidden />}
                  onPress={() => setOwners(owners.filter((other) => other !== owner))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <AddPicker
        label={t('assign.addOwner')}
        {...(meetingId === null && { hint: t('assign.noSides') })}
        items={items.filter(({ id }) => !chosen.has(id))}
        onAdd={(id) => {
          const item = items.find((candidate) => candidate.id === id);
          if (item) setOwners([...owners, { kind: item.kind, ownerId: id }]);
        }}
      />
    </ReportDialog>
  );
}

/** The owners of one action, to be changed; several actions begin with nobody. */
function startOf(actions: readonly ActionListItem[]): Owner[] {
  const [first] = actions;
  return first && actions.length === 1 ? first.owners.map(({ kind, ownerId }) => ({ kind, ownerId })) : [];
}

/** Sides first, of the one meeting that all the actions come from; sides of another meeting are others. */
function useCandidates(meetingId: string | null): OwnerItem[] {
  const language = useUiLanguage();
  const people = usePersonItems();
  const organizations = useOrganizationItems();
  const { data } = useQuery(
    query.meetings.get.queryOptions({ input: meetingId === null ? skipToken : { id: meetingId } }),
  );
  return useMemo(
    () => [
      ...(data?.meeting.sides ?? []).map(({ id, name }): OwnerItem => {
        const shown = chooseText(name, language);
        return {
          id,
          kind: 'side',
          label: shown.text,
          language: shown.language,
          searchText: Object.values(name).join(' '),
        };
      }),
      ...people.map((item): OwnerItem => ({ ...item, kind: 'person' })),
      ...organizations.map((item): OwnerItem => ({ ...item, kind: 'organization' })),
    ],
    [data, people, organizations, language],
  );
}
