import { type Group, type GroupAsOf, type Membership, membershipRoles } from '#shared/contract/groups.ts';
import { emptyText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { findOfficesOn } from '../attendance/index.ts';
import { findNames } from '../people/index.ts';
import { findOrganizationNames } from './repository.ts';

type MemberAsOf = GroupAsOf['members'][number];

/** Who belonged to a group on `on` (`YYYY-MM-DD`, both ends of a membership included), with the office held that day. */
export function loadGroupAsOf(connection: Connection, group: Group, on: string): GroupAsOf {
  const isPast = ({ to }: Membership): boolean => to !== null && to < on;
  const isComing = ({ from }: Membership): boolean => from !== null && from > on;
  const members = group.members.filter((member) => !isPast(member) && !isComing(member));
  const people = members.flatMap(({ personId }) => personId ?? []);
  const names = findNames(connection, people);
  const offices = findOfficesOn(connection, people, on);
  const organizations = findOrganizationNames(
    connection,
    members.flatMap(({ organizationId }) => organizationId ?? []),
  );

  function describe({ id, ...member }: Membership): MemberAsOf {
    const person = names.get(member.personId ?? '');
    const office = offices.get(member.personId ?? '');
    const name = person === undefined ? organizations.get(member.organizationId ?? '') : composedNames(person);
    return {
      membershipId: id,
      ...member,
      name: name ?? emptyText(),
      position: office?.position ?? emptyText(),
      organization: office?.organization ?? emptyText(),
    };
  }

  const sides = new Map(group.sides.map(({ id }, index) => [id, index]));
  const sideRank = ({ sideId }: Membership): number => sides.get(sideId ?? '') ?? sides.size;
  const roleRank = ({ role }: Membership): number => membershipRoles.indexOf(role);
  return {
    members: members.toSorted((a, b) => sideRank(a) - sideRank(b) || roleRank(a) - roleRank(b)).map(describe),
    past: group.members.filter(isPast).length,
    // A membership whose end stands before its beginning counts once.
    coming: group.members.filter((member) => isComing(member) && !isPast(member)).length,
  };
}
