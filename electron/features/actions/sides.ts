import type { ActionOwner } from '#shared/contract/entries.ts';
import { languages, type LocalizedText } from '#shared/domain/language.ts';

/** A side of a meeting or of a group. */
export interface Side {
  id: string;
  country: string;
  name: LocalizedText;
  leadOrganizationId: string | null;
}

/** What is known of who belongs to which side; `null` and `''`: nothing. */
export interface SideFacts {
  /** Of the meeting; where it has none, those of its group. */
  sides: readonly Side[];
  /** Sides of the group. */
  groupSides: readonly Side[];
  /** Id of the side of the meeting with which they stand on the list of attendance. */
  attendedWith(owner: Owner): string | null;
  /** Id of the side of the group of which they are a member. */
  memberOf(owner: Owner): string | null;
  countryOf(owner: Owner): string;
}

type Owner = Pick<ActionOwner, 'kind' | 'ownerId'>;

/** What a side is known by over all meetings: its names, else its country; empty where it has neither. */
export function keyOfSide({ name, country }: Pick<Side, 'name' | 'country'>): string {
  const names = languages.map((language) => name[language].trim()).filter((text) => text !== '');
  return names.length === 0 ? country : names.join(' / ');
}

/**
 * The side to which an owner belongs: their own; that which they lead; with which they attended; of which they are a
 * member; the only one of their country. Undefined where none of that is known.
 */
export function findSide(owner: Owner, facts: SideFacts): Side | undefined {
  const { sides, groupSides } = facts;
  if (owner.kind === 'side') return sides.find(({ id }) => id === owner.ownerId);
  if (owner.kind === 'organization') {
    const led = sides.find(({ leadOrganizationId }) => leadOrganizationId === owner.ownerId);
    if (led !== undefined) return led;
  }
  const attendedWith = facts.attendedWith(owner);
  const attended = attendedWith === null ? undefined : sides.find(({ id }) => id === attendedWith);
  if (attended !== undefined) return attended;
  const memberOf = facts.memberOf(owner);
  const ofGroup = memberOf === null ? undefined : groupSides.find(({ id }) => id === memberOf);
  if (ofGroup !== undefined) {
    return sides.find((side) => keyOfSide(side) === keyOfSide(ofGroup)) ?? onlyOf(ofGroup.country, sides) ?? ofGroup;
  }
  return onlyOf(facts.countryOf(owner), sides);
}

function onlyOf(country: string, sides: readonly Side[]): Side | undefined {
  const found = country === '' ? [] : sides.filter((side) => side.country === country);
  return found.length === 1 ? found[0] : undefined;
}
