import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionOwner, Entry } from '#shared/contract/entries.ts';
import { chooseText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import { api } from '../../../app/api.ts';
import { useUiLanguage } from '../../../app/i18n.ts';
import { createStore, useStore, useStorePart } from '../../../app/store.ts';
import { attendanceName } from '../../meetings/index.ts';
import { useLive } from './context.ts';

export interface OwnerName {
  text: string;
  /** Absent for words of the interface. */
  language?: Language;
}

/** Names of the register for owners who do not attend, each read once: the register may hold 20,000. */
const registered = createStore<ReadonlyMap<string, LocalizedText>>(new Map());
const asked = new Set<string>();

async function readName({ kind, ownerId }: ActionOwner): Promise<void> {
  if (asked.has(ownerId)) return;
  asked.add(ownerId);
  try {
    const name =
      kind === 'person'
        ? composedNames((await api.people.get({ id: ownerId })).names)
        : (await api.organizations.get({ id: ownerId })).name;
    registered.set(new Map(registered.get()).set(ownerId, name));
  } catch {
    // Asked again when the actions are drawn the next time; until then the owner stands without a name.
    asked.delete(ownerId);
  }
}

/** Names the owners of these action items by id, as the meeting knows them, else as the register does. */
export function useOwnerNames(actions: readonly Entry[]): (ownerId: string) => OwnerName {
  const { t } = useTranslation('common');
  const language = useUiLanguage();
  const { session } = useLive();
  const attendance = useStorePart(session.state, (state) => state.attendance);
  const sides = useStorePart(session.state, (state) => state.meeting.sides);
  const fromRegister = useStore(registered);
  const known = useMemo(() => {
    const names = new Map<string, OwnerName>();
    for (const side of sides) names.set(side.id, chooseText(side.name, language));
    for (const row of attendance) {
      if (row.organizationId !== null) names.set(row.organizationId, chooseText(row.organization, language));
      if (row.personId !== null) names.set(row.personId, attendanceName(row, language));
    }
    return names;
  }, [attendance, sides, language]);
  useEffect(() => {
    for (const owner of actions.flatMap(({ action }) => action?.owners ?? [])) {
      if (owner.kind !== 'side' && !known.has(owner.ownerId)) void readName(owner);
    }
  }, [actions, known]);
  return useCallback(
    (ownerId) => {
      const register = fromRegister.get(ownerId);
      const name = known.get(ownerId) ?? (register && chooseText(register, language));
      return name && name.text !== '' ? name : { text: t('unnamed') };
    },
    [known, fromRegister, language, t],
  );
}
