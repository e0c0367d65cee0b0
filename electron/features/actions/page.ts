import type { ActionHead, ActionListItem } from '#shared/contract/actions.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { composePage } from '../registers/index.ts';
import { loadSettings } from '../settings/index.ts';
import type { ActionEntry } from './entries-repository.ts';
import { actionsOf } from './register.ts';
import { loadActionRows } from './rows-repository.ts';
import { type ActionsInput, headsOf, nameOf, viewOf } from './view.ts';

export type ActionPage = ReturnType<typeof composePage<ActionEntry, ActionListItem, ActionHead>>;

/** What a page shows where nothing else is asked for: everything, by meeting. */
export const everyAction: Omit<ActionsInput, 'today' | 'limit'> = {
  text: '',
  offset: 0,
  statuses: [],
  due: null,
  ownerKey: null,
  sideKey: null,
  groupId: null,
  meetingId: null,
  keptIds: [],
  grouping: 'meeting',
  sort: 'meeting',
  isDescending: false,
};

/** A page of the register of action items, as the contract describes it. */
export async function listActionPage(connection: Connection, input: ActionsInput): Promise<ActionPage> {
  const actions = actionsOf(connection);
  const language = loadSettings(connection).uiLanguage ?? 'en';
  const cut = await actions.register.page(viewOf(connection, actions, input, language));
  return composePage(
    cut,
    (entries) =>
      loadActionRows(
        connection,
        entries.map(({ id }) => id),
        input.today,
      ),
    (groupIds) => headsOf(connection, actions, input.grouping, groupIds),
  );
}

/** The names of a side by its key; undefined: no action of it is known. */
export async function findSideName(connection: Connection, sideKey: string): Promise<LocalizedText | undefined> {
  const actions = actionsOf(connection);
  const known = await actions.register.list();
  for (const { sideKeys } of known) if (sideKeys.includes(sideKey)) return nameOf(actions, sideKey);
  return undefined;
}
