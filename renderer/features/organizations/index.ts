export { useOrganizationItems } from './use-organization-items.ts';
