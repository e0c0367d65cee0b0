import type { OrganizationMatch } from '../name-match.ts';
export interface OrganizationNames {
  names: string[];
  abbreviations: string[];
  aliases: string[];
}
export const matchOrganizations = (_a: OrganizationNames, _b: OrganizationNames): OrganizationMatch => ({
  score: 0,
  verdict: 'different',
  reason: { code: 'name_differs', parts: {} },
});
export const organizationBlockingKeys = (_names: OrganizationNames): string[] => [];
