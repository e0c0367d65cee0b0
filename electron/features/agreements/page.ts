import type { z } from 'zod';
import {
  agreementKinds,
  type agreementHead,
  type AgreementListItem,
  type AgreementStanding,
  type agreementsContract,
} from '#shared/contract/agreements.ts';
import { addDays } from '#shared/domain/agreement-standing.ts';
import { chooseText, emptyText, type LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { composePage, meetingsOf, referenceTo } from '../registers/index.ts';
import { composeAgreementRows } from './compose.ts';
import {
  agreementRegister,
  compareNewestFirst,
  compareOldestFirst,
  compareStrings,
  endsBy,
  standingOf,
} from './register.ts';
import type { AgreementEntry } from './register-repository.ts';
import { findOrganizationNames, listPartyNames, noPartner, readDescribedPartner } from './register-repository.ts';

type ListSchema = (typeof agreementsContract)['list']['~orpc']['inputSchema'];
export type AgreementListInput = z.output<NonNullable<ListSchema>>;
export type AgreementHead = z.infer<typeof agreementHead>;
export type AgreementPage = ReturnType<typeof composePage<AgreementEntry, AgreementListItem, AgreementHead>>;

/** What needs attention first. */
const standingOrder: readonly AgreementStanding[] = [
  'expiring',
  'expired',
  'in_force',
  'not_yet',
  'terminated',
  'replaced',
];

/** A page of the register of signed documents, as the contract describes it. */
export async function listAgreementPage(connection: Connection, input: AgreementListInput): Promise<AgreementPage> {
  const { today, standings, kinds, organizationId, areaId, groupId, expiringDays } = input;
  const { text, offset, limit, ...view } = input;
  const until = expiringDays === null ? null : addDays(today, expiringDays);
  const keep = (entry: AgreementEntry): boolean =>
    (kinds.length === 0 || kinds.includes(entry.kind)) &&
    (organizationId === null || entry.organizationIds.includes(organizationId)) &&
    (areaId === null || entry.areaIds.includes(areaId)) &&
    (groupId === null || entry.groupIds.includes(groupId)) &&
    (until === null || endsBy(entry, today, until)) &&
    (standings.length === 0 || standings.includes(standingOf(entry, today).standing));
  const cut = await agreementRegister(connection).page({
    key: JSON.stringify(view),
    text,
    keep,
    offset,
    limit,
    ...groupingOf(connection, input),
    compare: input.isDescending ? compareNewestFirst : compareOldestFirst,
  });
  return composePage(
    cut,
    (entries) => composeAgreementRows(connection, entries, today),
    (groupIds) => composeHeads(connection, input.grouping, groupIds),
  );
}

interface Grouping {
  groupsOf: (entry: AgreementEntry) => readonly string[];
  compareGroups: (a: string, b: string) => number;
}

function groupingOf(connection: Connection, { grouping, today, isDescending }: AgreementListInput): Grouping {
  const inOrder = (order: readonly string[]) => (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
  switch (grouping) {
    case 'standing':
      return {
        groupsOf: (entry) => [standingOf(entry, today).standing],
        compareGroups: inOrder(standingOrder),
      };
    case 'kind':
      return { groupsOf: ({ kind }) => [kind], compareGroups: inOrder(agreementKinds) };
    case 'year':
      return { groupsOf: ({ date }) => [date.slice(0, 4)], compareGroups: byDay((id) => id, isDescending) };
    case 'meeting': {
      const meetings = meetingsOf(connection);
      return {
        groupsOf: ({ meetingId }) => [meetingId ?? ''],
        compareGroups: byDay((id) => meetings.get(id)?.date ?? '', isDescending),
      };
    }
    case 'partner':
      return { groupsOf: ({ partners }) => partners, compareGroups: byName(connection) };
  }
}

/** What has no day stands at the end, whichever way. */
function byDay(dayOf: (id: string) => string, isDescending: boolean): Grouping['compareGroups'] {
  return (a, b) => {
    const [one, other] = [dayOf(a), dayOf(b)];
    const order = one === '' || other === '' || isDescending ? compareStrings(other, one) : compareStrings(one, other);
    return order || compareStrings(a, b);
  };
}

/** By the name that stands first; those that name no partner stand at the end. */
function byName(connection: Connection): Grouping['compareGroups'] {
  const collator = new Intl.Collator('en');
  let names: ReadonlyMap<string, LocalizedText> | undefined;
  const nameOf = (id: string): string => {
    names ??= listPartyNames(connection);
    return chooseText(readDescribedPartner(id) ?? names.get(id) ?? emptyText(), 'en').text;
  };
  return (a, b) => {
    if (a === noPartner || b === noPartner) return a === b ? 0 : a === noPartner ? 1 : -1;
    return collator.compare(nameOf(a), nameOf(b)) || compareStrings(a, b);
  };
}

function partnerNames(connection: Connection, ids: readonly string[]): Map<string, LocalizedText> {
  const described = ids.flatMap((id) => {
    const name = readDescribedPartner(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return new Map([...findOrganizationNames(connection, ids), ...described]);
}

function composeHeads(
  connection: Connection,
  grouping: AgreementListInput['grouping'],
  groupIds: readonly string[],
): Map<string, AgreementHead> {
  switch (grouping) {
    case 'standing':
      return new Map(groupIds.map((id) => [id, { by: grouping, standing: id as AgreementStanding }]));
    case 'kind':
      return new Map(groupIds.map((id) => [id, { by: grouping, kind: id as AgreementListItem['kind'] }]));
    case 'year':
      return new Map(groupIds.map((id) => [id, { by: grouping, year: id }]));
    case 'meeting': {
      const meetings = meetingsOf(connection);
      return new Map(
        groupIds.map((id) => {
          const meeting = meetings.get(id);
          return [id, { by: grouping, meeting: meeting === undefined ? null : referenceTo(meeting) }];
        }),
      );
    }
    case 'partner': {
      const names = partnerNames(connection, groupIds);
      return new Map(
        groupIds.map((id) => [
          id,
          {
            by: grouping,
            organizationId: readDescribedPartner(id) === undefined ? id : null,
            name: names.get(id) ?? emptyText(),
          },
        ]),
      );
    }
  }
}
