import type { ActionOwner } from '#shared/contract/entries.ts';
import { emptyText, languages, type LocalizedText } from '#shared/domain/language.ts';
import { numberEntries } from '#shared/domain/minutes/numbering.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { loadMeetingDetail } from '../meetings/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { findPerson } from '../people/index.ts';
import { listMeetingsWithActions } from './repository.ts';

export const actionsHandlers = {
  list: os.actions.list.handler(({ context }) =>
    listMeetingsWithActions(context.connection).flatMap((meetingId) => {
      const detail = loadMeetingDetail(context.connection, meetingId);
      if (detail === undefined) return [];
      const { meeting, agenda, entries } = detail;
      const numbers = numberEntries(agenda, entries);
      const sideNames = new Map(meeting.sides.map((side) => [side.id, side.name]));
      return entries.flatMap((entry) => {
        if (entry.kind !== 'action' || entry.action === null) return [];
        return {
          entryId: entry.id,
          number: numbers.get(entry.id) ?? '',
          text: Object.fromEntries(
            languages.map((language) => [language, entry.texts[language].text]),
          ) as LocalizedText,
          action: entry.action,
          owners: entry.action.owners.map((owner) => ownerName(context.connection, owner, sideNames)),
          meetingId,
          meetingTitle: meeting.title,
          meetingDate: meeting.date,
        };
      });
    }),
  ),
};

function ownerName(connection: Connection, owner: ActionOwner, sideNames: Map<string, LocalizedText>): LocalizedText {
  switch (owner.kind) {
    case 'side':
      return sideNames.get(owner.ownerId) ?? emptyText();
    case 'organization':
      return findOrganization(connection, owner.ownerId)?.name ?? emptyText();
    case 'person': {
      const person = findPerson(connection, owner.ownerId);
      return person === undefined ? emptyText() : composedNames(person.names);
    }
  }
}
