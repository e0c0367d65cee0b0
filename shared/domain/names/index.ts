export { analyseName, type AnalysedName, type NameInput } from './parse.ts';
export { match } from './match.ts';
export { queryKeys, searchKeys } from './search-keys.ts';
export { blockingKeys } from './blocking-keys.ts';
export { suggestForms } from './suggest-forms.ts';
export { splitName } from './split-name.ts';
export type { OrganizationNames } from './organization-analysis.ts';
export { matchOrganizations, organizationBlockingKeys } from './organizations.ts';
