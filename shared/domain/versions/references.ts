import type { MeetingRecord } from '../../contract/records.ts';

type Kind = 'person' | 'organization';

/**
 * `record` with the register of `earlier`. A reference that has changed because its record was joined into another one
 * (`isGone` in the register) is again the earlier one, so that it leads to the name of that time.
 */
export function takeEarlierReferences(
  record: MeetingRecord,
  earlier: MeetingRecord,
  isGone: (kind: Kind, id: string) => boolean,
): MeetingRecord {
  return {
    ...mapReferences(record, earlier, (kind, now, then) => (then !== null && isGone(kind, then) ? then : now)),
    group: record.meeting.groupId === earlier.meeting.groupId ? earlier.group : record.group,
    people: withMissing(earlier.people, record.people),
    organizations: withMissing(earlier.organizations, record.organizations),
  };
}

/** `record` of an earlier day with the references of `later` where its own lead nowhere any more. */
export function takeLaterReferences(
  record: MeetingRecord,
  later: MeetingRecord,
  isGone: (kind: Kind, id: string) => boolean,
): MeetingRecord {
  return mapReferences(record, later, (kind, own, other) =>
    own !== null && other !== null && isGone(kind, own) ? other : own,
  );
}

/** Offers each reference to the register that differs from that of the same row in the other record. */
function mapReferences(
  record: MeetingRecord,
  other: MeetingRecord,
  pick: (kind: Kind, own: string | null, other: string | null) => string | null,
): MeetingRecord {
  const choose = <Id extends string | null>(kind: Kind, own: Id, counterpart: Id | undefined): Id =>
    counterpart === undefined || counterpart === own ? own : ((pick(kind, own, counterpart) ?? own) as Id);
  const { meeting } = record;
  const sides = byId(other.meeting.sides);
  const organizers = byId(other.meeting.organizers);
  const attendance = byId(other.attendance);
  const owners = byId(other.entries.flatMap(({ action }) => action?.owners ?? []));
  const parties = byId(other.agreements.flatMap((agreement) => agreement.parties));
  const signatories = byId(other.agreements.flatMap((agreement) => agreement.signatories ?? []));
  return {
    ...record,
    meeting: {
      ...meeting,
      sides: meeting.sides.map((side) => ({
        ...side,
        leadOrganizationId: choose('organization', side.leadOrganizationId, sides.get(side.id)?.leadOrganizationId),
      })),
      organizers: meeting.organizers.map((organizer) => ({
        ...organizer,
        organizationId: choose('organization', organizer.organizationId, organizers.get(organizer.id)?.organizationId),
      })),
    },
    attendance: record.attendance.map((row) => ({
      ...row,
      personId: choose('person', row.personId, attendance.get(row.id)?.personId),
      organizationId: choose('organization', row.organizationId, attendance.get(row.id)?.organizationId),
    })),
    entries: record.entries.map((entry) => ({
      ...entry,
      action: entry.action && {
        ...entry.action,
        owners: entry.action.owners.map((owner) => {
          const then = owners.get(owner.id);
          if (owner.kind === 'side' || then?.kind !== owner.kind) return owner;
          return { ...owner, ownerId: choose(owner.kind, owner.ownerId, then.ownerId) };
        }),
      },
    })),
    agreements: record.agreements.map((agreement) => ({
      ...agreement,
      parties: agreement.parties.map((party) => ({
        ...party,
        organizationId: choose('organization', party.organizationId, parties.get(party.id)?.organizationId),
      })),
      ...(agreement.signatories !== undefined && {
        signatories: agreement.signatories.map((signatory) =>
          signatory.personId === undefined
            ? signatory
            : { ...signatory, personId: choose('person', signatory.personId, signatories.get(signatory.id)?.personId) },
        ),
      }),
    })),
  };
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

function withMissing<Item extends { id: string }>(items: readonly Item[], more: readonly Item[]): Item[] {
  const known = new Set(items.map(({ id }) => id));
  return [...items, ...more.filter(({ id }) => !known.has(id))];
}
