import type { Group, GroupSide, Membership } from '#shared/contract/groups.ts';
import { usualSideName } from '#shared/domain/documents/country-words.ts';
import { emptyText } from '#shared/domain/language.ts';

export function emptyGroup(id: string): Group {
  return {
    id,
    name: emptyText(),
    aims: emptyText(),
    tasks: emptyText(),
    areas: emptyText(),
    foundingDocument: '',
    sides: [],
    members: [],
  };
}

/** Zones of the capitals of countries that span several; for all others the machine's own stands until it is corrected. */
const capitalZones: Record<string, string> = { CN: 'Asia/Shanghai', RU: 'Europe/Moscow', GB: 'Europe/London' };

export function newSide(id: string, country: string): GroupSide {
  return {
    id,
    country,
    name: usualSideName(country),
    zone: capitalZones[country] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    leadOrganizationId: null,
    coordinatingOrganizationId: null,
  };
}

export function newMember(id: string, of: Pick<Membership, 'personId' | 'organizationId'>): Membership {
  return { id, sideId: null, ...of, role: 'member', from: null, to: null };
}
